// Where the window stands. A small history of its own: what is shown never becomes an address.

import type { FileToken, ListQuery, Near } from '../bindings';

export type Screen =
  'overview' | 'findings' | 'register' | 'matching' | 'position' | 'renewals' | 'import' | 'log' | 'settings';

export interface Location {
  screen: Screen;
  /** the register shown, or the one an import goes into */
  register?: string;
  /** a record to show beside its list; 0 opens the form for a new one. On the position and the findings: the product to open */
  id?: number;
  query?: ListQuery;
  /** the kind of findings or of dates shown */
  kind?: string;
  /** the dates shown: how near */
  near?: Near;
  /** a file already handed over, for the import */
  file?: FileToken;
  /** cells pasted into a list, and the columns that list shows */
  pasted?: { text: string; columns: string[] };
  /** the import whose rows left out are to be corrected */
  resumes?: number;
}

const DEPTH = 50;

/** Asked before leaving; true keeps the place. A form with unsaved work answers for itself. */
export type Guard = (leave: () => void) => boolean;

export class Router {
  here = $state.raw<Location>({ screen: 'overview' });
  #past = $state.raw<Location[]>([]);
  #guards = new Set<Guard>();

  canGoBack = $derived(this.#past.length > 0);

  go(to: Location) {
    this.#leaving(() => {
      this.#past = [...this.#past, this.here].slice(-DEPTH);
      this.here = to;
    });
  }

  /** Changes the place without a step back to it: the record shown beside a list. */
  replace(to: Location) {
    this.here = to;
  }

  back() {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#leaving(() => {
      this.#past = this.#past.slice(0, -1);
      this.here = last;
    });
  }

  /** Forgets everything: another vault, or none. */
  reset() {
    this.#past = [];
    this.here = { screen: 'overview' };
  }

  /** Registers a guard; call the answer to take it away. */
  guard(guard: Guard): () => void {
    this.#guards.add(guard);
    return () => void this.#guards.delete(guard);
  }

  #leaving(leave: () => void) {
    for (const guard of this.#guards) if (guard(leave)) return;
    leave();
  }
}

export const router = new Router();
