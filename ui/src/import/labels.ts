// What the places of an import are called: targets, sources, the fields a column can go to.

import type { FieldInfo, ImportDraft, UnknownLinks } from '../bindings';
import { app } from '../app';
import { choiceLabel, fieldLabel, registerLabel, type Label } from '../fields/labels';
import { date, has, money, number, t, t2 } from '../i18n';

/** A recipe has a name of its own, or that of its register. */
export const targetLabel = (target: string): Label => {
  const id = has(`recipe-${target}`) ? `recipe-${target}` : `${target}-plural`;
  return { first: t(id), second: t2(id) };
};

export const sourceLabel = (source: string): string => (has(`source-${source}`) ? t(`source-${source}`) : source);

const PARTS: Record<string, string> = { zh: 'list-half-zh', en: 'list-half-en', currency: 'list-currency' };

/** Register and field of a path; the officer's own fields are called `custom.own_1`. */
const placeOf = (path: string): { register: string; key: string; part: string } => {
  const [register = '', key = '', part = ''] = path.split('.');
  return key === 'custom' ? { register, key: `custom.${part}`, part: '' } : { register, key, part };
};

const fieldAt = (path: string): FieldInfo | undefined => {
  const { register, key } = placeOf(path);
  return app.register(register)?.fields.find((one) => one.key === key);
};

/** The path of a field to be made of a column. */
export const newField = (register: string): string => `${register}.custom.new`;
export const isNewField = (path: string | null): boolean => path?.endsWith('.custom.new') ?? false;

/** A value as it would be stored, in the words the list will show it in. */
export function storedText(path: string, stored: string): string {
  const field = fieldAt(path);
  const [register = ''] = path.split('.');
  switch (field?.kind) {
    case 'choice':
      return field.choices.includes(stored) ? choiceLabel(register, field, stored).first : stored;
    case 'date':
      return date(stored);
    case 'integer':
    case 'decimal':
      return /^-?\d+(\.\d+)?$/.test(stored) ? number(stored) : stored;
    case 'money': {
      const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(stored) ?? [];
      return amount && currency ? money({ amount, currency }) : stored;
    }
    case 'flag':
      return stored === 'true' ? t('list-yes') : stored === 'false' ? t('list-no') : stored;
    default:
      return stored;
  }
}

/** `Product · Name (Chinese)` from a path such as `product.name.zh`; a field to be made is called as its column. */
export function pathLabel(path: string, header = ''): Label {
  if (isNewField(path)) return { first: header || t('import-new-field'), second: t2('import-new-field') };
  const { register, key, part } = placeOf(path);
  const field = fieldAt(path) ?? { key, custom: null };
  const label = fieldLabel(register, field);
  const id = PARTS[part];
  return id ? { first: `${label.first} (${t(id)})`, second: `${label.second} (${t2(id)})` } : label;
}

/** The words a cell may hold where its column goes to a choice; null where it is free text. */
export function offeredFor(path: string | null): { value: string; label: string; second?: string }[] | null {
  const { register } = placeOf(path ?? '');
  const field = fieldAt(path ?? '');
  if (field?.kind !== 'choice') return null;
  return field.choices.map((choice) => {
    const { first, second } = choiceLabel(register, field, choice);
    return { value: choice, label: first, second: second || undefined };
  });
}

/** What can become of names no record goes by; only those an inventory found can wait to be matched. */
export const unknownModes = (draft: ImportDraft | null): readonly UnknownLinks[] =>
  draft?.waits ? ['usual', 'create', 'similar', 'leave', 'refuse'] : ['create', 'similar', 'leave', 'refuse'];

export function unknownMode(draft: ImportDraft | null): UnknownLinks {
  const chosen = draft?.options.unknown_links ?? 'usual';
  return chosen === 'usual' && !draft?.waits ? 'create' : chosen;
}

/** The fields of a draft by the register they belong to, in the recipe's order. */
export function fieldGroups(draft: ImportDraft): { register: string; label: string; paths: string[] }[] {
  const groups = new Map<string, string[]>();
  const standing = draft.fields.filter(({ path }) => !isNewField(path));
  for (const { path, register } of standing) groups.set(register, [...(groups.get(register) ?? []), path]);
  return [...groups].map(([register, paths]) => ({ register, label: registerLabel(register).first, paths }));
}
