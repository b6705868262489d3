// Words in the working language and in the one that stands beside it. `t` and `t2` read the current language, so
// whatever shows them follows a change of language at once.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import { visible } from '../fields/script';
import type { Failure, Language, Pair } from '../bindings';

export type Words = Record<string, FluentVariable>;

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN', 'it'];

const files = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

const bundles = new Map(LANGUAGES.map((language) => [language, bundle(language)]));

function bundle(language: Language): FluentBundle {
  // no isolation marks: all three languages run left to right, and people copy what they see
  const made = new FluentBundle(locale(language), { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${language}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

/** The locale numbers and dates follow. English dates read day first, as the workbooks do. */
export function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

class Tongue {
  /** the working language */
  language = $state<Language>('en');
  /** the language of the smaller label: Chinese beside English and Italian, English beside Chinese */
  second = $derived<Language>(this.language === 'zh-CN' ? 'en' : 'zh-CN');

  set(language: Language) {
    this.language = language;
    document.documentElement.lang = language;
  }
}

export const tongue = new Tongue();

function text(language: Language, id: string, args?: Words): string | null {
  const found = bundles.get(language);
  const pattern = found?.getMessage(id)?.value;
  return found && pattern ? found.formatPattern(pattern, grouped(args), []) : null;
}

/** Thousands are told apart from the first on, as in tables; Italian would begin at ten thousand. */
function grouped(args?: Words): Words | undefined {
  return (
    args &&
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'number' ? new FluentNumber(value, { useGrouping: 'always' }) : value,
      ]),
    )
  );
}

/** The message in the working language. */
export function t(id: string, args?: Words): string {
  return text(tongue.language, id, args) ?? text('en', id, args) ?? id;
}

/** The message in the second language. */
export function t2(id: string, args?: Words): string {
  return text(tongue.second, id, args) ?? '';
}

/** The message in a named language, whatever the working one is. */
export function tIn(language: Language, id: string, args?: Words): string {
  return text(language, id, args) ?? id;
}

export function has(id: string, language: Language = tongue.language): boolean {
  return bundles.get(language)?.hasMessage(id) ?? false;
}

/** What a refused command says; the field at fault by its label. */
export function failureText(failure: Pick<Failure, 'code' | 'args'> & { field?: string | null }): string {
  const id = `error-${failure.code}`;
  if (!has(id)) return t('error-unexpected', { detail: failure.code });
  const key = failure.args.field ?? failure.field ?? '';
  const register = failure.args.register ?? '';
  const said = Object.entries(failure.args).map(([name, text]) => [name, visible(text)]);
  const args: Words = {
    ...Object.fromEntries(said),
    field: named(`${register}-${key}`, key),
    register: named(register, register),
  };
  // only a number chooses its plural
  for (const name of ['count', 'rows', 'limit']) {
    const text = failure.args[name] ?? '';
    if (/^\d+$/.test(text)) args[name] = Number(text);
  }
  return t(id, args);
}

const named = (id: string, otherwise: string): string => (has(id) ? t(id) : otherwise);

export interface Half {
  text: string;
  lang: Language;
}

/** A title in both scripts, the working language first; a missing half is left out. */
export function halves(pair: Pair): { first: Half | null; second: Half | null } {
  const zh: Half | null = pair.zh ? { text: pair.zh, lang: 'zh-CN' } : null;
  const en: Half | null = pair.en ? { text: pair.en, lang: 'en' } : null;
  const [first, second] = tongue.language === 'zh-CN' ? [zh, en] : [en, zh];
  if (!first) return { first: second, second: null };
  return { first, second: second && second.text !== first.text ? second : null };
}

/** The title in one line, in the working language where it has that half. */
export function pairText(pair: Pair): string {
  return halves(pair).first?.text ?? '';
}
