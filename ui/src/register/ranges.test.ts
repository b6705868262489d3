import { describe, expect, it } from 'vitest';
import { between, count, has, none, positions, toggle, union, without } from './ranges';

describe('selection ranges', () => {
  it('merges ranges that touch or overlap', () => {
    expect(union(union(none, 0, 3), 3, 5)).toEqual([[0, 5]]);
    expect(
      union(
        [
          [0, 2],
          [8, 9],
        ],
        1,
        8,
      ),
    ).toEqual([[0, 9]]);
  });

  it('takes a row out of the middle', () => {
    expect(without([[0, 10]], 4, 5)).toEqual([
      [0, 4],
      [5, 10],
    ]);
  });

  it('counts a million rows without listing them', () => {
    const all = toggle([[0, 1_000_000]], 77);
    expect(count(all)).toBe(999_999);
    expect(has(all, 77)).toBe(false);
    expect(all.length).toBe(2);
  });

  it('selects between anchor and row in either direction', () => {
    expect(between(5, 2)).toEqual([[2, 6]]);
    expect([...positions(between(2, 4))]).toEqual([2, 3, 4]);
  });
});
