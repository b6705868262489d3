import { expect, test } from 'vitest';
import { clearOf } from './foot';

const notes = { left: 232, right: 792, height: 42 };
const acts = { left: 216, right: 1024, top: 640, bottom: 700 };

test('notes stand above the buttons of the step', () => {
  expect(clearOf(notes, [], 700)).toBe(24);
  expect(clearOf(notes, [acts], 700)).toBe(68);
});

test('only what they would cover moves them', () => {
  const panel = { left: 800, right: 1024, top: 640, bottom: 700 };
  const dialog = { left: 300, right: 700, top: 420, bottom: 480 };
  expect(clearOf(notes, [panel, dialog], 700)).toBe(24);
  expect(clearOf({ ...notes, right: 810 }, [panel], 700)).toBe(68);
});

test('a dialog that ends right above the buttons below it is cleared too', () => {
  const dialog = { left: 300, right: 700, top: 590, bottom: 636 };
  expect(clearOf(notes, [acts, dialog], 700)).toBe(118);
  expect(clearOf(notes, [dialog, acts], 700)).toBe(118);
});
