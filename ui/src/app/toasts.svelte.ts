// Short notes at the foot of the window. Instead of asking "are you sure", a note offers the way back.

import type { Failure } from '../bindings';

export interface Action {
  /** Fluent id */
  label: string;
  run: () => void | Promise<void>;
}
export interface Toast {
  key: number;
  tone: 'ok' | 'bad';
  text: string;
  action: Action | null;
}

const SHOWN_MS = 7000;

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;

  /** Shows a text, at most three at a time; it leaves by itself, a failure only when closed. */
  show(text: string, options: { tone?: Toast['tone']; action?: Action } = {}): number {
    const key = this.#next++;
    this.list = [...this.list.slice(-2), { key, tone: options.tone ?? 'ok', text, action: options.action ?? null }];
    if (options.tone !== 'bad') setTimeout(() => this.close(key), SHOWN_MS);
    return key;
  }

  failed(failure: Failure, text: (failure: Failure) => string) {
    this.show(text(failure), { tone: 'bad' });
  }

  close(key: number) {
    this.list = this.list.filter((toast) => toast.key !== key);
  }

  clear() {
    this.list = [];
  }
}

export const toasts = new Toasts();
