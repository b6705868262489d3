/** The component pair of each kind. The record is total over `KindName`: a new kind does not compile until it has its folder. */
import type { FieldInfo, KindName } from '../bindings';
import AnyLinksInput from './any_links/Input.svelte';
import ChoiceInput from './choice/Input.svelte';
import ChoiceView from './choice/View.svelte';
import ChoicesInput from './choices/Input.svelte';
import ChoicesView from './choices/View.svelte';
import CodeInput from './code/Input.svelte';
import CodeView from './code/View.svelte';
import type { FieldInput, FieldView } from './contract';
import DateInput from './date/Input.svelte';
import DateView from './date/View.svelte';
import DecimalInput from './decimal/Input.svelte';
import DecimalView from './decimal/View.svelte';
import FilesInput from './files/Input.svelte';
import FilesView from './files/View.svelte';
import FlagInput from './flag/Input.svelte';
import FlagView from './flag/View.svelte';
import IdentifierInput from './identifier/Input.svelte';
import IdentifierView from './identifier/View.svelte';
import IntegerInput from './integer/Input.svelte';
import IntegerView from './integer/View.svelte';
import LinkInput from './link/Input.svelte';
import LinkView from './link/View.svelte';
import LinksInput from './links/Input.svelte';
import LinksView from './links/View.svelte';
import MomentInput from './moment/Input.svelte';
import MomentView from './moment/View.svelte';
import MoneyInput from './money/Input.svelte';
import MoneyView from './money/View.svelte';
import NoteInput from './note/Input.svelte';
import NoteView from './note/View.svelte';
import PairInput from './pair/Input.svelte';
import PairView from './pair/View.svelte';
import SecretInput from './secret/Input.svelte';
import SecretView from './secret/View.svelte';
import TextInput from './text/Input.svelte';
import TextView from './text/View.svelte';

const kinds: Record<KindName, { Input: FieldInput; View: FieldView }> = {
  text: { Input: TextInput, View: TextView },
  note: { Input: NoteInput, View: NoteView },
  pair: { Input: PairInput, View: PairView },
  code: { Input: CodeInput, View: CodeView },
  integer: { Input: IntegerInput, View: IntegerView },
  decimal: { Input: DecimalInput, View: DecimalView },
  money: { Input: MoneyInput, View: MoneyView },
  date: { Input: DateInput, View: DateView },
  moment: { Input: MomentInput, View: MomentView },
  flag: { Input: FlagInput, View: FlagView },
  choice: { Input: ChoiceInput, View: ChoiceView },
  choices: { Input: ChoicesInput, View: ChoicesView },
  link: { Input: LinkInput, View: LinkView },
  links: { Input: LinksInput, View: LinksView },
  any_links: { Input: AnyLinksInput, View: LinksView },
  identifier: { Input: IdentifierInput, View: IdentifierView },
  files: { Input: FilesInput, View: FilesView },
  secret: { Input: SecretInput, View: SecretView },
};

export const viewOf = (kind: KindName): FieldView => kinds[kind].View;
export const inputOf = (kind: KindName): FieldInput => kinds[kind].Input;

/** Numbers stand at the right, so that their digits line up. */
export const isNumeric = (kind: KindName): boolean => kind === 'integer' || kind === 'decimal' || kind === 'money';

const unsorted = new Set<KindName>(['links', 'any_links', 'files', 'secret', 'choices', 'note']);

/** Whether a list can stand in the order of this field. */
export const isSortable = (field: FieldInfo): boolean => !unsorted.has(field.kind);

/** Kinds the footer adds up. A decimal is mostly a rate or a ratio, whose sum says nothing. */
export const isSummed = (kind: KindName): boolean => kind === 'integer' || kind === 'money';

/** Fields that need the whole width of a form. */
export const isWide = (field: FieldInfo): boolean =>
  ['note', 'pair', 'links', 'any_links', 'files', 'choices'].includes(field.kind);

/** Kinds that can be written in a table cell or in bulk. */
export const isEditable = (field: FieldInfo): boolean => !field.readonly && field.kind !== 'files';
