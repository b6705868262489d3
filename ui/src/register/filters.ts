/** What a list can be filtered by: the operators each kind of field knows, and the field behind a path. */
import type { FieldInfo, Filter, FilterOp, KindName, RegisterInfo, Schema } from '../bindings';

const presence: FilterOp[] = ['present', 'empty'];

/** The operators of a kind, the most asked-for first. */
export function operatorsOf(kind: KindName): FilterOp[] {
  switch (kind) {
    case 'text':
    case 'note':
    case 'code':
    case 'identifier':
      return ['contains', 'is', 'is_not', ...presence];
    case 'pair':
      return ['contains', 'is', ...presence, 'one_language'];
    case 'integer':
    case 'decimal':
    case 'money':
      return ['is', 'less', 'more', ...presence];
    case 'date':
    case 'moment':
      return ['within_days', 'before', 'after', 'is', ...presence];
    case 'flag':
      return ['is'];
    case 'choice':
      return ['is', 'is_not', ...presence];
    case 'choices':
      return ['is', ...presence];
    case 'link':
    case 'links':
      return ['is', 'is_not', ...presence];
    case 'any_links':
    case 'files':
    case 'secret':
      return presence;
  }
}

/** Operators that need no value beside them. */
export const isBare = (op: FilterOp): boolean => op === 'empty' || op === 'present' || op === 'one_language';

/** Operators that take several values, joined by "or". */
export const isMany = (op: FilterOp): boolean => op === 'is' || op === 'is_not';

export interface Path {
  /** the link field when the path hops, else null */
  via: FieldInfo | null;
  register: RegisterInfo;
  field: FieldInfo;
}

/** Follows "status" or "person.status"; null for a path the schema does not know. Her own fields have a dot in their keys. */
export function follow(schema: Schema, register: string, path: string): Path | null {
  const home = schema.registers.find((r) => r.key === register);
  if (!home) return null;
  const own = home.fields.find((f) => f.key === path);
  if (own) return { via: null, register: home, field: own };
  const dot = path.indexOf('.');
  const via = home.fields.find((f) => f.key === path.slice(0, dot));
  const away = schema.registers.find((r) => r.key === via?.target);
  const far = away?.fields.find((f) => f.key === path.slice(dot + 1));
  return via && away && far ? { via, register: away, field: far } : null;
}

/** Every path a filter may name: the register's own fields, then one hop over each link. */
export function pathsOf(schema: Schema, register: string): string[] {
  const home = schema.registers.find((r) => r.key === register);
  if (!home) return [];
  const own = home.fields.map((f) => f.key);
  const hops = home.fields.flatMap((link) => {
    const away = link.kind === 'link' ? schema.registers.find((r) => r.key === link.target) : undefined;
    return (away?.fields ?? [])
      .filter((f) => f.kind !== 'link' && f.kind !== 'links' && f.kind !== 'secret' && f.kind !== 'any_links')
      .map((f) => `${link.key}.${f.key}`);
  });
  return [...own, ...hops];
}

/** A filter is whole once its operator has the values it needs. */
export const isWhole = (filter: Filter): boolean => isBare(filter.op) || filter.values.some((v) => v.trim() !== '');

/** Marks around the words of a sentence that stand out; no text holds these characters. */
export const strongOpen = '\u0001';
export const strongClose = '\u0002';

export const strong = (text: string): string => `${strongOpen}${text}${strongClose}`;

/** Splits a finished sentence at its marks, so that it can be shown without building HTML from text. */
export function partsOf(sentence: string): { text: string; strong: boolean }[] {
  return sentence
    .split(strongOpen)
    .flatMap((piece, i) => {
      if (i === 0) return [{ text: piece, strong: false }];
      const [inside = '', ...after] = piece.split(strongClose);
      return [
        { text: inside, strong: true },
        { text: after.join(''), strong: false },
      ];
    })
    .filter((p) => p.text !== '');
}
