/** A filter as a sentence: "Site is Shanghai or Suzhou". */
import type { Filter, Json, Ref, Schema } from '../bindings';
import { call } from '../backend';
import { choiceLabel, fieldLabel } from '../fields/labels';
import { titleOf } from '../fields/text';
import { date, number, t } from '../i18n';
import { follow, isBare, strong } from './filters';

/** Titles of records named in filters, as far as they were picked or looked up in this window. */
const titles = new Map<string, string>();

export function remember(ref: Ref): void {
  titles.set(`${ref.register}/${ref.id}`, titleOf(ref.title, ref.code));
}

/** The title of a record named in a filter, or its number while it is not known. */
export const titleKnown = (register: string, id: string): string => titles.get(`${register}/${id}`) ?? id;

/** Looks up what is not known yet; answers whether anything was learned. */
export async function learn(schema: Schema, register: string, filters: Filter[]): Promise<boolean> {
  let learned = false;
  for (const filter of filters) {
    const target = follow(schema, register, filter.field)?.field.target;
    if (!target) continue;
    for (const id of filter.values) {
      if (titles.has(`${target}/${id}`)) continue;
      const record = await call('get', { register: target, id: Number(id) }).catch(() => null);
      if (!record) continue;
      remember({ register: target, id: record.id, title: record.title, code: record.code });
      learned = true;
    }
  }
  return learned;
}

export function pathName(schema: Schema, register: string, path: string): string {
  const found = follow(schema, register, path);
  if (!found) return path;
  const own = fieldLabel(found.register.key, found.field).first;
  return found.via ? `${fieldLabel(register, found.via).first} · ${own}` : own;
}

export function sentence(schema: Schema, register: string, filter: Filter): string {
  const field = pathName(schema, register, filter.field);
  if (isBare(filter.op)) return t(`filter-${filter.op}`, { field });
  const words = filter.values.map((value) => valueWord(schema, register, filter, value));
  // a filter still being made does not yet narrow the list, and says so
  if (words.length === 0) words.push('…');
  return t(`filter-${filter.op}`, { field, values: words.map(strong).join(t('filter-or')) });
}

function valueWord(schema: Schema, register: string, filter: Filter, value: string): string {
  const found = follow(schema, register, filter.field);
  if (!found || filter.op === 'within_days') return value;
  switch (found.field.kind) {
    case 'choice':
    case 'choices':
      return choiceLabel(found.register.key, found.field, value).first;
    case 'link':
    case 'links':
      return titleKnown(found.field.target ?? '', value);
    case 'flag':
      return value === 'true' ? t('list-yes') : t('list-no');
    case 'date':
      return date(value);
    case 'integer':
    case 'decimal':
    case 'money':
      return number(value);
    default:
      return value;
  }
}

/** The values a new record takes over from filters that name exactly one: what is made in a filtered list belongs to it. */
export function presets(schema: Schema, register: string, filters: Filter[]): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const { field, op, values: named } of filters) {
    const found = follow(schema, register, field);
    if (op !== 'is' || named.length !== 1 || !found || found.via || found.field.readonly) continue;
    if (found.field.kind === 'choice') values[field] = named[0] ?? null;
  }
  return values;
}
