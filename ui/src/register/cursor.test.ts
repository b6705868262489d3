import { describe, expect, it } from 'vitest';
import { Cursor } from './cursor.svelte';

const key = (name: string, held: Partial<{ shiftKey: boolean; ctrlKey: boolean }> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const cursor = (rows = 1_000_000) =>
  new Cursor(
    () => rows,
    () => 8,
    () => 15,
  );

describe('the table cursor', () => {
  it('stays inside the table', () => {
    const c = cursor(3);
    c.navigate(key('ArrowUp'));
    expect(c.row).toBe(0);
    c.navigate(key('PageDown'));
    expect(c.row).toBe(2);
  });

  it('reaches the last of a million rows in one step', () => {
    const c = cursor();
    c.navigate(key('End', { ctrlKey: true }));
    expect([c.row, c.column]).toEqual([999_999, 7]);
  });

  it('selects a range from where Shift began', () => {
    const c = cursor();
    c.moveTo(10, 0);
    c.navigate(key('ArrowDown', { shiftKey: true }));
    c.navigate(key('ArrowDown', { shiftKey: true }));
    expect(c.selected).toEqual([[10, 13]]);
    c.navigate(key('PageUp', { shiftKey: true }));
    expect(c.selected).toEqual([[0, 11]]);
  });

  it('does not select when only the column moves', () => {
    const c = cursor();
    c.navigate(key('ArrowRight', { shiftKey: true }));
    expect(c.count).toBe(0);
  });

  it('selects everything without naming it', () => {
    const c = cursor();
    c.selectAll();
    c.toggle(5);
    expect(c.count).toBe(999_999);
  });
});
