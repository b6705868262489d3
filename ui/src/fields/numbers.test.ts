import { describe, expect, it } from 'vitest';
import { parseDecimal } from './numbers';

describe('numbers as typed', () => {
  it.each([
    ['1,234.50', 'en-GB', '1234.5'],
    ['1.234,50', 'it-IT', '1234.5'],
    ['1234.50', 'it-IT', '1234.5'],
    ['12,5', 'it-IT', '12.5'],
    ['¥ 3,460,800', 'zh-CN', '3460800'],
    ['１２０', 'zh-CN', '120'],
    ['-5', 'en-GB', '-5'],
    ['007', 'en-GB', '7'],
  ])('%s in %s', (typed, locale, value) => expect(parseDecimal(typed, locale)).toBe(value));

  it.each(['二十四', '1 2 x', '', '--3', '1.2.3'])('%s is no number', (typed) =>
    expect(parseDecimal(typed, 'en-GB')).toBeNull(),
  );
});
