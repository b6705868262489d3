import { expect, test } from 'vitest';
import type { FoundName, Sure } from '../../bindings';
import { found, lines, nearest, pieces } from './rows';

const name = (text: string, sure: Sure, publisher: string | null = null): FoundName => ({
  name: text,
  publisher,
  version: null,
  installs: 1,
  devices: 1,
  counted: 0,
  sure,
  class: null,
  candidates: [],
  proposed: { name: text, publisher: '', version: '' },
});

test('names stand under the heading of their group, the surest first', () => {
  const all = lines([name('b', 'unlike'), name('a', 'clear'), name('c', 'unlike')]);
  expect(all.map((line) => (line.kind === 'head' ? `${line.sure} ${line.count}` : line.name.name))).toEqual([
    'clear 1',
    'a',
    'unlike 2',
    'b',
    'c',
  ]);
  expect(nearest(all, 0, 1)).toBe(1);
  expect(nearest(all, 2, -1)).toBe(1);
  expect(nearest(all, 0, -1)).toBe(-1);
});

test('every typed word is looked for in name and publisher', () => {
  const all = [name('AutoCAD LT 2026', 'clear', 'Autodesk'), name('中望CAD 2026', 'clear', '中望')];
  expect(found(all, 'cad 2026').length).toBe(2);
  expect(found(all, 'autodesk lt').map((one) => one.name)).toEqual(['AutoCAD LT 2026']);
  expect(found(all, '中望').map((one) => one.name)).toEqual(['中望CAD 2026']);
});

test('the words that tell two names apart are marked', () => {
  const apart = (one: string, other: string) =>
    pieces(one, other)
      .filter((piece) => piece.apart)
      .map((piece) => piece.text);
  expect(apart('AutoCAD LT 2024 (x64)', 'AutoCAD LT 2026')).toEqual(['2024', '(x64)']);
  expect(apart('中望CAD 2026 专业版', '中望CAD 2026')).toEqual(['专业版']);
  expect(
    pieces('a  b', 'b')
      .map((piece) => piece.text)
      .join(''),
  ).toBe('a  b');
});
