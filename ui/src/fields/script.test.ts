import { expect, test } from 'vitest';
import { visible } from './script';

test('what cannot be seen in a text is named, and nothing else is touched', () => {
  expect(visible('Auto\u200bCAD\ufeff')).toBe('Auto⟨U+200B⟩CAD⟨U+FEFF⟩');
  expect(visible('a\u202eb\u0000c\td')).toBe('a⟨U+202E⟩b⟨U+0000⟩c⟨U+0009⟩d');
  expect(visible('中文（上海）\nline two é €')).toBe('中文（上海）\nline two é €');
});
