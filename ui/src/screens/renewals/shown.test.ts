import { expect, test } from 'vitest';
import { inLane, missedFirst, months, placeOf } from './shown';
import type { DeadlineRow } from '../../bindings';

test('a lane shows what is near and open', () => {
  const row = (near: DeadlineRow['near'], settled: boolean) => ({ near, settled }) as DeadlineRow;
  expect(inLane(row(null, false), 'open')).toBe(true);
  expect(inLane(row('past', false), 'open')).toBe(false);
  expect(inLane(row('week', true), 'week')).toBe(false);
  expect(inLane(row('week', true), 'decided')).toBe(true);
});

test('a missed notice comes before what passed earlier', () => {
  const row = (id: number, follows: string[]) => ({ id, follows }) as DeadlineRow;
  expect(missedFirst([row(1, []), row(2, ['renews']), row(3, [])]).map(({ id }) => id)).toEqual([2, 1, 3]);
});

test('the line runs a year from the first of this month', () => {
  const line = months('2026-11-24');
  expect([line[0], line[2], line.at(-1)]).toEqual(['2026-11-01', '2027-01-01', '2027-11-01']);
  expect(placeOf('2026-11-01', line)).toBe(0);
  expect(placeOf('2027-05-01', line)).toBe(50);
  expect(placeOf('2026-10-31', line)).toBeNull();
  expect(placeOf('2027-11-01', line)).toBeNull();
});
