// The interface's words, read from the same Fluent files: a test says which text it means, not how it is spelt.

import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';

const locales = new URL('../../locales/', import.meta.url);

/** A function from message to text in one language. */
export function words(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const name of readdirSync(new URL(`${language}/`, locales))) {
    if (!name.endsWith('.ftl')) continue;
    const text = readFileSync(new URL(`${language}/${name}`, locales), 'utf8');
    bundle.addResource(new FluentResource(text));
  }
  return (id, args = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no text ${id} in ${language}`);
    return bundle.formatPattern(pattern, args);
  };
}
