// Which dates are shown: by lane, by kind, open or decided.

import type { DeadlineRow, Near } from '../../bindings';

export type Lane = Near | 'open' | 'decided';
export const LANES: readonly Lane[] = ['open', 'overdue', 'week', 'month', 'quarter', 'past', 'decided'];

export function inLane(row: DeadlineRow, lane: Lane): boolean {
  if (lane === 'decided') return row.settled;
  return !row.settled && (lane === 'open' ? row.near !== 'past' : row.near === lane);
}

/** Missed notices before everything else; otherwise as they come. */
export const missedFirst = (rows: readonly DeadlineRow[]) =>
  rows.toSorted((one, other) => Number(other.follows.length > 0) - Number(one.follows.length > 0));

export const keyOf = (row: DeadlineRow) => `${row.kind}/${row.id}`;

/** The first days of the months a year's time line shows, the running one first. */
export function months(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 13 }, (_, ahead) => {
    const at = month - 1 + ahead;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** Where a day lies on the line, in percent; null beyond it. */
export function placeOf(day: string, line: readonly string[]): number | null {
  const at = line.findLastIndex((first) => first <= day);
  const from = line[at];
  const to = line[at + 1];
  if (from === undefined || to === undefined) return null;
  const share = (Date.parse(day) - Date.parse(from)) / (Date.parse(to) - Date.parse(from));
  return ((at + share) / (line.length - 1)) * 100;
}
