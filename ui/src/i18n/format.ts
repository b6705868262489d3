// Numbers, dates and money as the working language writes them. Stored values stay ISO dates and decimal strings.

import type { Money } from '../bindings';
import { locale, t, tongue } from './words.svelte';

// Intl objects are dear to make and lists ask for thousands
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return made(options, (tag) => new Intl.NumberFormat(tag, options));
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made(options, (tag) => new Intl.DateTimeFormat(tag, options));
}

function made<T extends Intl.NumberFormat | Intl.DateTimeFormat>(options: object, make: (tag: string) => T): T {
  const tag = locale(tongue.language);
  const key = tag + JSON.stringify(options);
  const found = kept.get(key) as T | undefined;
  if (found) return found;
  const fresh = make(tag);
  kept.set(key, fresh);
  return fresh;
}

/** A decimal string keeps all its digits; nothing passes through a float. */
function digits(value: number | string): number | Intl.StringNumericLiteral {
  return typeof value === 'number' ? value : (value as Intl.StringNumericLiteral);
}

export function number(value: number | string | null, decimals?: number): string {
  if (value === null || value === '') return '';
  const options = decimals === undefined ? { maximumFractionDigits: 6 } : { maximumFractionDigits: decimals };
  return numbers({ useGrouping: 'always', ...options }).format(digits(value));
}

/** With its sign always shown, and a true minus: differences. */
export function signed(value: number): string {
  return numbers({ signDisplay: 'exceptZero', useGrouping: 'always' }).format(value).replace('-', '−');
}

export function percent(value: number): string {
  return numbers({ style: 'percent', maximumFractionDigits: 0 }).format(value / 100);
}

/** `CNY 612,000.00`: the code, not the sign, since ¥ is two currencies. */
export function money(value: Money | null): string {
  if (!value) return '';
  return `${value.currency} ${amount(value.amount)}`;
}

/** An amount to the unit, with its currency: for sums where cents only disturb. */
export function wholeMoney(value: Money): string {
  return `${value.currency} ${number(value.amount, 0)}`;
}

export function amount(value: string): string {
  return numbers({ minimumFractionDigits: 2, maximumFractionDigits: 4, useGrouping: 'always' }).format(digits(value));
}

/** A day, `YYYY-MM-DD`; read as that day wherever the computer stands. */
export function date(iso: string | null): string {
  const day = parsed(iso);
  return day ? dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day) : (iso ?? '');
}

/** The month of a day, with its year: `Nov 2026`. */
export function month(iso: string): string {
  const day = parsed(iso);
  return day ? dates({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day) : iso;
}

export function longDate(iso: string): string {
  const day = parsed(iso);
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return day ? dates(options).format(day) : iso;
}

function parsed(iso: string | null): Date | null {
  if (!iso || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}

/** A moment, UTC in the record, shown by this computer's clock. */
export function moment(utc: string | null): string {
  if (!utc) return '';
  const when = new Date(utc);
  if (Number.isNaN(when.getTime())) return utc;
  return dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(when);
}

/** `in 3 days`, `today`, `5 days late`. */
export function due(days: number): string {
  if (days === 0) return t('due-today');
  return days > 0 ? t('due-in', { days }) : t('due-late', { days: -days });
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `48 kB` */
export function size(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const value = bytes / 1000 ** step;
  return numbers({ style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

/** The country of a two-letter code; empty for what is none. */
export function countryName(code: string): string {
  const tidy = code.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(tidy)) return '';
  const name = new Intl.DisplayNames([locale(tongue.language)], { type: 'region', fallback: 'none' }).of(tidy);
  return name ?? '';
}
