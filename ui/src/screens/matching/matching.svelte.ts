// The names that wait, where the officer stands among them, and her decisions: each one operation that U takes back.

import { app, jobs } from '../../app';
import { call, runJob } from '../../backend';
import type { Candidate, Changes, FoundName, SetAside, Taken, Values } from '../../bindings';
import { t } from '../../i18n';
import { found, lines, nearest, type Line } from './rows';

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().split(/\s+/).join(' ').trim();

export class Matching {
  typed = $state('');
  /** place of the cursor among the lines */
  at = $state(0);
  busy = $state(false);
  #names = $state.raw<FoundName[]>([]);
  /** decided since the names were read */
  #settled = $state.raw<ReadonlySet<string>>(new Set());
  /** products chosen instead of the best, by name */
  #chosen = $state.raw<ReadonlyMap<string, Candidate>>(new Map());
  #done: number[] = [];

  names = $derived(this.#names.filter((name) => !this.#settled.has(keyOf(name.name))));
  lines: Line[] = $derived(lines(found(this.names, this.typed)));
  current: FoundName | null = $derived.by(() => {
    const line = this.lines[this.at];
    return line?.kind === 'name' ? line.name : null;
  });

  read = async (): Promise<FoundName[]> => {
    const names = await runJob<FoundName[]>(await call('matching_names', {}));
    this.#names = names;
    this.#settled = new Set();
    this.settle();
    return names;
  };

  /** Keeps the cursor on a name. */
  settle() {
    const below = nearest(this.lines, Math.min(this.at, this.lines.length - 1), 1);
    this.at = below >= 0 ? below : Math.max(0, nearest(this.lines, this.lines.length - 1, -1));
  }

  move(to: number, step: 1 | -1) {
    const within = Math.max(0, Math.min(this.lines.length - 1, to));
    const place = nearest(this.lines, within, step);
    const other = place >= 0 ? place : nearest(this.lines, within, step === 1 ? -1 : 1);
    if (other >= 0) this.at = other;
  }

  /** The product a name would be taken for. */
  candidate(name: FoundName): Candidate | null {
    return this.#chosen.get(name.name) ?? name.candidates[0] ?? null;
  }

  choose(name: FoundName, candidate: Candidate) {
    this.#chosen = new Map(this.#chosen).set(name.name, candidate);
  }

  accept(name: FoundName, product: Pick<Candidate, 'id'> | null = this.candidate(name)): Promise<boolean> {
    return product ? this.acceptAll([{ name: name.name, product: product.id }]) : Promise.resolve(false);
  }

  acceptAll(taken: Taken[]): Promise<boolean> {
    const text = t('match-done', { count: taken.length });
    return this.#decide(
      taken.map((one) => one.name),
      text,
      async () => jobs.run<Changes>(await call('matching_accept', { taken }), t('matching')),
    );
  }

  /** Makes a product called `title` of a name. */
  make(name: string, title: string, values: Values): Promise<boolean> {
    const make = async () => (await call('matching_new', { names: [name], values })).changes;
    return this.#decide([name], t('match-done-new', { name: title }), make);
  }

  setAside(names: SetAside[]): Promise<boolean> {
    const text = t('match-done-aside', { count: names.length });
    return this.#decide(
      names.map((one) => one.name),
      text,
      async () => jobs.run<Changes>(await call('matching_aside', { names }), t('matching')),
    );
  }

  undo(): Promise<boolean> {
    return app.undo(this.#done.pop() ?? null);
  }

  async #decide(names: string[], text: string, write: () => Promise<Changes>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const before = this.#settled;
    try {
      return await app.attempt(async () => {
        const changes = await write();
        this.#done.push(changes.operation);
        // seen at once; the names themselves are read again beside
        this.#settled = new Set([...before, ...names.map(keyOf)]);
        this.settle();
        await app.applied(changes, text);
      });
    } finally {
      this.busy = false;
    }
  }
}
