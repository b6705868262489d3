import { beforeEach, expect, test } from 'vitest';
import { countryName, date, due, money, number, percent, signed } from './format';
import { halves, t, t2, tongue } from './words.svelte';

beforeEach(() => tongue.set('en'));

test('money keeps every digit of a decimal string and names its currency', () => {
  expect(money({ amount: '612000', currency: 'CNY' })).toBe('CNY 612,000.00');
  expect(money({ amount: '0.0625', currency: 'EUR' })).toBe('EUR 0.0625');
  tongue.set('it');
  expect(money({ amount: '1234567.5', currency: 'CNY' })).toBe('CNY 1.234.567,50');
});

test('a day is the same day in every language and zone', () => {
  expect(date('2026-11-24')).toBe('24 Nov 2026');
  tongue.set('zh-CN');
  expect(date('2026-11-24')).toBe('2026年11月24日');
  tongue.set('it');
  expect(date('2026-11-24')).toBe('24 nov 2026');
});

test('what is not a day is shown as it stands', () => {
  expect(date('2026-13-45')).toBe('2026-13-45');
  expect(date(null)).toBe('');
});

test('differences carry a true minus', () => {
  expect(signed(-28)).toBe('−28');
  expect(signed(44)).toBe('+44');
  expect(signed(0)).toBe('0');
});

test('numbers, shares, countries and due days read in the working language', () => {
  expect(number('1842')).toBe('1,842');
  expect(percent(94)).toBe('94%');
  expect(countryName('cn')).toBe('China');
  expect(due(3)).toBe('in 3 days');
  expect(due(-1)).toBe('1 day late');
  tongue.set('zh-CN');
  expect(countryName('IT')).toBe('意大利');
  expect(due(0)).toBe('今天');
});

test('the second label is Chinese beside English and Italian, English beside Chinese', () => {
  expect([t('overview'), t2('overview')]).toEqual(['Overview', '总览']);
  tongue.set('zh-CN');
  expect([t('overview'), t2('overview')]).toEqual(['总览', 'Overview']);
  tongue.set('it');
  expect([t('overview'), t2('overview')]).toEqual(['Panoramica', '总览']);
});

test('a title with one half shows that half, whatever the language', () => {
  expect(halves({ zh: '金蝶云', en: null })).toEqual({ first: { text: '金蝶云', lang: 'zh-CN' }, second: null });
  expect(halves({ zh: 'WinRAR', en: 'WinRAR' }).second).toBeNull();
  expect(halves({ zh: null, en: null })).toEqual({ first: null, second: null });
});
