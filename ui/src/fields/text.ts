/** A value as one line of words in the working language: for history, tooltips, chips and previews. */
import type { FieldInfo, FileRef, Json, Money, Pair, Ref } from '../bindings';
import { date, halves, moment, money, number, pairText, t } from '../i18n';
import { choiceLabel } from './labels';

/** What a record is called on screen: its title, or its code where the title is empty. */
export const titleOf = (title: Pair, code: string | null = null): string =>
  pairText(title) || code || t('list-untitled');

export const isEmpty = (value: Json | undefined): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && 'zh' in value && !value.zh && !value.en);

const joined = (words: string[]): string => words.join(t('list-comma'));

/** A link comes as a reference, or from the log as the words it was shown with. */
const refText = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value
    ? titleOf((value as Ref).title, (value as Ref).code)
    : plain(value);

/** `register` and `field` say how to read the value; an unknown field is shown as it is. */
export function valueText(register: string, field: FieldInfo | undefined, value: Json | undefined): string {
  if (value === undefined || value === null || isEmpty(value)) return t('list-nothing');
  const many: unknown[] = Array.isArray(value) ? value : [value];
  switch (field?.kind) {
    case 'pair':
      return typeof value === 'object' ? pairLine(value as unknown as Pair) : String(value);
    case 'money':
      return typeof value === 'object' ? money(value as unknown as Money) : String(value);
    case 'integer':
    case 'decimal':
      return number(value as string | number);
    case 'date':
      return date(String(value));
    case 'moment':
      return moment(String(value));
    case 'flag':
      return value ? t('list-yes') : t('list-no');
    case 'choice':
    case 'choices':
      return joined(many.map((c) => choiceLabel(register, field, String(c)).first));
    case 'link':
    case 'links':
    case 'any_links':
      return joined(many.map(refText));
    case 'files':
      return joined(many.map((f) => (f as FileRef).name ?? plain(f)));
    case 'secret':
      return t('list-secret');
    case 'text':
    case 'note':
    case 'code':
    case 'identifier':
    case undefined:
      return plain(value);
  }
}

function pairLine(pair: Pair): string {
  const { first, second } = halves(pair);
  return [first, second].flatMap((half) => (half ? [half.text] : [])).join(' · ');
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return joined(value.map(plain));
  if (typeof value !== 'object' || value === null) return String(value);
  if ('title' in value) return refText(value);
  if ('zh' in value || 'en' in value) return pairLine(value as Pair);
  if ('amount' in value) return money(value as Money);
  return JSON.stringify(value);
}
