/** The change log in words: who did what to which field, from the keys and values an entry holds. */
import { app } from '../app';
import type { EntryView, FieldInfo, OperationView } from '../bindings';
import { fieldLabel, registerLabel } from '../fields/labels';
import { isEmpty, titleOf, valueText } from '../fields/text';
import { has, percent, t } from '../i18n';
import { strong } from './filters';

/** Operations that touch records as a whole; each has a sentence of its own. */
const wholes = new Set(['create', 'archive', 'restore', 'delete', 'import', 'undo', 'attach', 'sample']);

const fieldOf = (entry: EntryView): FieldInfo | undefined =>
  app.register(entry.register)?.fields.find((f) => f.key === entry.field);

const REMINDER = 'reminder.';

/** What the values of a setting are counted in. */
const SETTINGS: Record<string, (value: number) => string> = {
  dormant_days: (count) => t('dormant-days-value', { count }),
  underuse_percent: percent,
};

/** "Quantity", a setting's name, or the raw key of a field that no longer exists. */
export function entryField(entry: EntryView): string {
  if (entry.field?.startsWith(REMINDER))
    return t('settings-reminder', { date: t(`deadline-${entry.field.slice(REMINDER.length)}`) });
  if (entry.register === 'settings') return t((entry.field ?? '').replaceAll('_', '-'));
  const field = fieldOf(entry);
  return field ? fieldLabel(entry.register, field).first : (entry.field ?? '');
}

export interface Difference {
  before: string | null;
  after: string | null;
}

export function difference(entry: EntryView): Difference {
  const field = fieldOf(entry);
  const counted = entry.register === 'settings' ? SETTINGS[entry.field ?? ''] : undefined;
  const words = (value: EntryView['before']) => {
    if (isEmpty(value)) return null;
    return counted ? counted(Number(value)) : valueText(entry.register, field, value);
  };
  return { before: words(entry.before), after: words(entry.after) };
}

/** The entries that name a field; the others only say that the record came or went. */
export const details = (operation: OperationView): EntryView[] => operation.entries.filter((e) => e.field !== null);

/** One changed field in one sentence: "Li Wei changed Quantity from 120 to 150". */
function single(actor: string, entry: EntryView): string {
  const { before, after } = difference(entry);
  const field = strong(entryField(entry));
  if (before === null) return t('history-set', { actor, field, after: after ?? t('list-nothing') });
  if (after === null) return t('history-cleared', { actor, field, before });
  return t('history-changed', { actor, field, before, after });
}

/** What the whole operation did. */
export function headline(operation: OperationView): string {
  const { actor, kind, count, entries } = operation;
  const changed = details(operation);
  if (wholes.has(kind)) return t(`history-${kind}`, { actor, what: subject(operation), count });
  const only = changed[0];
  if (only && changed.length === 1 && entries.length === 1) return single(actor, only);
  if (changed.length > 0 && new Set(entries.map((e) => `${e.register}/${e.record}`)).size === 1)
    return t('history-edited', { actor, count: changed.length });
  const operated = has(`operation-${kind}`) ? t(`operation-${kind}`) : kind;
  return t('history-other', { actor, operation: operated, count });
}

/** The record an operation is about, or how many of what. */
function subject(operation: OperationView): string {
  const first = operation.entries[0];
  if (operation.count > 1 || !first) return t('history-records', { count: operation.count });
  return strong(`${registerLabel(first.register).first} ${titleOf(first.title)}`);
}

/** Entries by record, in the order they were written. */
export function byRecord(entries: EntryView[]): { key: string; first: EntryView; entries: EntryView[] }[] {
  const groups = new Map<string, { key: string; first: EntryView; entries: EntryView[] }>();
  for (const entry of entries) {
    const key = `${entry.register}/${entry.record}`;
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { key, first: entry, entries: [entry] });
  }
  return [...groups.values()];
}
