import { expect, test } from 'vitest';
import { inLane, months, nearness, placeOf } from './shown';
import type { DeadlineRow } from '../../bindings';

test('lanes part the days as the overview does', () => {
  expect([-31, -30, -1, 0, 7, 8, 30, 31, 90, 91].map(nearness)).toEqual([
    'past',
    'overdue',
    'overdue',
    'week',
    'week',
    'month',
    'month',
    'quarter',
    'quarter',
    null,
  ]);
  const row = (days: number, settled: boolean) => ({ days, settled }) as DeadlineRow;
  expect(inLane(row(200, false), 'open')).toBe(true);
  expect(inLane(row(3, true), 'week')).toBe(false);
  expect(inLane(row(3, true), 'decided')).toBe(true);
});

test('the line runs a year from the first of this month', () => {
  const line = months('2026-11-24');
  expect([line[0], line[2], line.at(-1)]).toEqual(['2026-11-01', '2027-01-01', '2027-11-01']);
  expect(placeOf('2026-11-01', line)).toBe(0);
  expect(placeOf('2027-05-01', line)).toBe(50);
  expect(placeOf('2026-10-31', line)).toBeNull();
  expect(placeOf('2027-11-01', line)).toBeNull();
});
