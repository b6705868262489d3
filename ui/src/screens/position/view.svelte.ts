// The license position as the screen holds it: the day, the part of the company, and the report the program made of them.

import { app } from '../../app';
import { asFailure, call, runJob } from '../../backend';
import type { Failure, JobState, PositionFigures, PositionReport, PositionRow } from '../../bindings';

/** Which rows are shown: all, or those that stand so. */
export type Standing = 'all' | 'short' | 'unproven' | 'over';

export class PositionView {
  asOf = $state<string | null>(app.today);
  entities = $state.raw<number[]>([]);
  sites = $state.raw<number[]>([]);
  /** provable rights alone count */
  provable = $state(false);
  standing = $state<Standing>('all');
  words = $state('');
  report = $state.raw<PositionReport | null>(null);
  progress = $state.raw<JobState | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** true once half a second has passed: a quick answer needs no bar */
  slow = $state(false);
  #running: AbortController | null = null;

  rows = $derived.by(() => {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    return (this.report?.products ?? []).filter(
      (row) => stands(row, this.standing, this.provable) && words.every((word) => told(row).includes(word)),
    );
  });

  count = (standing: Standing): number =>
    this.report?.products.filter((row) => stands(row, standing, this.provable)).length ?? 0;

  /** Asks anew; a question still open is given up. */
  async load(asked: { as_of: string; entities: number[]; sites: number[] }): Promise<void> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    const timer = setTimeout(() => (this.slow = this.#running === running), 500);
    try {
      const job = await call('position', { ...asked, product: null });
      const report = await runJob<PositionReport>(job, (state) => this.#heard(running, state), running.signal);
      if (this.#running !== running) return;
      this.report = report;
      this.failure = null;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (this.#running === running && failure.code !== 'cancelled') this.failure = failure;
    } finally {
      clearTimeout(timer);
      if (this.#running === running) this.#rest();
    }
  }

  cancel() {
    this.#running?.abort();
    this.#rest();
  }

  #heard(running: AbortController, state: JobState) {
    if (this.#running === running) this.progress = state;
  }

  #rest() {
    this.#running = null;
    this.progress = null;
    this.slow = false;
  }
}

/** What a product’s explanation is asked for. */
export interface Asked {
  product: number;
  as_of: string;
  entities: number[];
  sites: number[];
}

/** Rights beyond those needed, by all rights or by provable ones. */
export const delta = (figures: PositionFigures, provable: boolean): number =>
  provable ? figures.delta_provable : figures.delta;

const short = (figures: PositionFigures, provable: boolean): number =>
  provable ? figures.short_provable : figures.short;

function stands(row: PositionRow, standing: Standing, provable: boolean): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'short':
      return short(row.figures, provable) > 0;
    case 'unproven':
      return row.proof !== null && row.proof !== 'complete';
    case 'over':
      return row.figures.over > 0;
  }
}

const told = ({ product, publisher, edition, version }: PositionRow): string =>
  [product.code, product.title.zh, product.title.en, publisher, edition, version].join(' ').toLowerCase();
