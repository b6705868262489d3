// The first run as one path: language, vault, recovery key, company, doors. Nothing typed here outlives the page.

import { asFailure, call } from '../../backend';
import type { AppState, Failure, Pair, Place, Values } from '../../bindings';

export const STEPS = ['language', 'vault', 'recovery', 'company', 'doors'] as const;
export type Step = (typeof STEPS)[number];

export class Beginning {
  step = $state<Step>('language');
  company = $state('');
  person = $state('');
  place = $state.raw<Place | null>(null);
  passphrase = $state('');
  recoveryKey = $state('');
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  number = $derived(STEPS.indexOf(this.step) + 1);

  to(step: Step) {
    this.failure = null;
    this.step = step;
  }

  /** The default folder follows the company's name until she picks another. */
  async suggestPlace() {
    if (this.#picked || !this.company.trim()) return;
    await this.#try(async () => {
      this.place = await call('place_default', { name: this.company.trim() });
    });
  }
  #picked = false;

  async pickPlace() {
    await this.#try(async () => {
      const picked = await call('place_pick', { name: this.company.trim() || 'Sealbook' });
      if (!picked) return;
      this.place = picked;
      this.#picked = true;
    });
  }

  async create() {
    const place = this.place;
    if (!place) return;
    await this.#try(async () => {
      const { recovery_key } = await call('vault_create', {
        place: place.token,
        company: this.company.trim(),
        person: this.person.trim(),
        passphrase: this.passphrase,
      });
      this.recoveryKey = recovery_key;
      this.passphrase = '';
      this.to('recovery');
    });
  }

  /** Gives up the vault that waits for its recovery key to be typed back. */
  async giveUp() {
    await this.#try(async () => {
      await call('vault_cancel', {});
      this.recoveryKey = '';
      this.to('vault');
    });
  }

  async confirm(typed: string): Promise<AppState | null> {
    let opened: AppState | null = null;
    await this.#try(async () => {
      opened = await call('vault_confirm', { recovery_key: typed });
      this.recoveryKey = '';
      this.to('company');
    });
    return opened;
  }

  #entity: number | null = null;

  /** The company and, where it was named, the first site: two ordinary records. */
  async keepCompany(entity: Values, site: Values | null) {
    await this.#try(async () => {
      // a refused site must not make the entity twice
      const saved = await call('save', { register: 'entity', id: this.#entity, values: entity, reason: null });
      const id = (this.#entity = saved.id);
      if (site) {
        const link = { register: 'entity', id, title: entity['name'] as Pair, code: null };
        await call('save', { register: 'site', id: null, values: { ...site, entity: link }, reason: null });
      }
      this.to('doors');
    });
  }

  async #try(step: () => Promise<void>) {
    this.busy = true;
    this.failure = null;
    try {
      await step();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** The groups a recovery key is read and typed in: what follows the fixed first part, by fours. */
export function keyGroups(key: string): { head: string; groups: string[] } {
  const cut = key.lastIndexOf('-1') + 2;
  return { head: key.slice(0, cut), groups: key.slice(cut).match(/.{1,4}/g) ?? [] };
}

/** Typed characters as the key has them: capitals, without spaces, full-width forms made plain. */
export function asKey(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
