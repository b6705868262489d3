/** Days as people type them; stored and compared as `YYYY-MM-DD`. How they are shown is `i18n/format`. */
import { daysBetween } from '../i18n';

type Order = 'dmy' | 'mdy' | 'ymd';

function orderOf(locale: string): Order {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(2026, 10, 24));
  const letters = parts.flatMap((p) => (/^(day|month|year)$/.test(p.type) ? [p.type[0]] : []));
  return letters.join('') as Order;
}

/** The day if it exists in the calendar, else null: 30 February is no date. */
export function isoDay(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && full >= 1900 && full <= 9999;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function monthFromName(word: string, locale: string): number | null {
  const wanted = word.toLocaleLowerCase(locale).replace(/\.$/, '');
  for (const style of ['short', 'long'] as const) {
    for (let month = 0; month < 12; month += 1) {
      const name = new Intl.DateTimeFormat(locale, { month: style }).format(new Date(2026, month, 1));
      if (name.toLocaleLowerCase(locale).replace(/\.$/, '') === wanted) return month + 1;
    }
  }
  return null;
}

/** Reads what was typed; null when it is no day. */
export function parseDay(typed: string, locale: string): string | null {
  const text = typed.trim();
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) {
    const [year = 0, month = 0, day = 0] = yearFirst.slice(1).map(Number);
    return isoDay(year, month, day);
  }
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(text);
  if (short) {
    const [a = 0, b = 0, year = 0] = short.slice(1).map(Number);
    return orderOf(locale) === 'mdy' ? isoDay(year, a, b) : isoDay(year, b, a);
  }
  const [, day, word, year] = /^(\d{1,2})\s+([^\d\s]+)\s+(\d{2}|\d{4})$/.exec(text) ?? [];
  if (!day || !word || !year) return null;
  const month = monthFromName(word, locale) ?? monthFromName(word, 'en-GB');
  return month === null ? null : isoDay(Number(year), month, Number(day));
}

/** A moment as it is typed over: this computer's clock, `2026-11-24 09:30`. What is no moment stays as it stands. */
export function localMoment(utc: string): string {
  const date = new Date(utc);
  if (Number.isNaN(date.getTime())) return utc;
  const here = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  return `${here.slice(0, 10)} ${here.slice(11, 16)}`;
}

/** Reads a moment typed by this computer's clock, as UTC; null when it is none. */
export function parseMoment(typed: string): string | null {
  const [, year, month, day, time] = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{2}:\d{2})$/.exec(typed.trim()) ?? [];
  const date = isoDay(Number(year), Number(month), Number(day));
  const moment = new Date(`${date}T${time}`);
  return date === null || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** "in 68 days", "2 months ago": the largest unit that still says something. */
export function relativeDay(iso: string, today: string, locale: string): string {
  const days = daysBetween(today, iso);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(days) < 100) return format.format(days, 'day');
  if (Math.abs(days) < 730) return format.format(Math.round(days / 30.44), 'month');
  return format.format(Math.round(days / 365.25), 'year');
}

/** The day so many days after another. */
export function inDays(from: string, days: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
