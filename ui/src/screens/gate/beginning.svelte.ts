// The first run as one path: language, vault, recovery key, company, doors. Nothing typed here outlives the page.

import { asFailure, call } from '../../backend';
import type { AppState, Failure, Pair, Place, RecoverySheet, Values } from '../../bindings';

export const STEPS = ['language', 'vault', 'recovery', 'company', 'doors'] as const;
export type Step = (typeof STEPS)[number];

export class Beginning {
  step = $state<Step>('language');
  company = $state('');
  person = $state('');
  place = $state.raw<Place | null>(null);
  passphrase = $state('');
  /** the recovery key, from when it was made until it was typed back */
  sheet = $state.raw<RecoverySheet | null>(null);
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
      this.sheet = await call('vault_create', {
        place: place.token,
        company: this.company.trim(),
        person: this.person.trim(),
        passphrase: this.passphrase,
      });
      this.passphrase = '';
      this.to('recovery');
    });
  }

  /** Gives up the vault that waits for its recovery key to be typed back. */
  async giveUp() {
    await this.#try(async () => {
      await call('vault_cancel', {});
      this.sheet = null;
      this.to('vault');
    });
  }

  async confirm(typed: string): Promise<AppState | null> {
    let opened: AppState | null = null;
    await this.#try(async () => {
      opened = await call('vault_confirm', { recovery_key: typed });
      this.sheet = null;
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
