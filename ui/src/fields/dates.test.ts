import { describe, expect, it } from 'vitest';
import { inDays, localMoment, parseDay, parseMoment, relativeDay } from './dates';

describe('days as typed', () => {
  it.each([
    ['2026-03-01', 'en-GB', '2026-03-01'],
    ['1/3/2026', 'en-GB', '2026-03-01'],
    ['1/3/2026', 'it-IT', '2026-03-01'],
    ['3/1/2026', 'en-US', '2026-03-01'],
    ['2026年3月1日', 'zh-CN', '2026-03-01'],
    ['2026/3/1', 'zh-CN', '2026-03-01'],
    ['20260301', 'zh-CN', '2026-03-01'],
    ['1.3.26', 'it-IT', '2026-03-01'],
    ['1 mar 2026', 'it-IT', '2026-03-01'],
    ['1 March 2026', 'en-GB', '2026-03-01'],
  ])('%s in %s', (typed, locale, day) => expect(parseDay(typed, locale)).toBe(day));

  it.each(['30/2/2026', '2026-13-01', 'soon', '', '1/3'])('%s is no day', (typed) =>
    expect(parseDay(typed, 'en-GB')).toBeNull(),
  );

  it.each(['en-GB', 'en-US', 'zh-CN', 'it-IT'])('a day shown in full reads the same in %s', (locale) =>
    expect(parseDay('2027-01-31', locale)).toBe('2027-01-31'),
  );

  it('reads a moment back as it shows it, and no other text', () => {
    const moment = new Date(2026, 10, 24, 9, 30).toISOString();
    expect(localMoment(moment)).toBe('2026-11-24 09:30');
    expect(parseMoment(localMoment(moment))).toBe(moment);
    for (const text of ['2026-02-30 09:30', '2026-11-24 25:00', '2026-11-24', 'noon'])
      expect(parseMoment(text)).toBeNull();
  });
});

describe('days as read', () => {
  it('says how far away', () => {
    expect(relativeDay('2026-11-30', '2026-11-24', 'en')).toBe('in 6 days');
    expect(relativeDay('2026-11-24', '2026-11-24', 'en')).toBe('today');
    expect(relativeDay('2028-11-24', '2026-11-24', 'en')).toBe('in 2 years');
  });
});

describe('days reckoned', () => {
  it.each([
    ['2026-11-24', 14, '2026-12-08'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (from, days, to) => expect(inDays(from, days)).toBe(to));
});
