// One asynchronous read: the last good answer stays while a newer one is under way.

import type { Failure } from '../bindings';
import { asFailure } from '../backend';

export class Resource<T> {
  current = $state.raw<T | undefined>(undefined);
  loading = $state(true);
  failure = $state.raw<Failure | null>(null);
  #read: () => Promise<T>;
  #asked = 0;

  /** Reads at once and again whenever a rune read inside `read`, before its first await, changes. */
  constructor(read: () => Promise<T>) {
    this.#read = read;
    $effect(() => {
      void this.refetch();
    });
  }

  refetch = async () => {
    const mine = ++this.#asked;
    const answer = this.#read();
    this.loading = true;
    try {
      const value = await answer;
      if (mine !== this.#asked) return;
      this.current = value;
      this.failure = null;
    } catch (thrown) {
      if (mine === this.#asked) this.failure = asFailure(thrown);
    } finally {
      if (mine === this.#asked) this.loading = false;
    }
  };
}
