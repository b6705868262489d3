import { expect, test } from 'vitest';
import { LANGUAGES, failureText, has, tongue } from './words.svelte';

const sources = import.meta.glob<string>('../**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true });
const texts = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

/** Ids said literally: t('…'), t2('…'), said('…') and the `id` of Two and Label. */
const SAID = /\b(?:t|t2|has|said)\('([a-z][\w-]*)'|<(?:Two|Label)\s[^>]*?\bid="([a-z][\w-]*)"/g;

test('every message the page asks for stands in all three languages', () => {
  const missing: string[] = [];
  for (const [path, source] of Object.entries(sources)) {
    if (path.endsWith('.test.ts')) continue;
    for (const [, spoken, labelled] of source.matchAll(SAID)) {
      const id = spoken ?? labelled ?? '';
      for (const language of LANGUAGES) if (!has(id, language)) missing.push(`${language} ${id} (${path})`);
    }
  }
  expect(missing).toEqual([]);
});

test('no message is said twice within a language', () => {
  for (const language of LANGUAGES) {
    const ids = Object.entries(texts)
      .filter(([path]) => path.includes(`/${language}/`))
      .flatMap(([, text]) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  }
});

test('a failure is said with the labels of its register and field, and with its plural', () => {
  tongue.set('zh-CN');
  const args = { register: 'vendor', value: 'X' };
  expect(failureText({ code: 'link_unknown', args })).not.toContain('vendor');
  tongue.set('en');
  expect(failureText({ code: 'part_not_made', args: { register: 'purchase' }, field: 'quantity' })).toContain(
    'Quantity',
  );
  expect(failureText({ code: 'formulas_read', args: { count: '1' } })).toContain('One cell');
});
