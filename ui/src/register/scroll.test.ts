import { describe, expect, it } from 'vitest';
import { barHeight, isScaled, offsetOf, reveal, scrollTopOf, span, tallest } from './scroll';

const small = { rows: 1_000, rowHeight: 46, view: 700 };
const million = { rows: 1_000_000, rowHeight: 46, view: 700 };

describe('scrolling', () => {
  it('is exact while the rows fit under the cap', () => {
    expect(isScaled(small)).toBe(false);
    expect(offsetOf(small, 1234)).toBe(1234);
    expect(barHeight(small)).toBe(46_000);
  });

  it('never asks for an element taller than browsers draw', () => {
    expect(barHeight(million)).toBe(tallest);
  });

  it('reaches the very first and the very last of a million rows', () => {
    expect(span(million, offsetOf(million, 0), 0).first).toBe(0);
    const bottom = barHeight(million) - million.view;
    expect(span(million, offsetOf(million, bottom), 0).end).toBe(1_000_000);
  });

  it('comes back to the same row after bar and offset are turned into each other', () => {
    for (const row of [0, 1, 499_999, 999_984]) {
      const offset = row * million.rowHeight;
      expect(offsetOf(million, scrollTopOf(million, offset))).toBeCloseTo(offset, 3);
    }
  });

  it('moves no further than needed to show a row', () => {
    expect(reveal(million, 0, 3)).toBe(0);
    expect(reveal(million, 460, 3)).toBe(138);
    expect(reveal(million, 0, 20)).toBe(21 * 46 - 700);
  });
});
