// What the whole window shares: the application's state, the registers of the open vault, what was changed last.

import type { AppState, Changes, Overview, RegisterInfo, Schema, Theme, UndoState } from '../bindings';
import { asFailure, call, type Args } from '../backend';
import { failureText, t, tongue } from '../i18n';
import { drafts } from './drafts';
import { router } from './router.svelte';
import { toasts } from './toasts.svelte';

export class App {
  state = $state.raw<AppState | null>(null);
  schema = $state.raw<Schema | null>(null);
  /** counts that want attention, for the sidebar; the overview shows the same answer */
  overview = $state.raw<Overview | null>(null);
  undoable = $state.raw<UndoState | null>(null);
  /** rises with every write: what depends on the vault's content reads it and fetches again */
  revision = $state(0);
  /** the registers the last write touched */
  touched = $state.raw<string[]>([]);
  /** true from the idle lock's first moment: the page is blank before the program has answered */
  blank = $state(false);

  open = $derived(this.state?.phase === 'open');
  today = $derived(this.state?.today ?? new Date().toISOString().slice(0, 10));
  #lastVault: string | null = null;
  #counting = false;
  #uncounted = false;
  #registers = $derived(new Map(this.schema?.registers.map((register) => [register.key, register])));

  register(key: string): RegisterInfo | undefined {
    return this.#registers.get(key);
  }

  async start() {
    await this.enter(await call('app_state', {}));
    if (this.state?.phase !== 'locked') return;
    const opened = await call('vault_unlock_keychain', {}).catch(() => null);
    if (opened) await this.enter(opened);
  }

  /** Takes over a state the program answered with, and loads what an open vault needs. */
  async enter(state: AppState) {
    const opening = state.phase === 'open' && !this.open;
    tongue.set(state.language);
    setTheme(state.theme);
    if (opening) {
      // after a lock she stands where she was; another vault starts anew
      if (state.vault?.id !== this.#lastVault) {
        router.reset();
        drafts.forget();
      }
      this.#lastVault = state.vault?.id ?? null;
      this.schema = await call('schema', {});
    }
    this.state = state;
    this.blank = false;
    if (opening) await this.refresh();
    if (state.phase !== 'open') this.#forget();
  }

  #forget() {
    this.schema = null;
    this.overview = null;
    this.undoable = null;
    this.touched = [];
    toasts.clear();
  }

  async prefer(preference: Args<'set_preference'>) {
    // seen at once, kept by the program a moment later
    if (preference.language) tongue.set(preference.language);
    if (preference.theme) setTheme(preference.theme);
    await this.attempt(async () => {
      this.state = await call('set_preference', preference);
    });
  }

  async setSchema(schema: Schema) {
    this.schema = schema;
    this.revision++;
  }

  /** After a write: everything that shows the vault fetches again; the note offers to undo it. */
  async applied(changes: Changes, text?: string) {
    this.touched = changes.registers;
    this.revision++;
    if (text) {
      toasts.show(text, { action: { label: 'undo', run: () => void this.undo(changes.operation) } });
    }
    await this.refresh();
  }

  /** Takes back one operation, or the last one that can be; answers whether it was not refused. */
  undo(operation: number | null = null): Promise<boolean> {
    return this.attempt(async () => {
      const last = operation === null ? await call('undo_state', {}) : null;
      if (operation === null && !last) {
        toasts.show(t('undo-nothing'));
        return;
      }
      const changes = await call('undo', { operation: operation ?? last?.operation ?? null });
      // an import may have made fields of the officer's own
      this.schema = await call('schema', {});
      await this.applied(changes);
      toasts.show(t('undo-done'));
    });
  }

  async refresh() {
    if (!this.open) return;
    void this.#count();
    this.undoable = await call('undo_state', {}).catch(() => null);
  }

  /** Counting goes through the whole record: nobody waits for it, and writes made meanwhile are counted once, together. */
  async #count() {
    this.#uncounted = true;
    if (this.#counting) return;
    this.#counting = true;
    while (this.#uncounted && this.open) {
      this.#uncounted = false;
      const overview = await call('overview', {}).catch(() => null);
      if (overview && this.open) this.overview = overview;
    }
    this.#counting = false;
  }

  async lock() {
    this.blank = true;
    await this.attempt(async () => this.enter(await call('vault_lock', {})));
    this.blank = false;
  }

  /** Runs a step and shows its refusal as a note; answers whether it went through. */
  async attempt(step: () => Promise<unknown>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      // the vault locked itself meanwhile: go where it can be opened again
      if (failure.code === 'locked' && this.open) {
        await this.enter(await call('app_state', {}));
        return false;
      }
      toasts.failed(failure, failureText);
      return false;
    }
  }
}

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
let theme: Theme = 'system';

function setTheme(chosen: Theme) {
  theme = chosen;
  const shown = chosen === 'system' ? (dark?.matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset.theme = shown;
}
dark?.addEventListener('change', () => setTheme(theme));

export const app = new App();
