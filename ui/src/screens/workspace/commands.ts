// What the palette can do besides finding records: every screen, a new record in every register, and the window's
// own commands. Each is found by its words in all three languages.

import FileUp from '@lucide/svelte/icons/file-up';
import House from '@lucide/svelte/icons/house';
import Languages from '@lucide/svelte/icons/languages';
import Lock from '@lucide/svelte/icons/lock';
import Moon from '@lucide/svelte/icons/moon';
import Plus from '@lucide/svelte/icons/plus';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { Component } from 'svelte';
import { app, router } from '../../app';
import type { Language, Theme } from '../../bindings';
import { registerIcon } from '../../components/register-icons';
import { LANGUAGES, tIn, tongue, type Words } from '../../i18n';
import { PLACES } from './places';

export interface Command {
  key: string;
  kind: 'place' | 'command';
  icon: Component<Record<string, unknown>>;
  /** the label in a language */
  label: (language: Language) => string;
  kbd?: string;
  run: () => void;
}

const said =
  (id: string, words?: (language: Language) => Words) =>
  (language: Language): string =>
    tIn(language, id, words?.(language));

export function commands(): Command[] {
  const registers = app.schema?.registers ?? [];
  return [
    place('overview', House, () => router.go({ screen: 'overview' })),
    ...PLACES.map(({ screen, icon, label }) => place(label, icon, () => router.go({ screen }))),
    ...registers.map(({ key }) =>
      place(`${key}-plural`, registerIcon(key), () => router.go({ screen: 'register', register: key })),
    ),
    place('import', FileUp, () => router.go({ screen: 'import' })),
    place('change-log', ScrollText, () => router.go({ screen: 'log' })),
    place('settings', Settings, () => router.go({ screen: 'settings' }), 'Ctrl ,'),
    ...registers.map<Command>(({ key }) => ({
      key: `new-${key}`,
      kind: 'command',
      icon: Plus,
      label: said('new-record', (language) => ({ what: tIn(language, key) })),
      run: () => router.go({ screen: 'register', register: key, id: 0 }),
    })),
    command('undo-last', Undo2, () => void app.undo(), 'Ctrl Z'),
    command('lock-now', Lock, () => void app.lock(), 'Ctrl L'),
    ...LANGUAGES.filter((language) => language !== tongue.language).map<Command>((language) => ({
      key: `language-${language}`,
      kind: 'command',
      icon: Languages,
      label: said('language-to', () => ({ language: tIn(language, 'language-name') })),
      run: () => void app.prefer({ language }),
    })),
    theme('light', Sun),
    theme('dark', Moon),
    theme('system', SunMoon),
  ];
}

function place(id: string, icon: Command['icon'], run: () => void, kbd?: string): Command {
  return { key: `go-${id}`, kind: 'place', icon, label: said(id), run, kbd };
}

function command(id: string, icon: Command['icon'], run: () => void, kbd?: string): Command {
  return { key: id, kind: 'command', icon, label: said(id), run, kbd };
}

function theme(chosen: Theme, icon: Command['icon']): Command {
  return command(`theme-to-${chosen}`, icon, () => void app.prefer({ theme: chosen }));
}

/** Commands in any of whose languages every typed word begins a word, or stands anywhere for Chinese. */
export function matching(all: Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter((one) =>
    LANGUAGES.some((language) => {
      const label = ` ${one.label(language).toLowerCase()}`;
      return words.every((word) => label.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
    }),
  );
}
