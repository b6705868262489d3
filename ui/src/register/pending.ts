/** What a record made from the words typed into a link field begins with: those words, as its title. */
import { app } from '../app';
import type { Values } from '../bindings';
import { langOf } from '../fields/script';

export function begun(register: string, words: string): Values {
  const info = app.register(register);
  const field = info?.fields.find((one) => one.key === info.title[0]);
  if (!field || field.readonly) return {};
  if (field.kind === 'pair') {
    return { [field.key]: langOf(words) ? { zh: words, en: null } : { zh: null, en: words } };
  }
  return field.kind === 'text' || field.kind === 'identifier' ? { [field.key]: words } : {};
}
