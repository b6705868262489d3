/** One open list: a handle on sorted row ids, and the pages of it that were looked at. */
import { call } from '../backend';
import type { Failure, ListQuery, Row, Sum } from '../bindings';
import { type Ranges, count, positions } from './ranges';

const pageSize = 200;
/** pages kept; older ones are fetched again when scrolled to */
const pagesKept = 60;

export class List {
  total = $state(0);
  opening = $state(true);
  failure = $state.raw<Failure | null>(null);
  handle = $state<number | null>(null);
  query = $state.raw<ListQuery>();

  /** counts up when rows arrive, so that readers of `row` follow */
  #version = $state(0);
  #pages = new Map<number, Row[]>();
  #fields: string[] = [];
  #wanted: { first: number; end: number } | null = null;
  #fetching = false;
  #turn = 0;

  /** Opens the query; a later call overtakes an earlier one still on its way. */
  async open(query: ListQuery, fields: string[]): Promise<void> {
    const turn = ++this.#turn;
    this.opening = true;
    this.failure = null;
    this.query = query;
    this.#fields = fields;
    try {
      const { handle, total } = await call('list', { query });
      if (turn !== this.#turn) return void call('list_close', { handle }).catch(() => undefined);
      const old = this.handle;
      this.#pages = new Map();
      this.handle = handle;
      this.total = total;
      this.#version += 1;
      if (old !== null) call('list_close', { handle: old }).catch(() => undefined);
      await this.#fetchPage(0);
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.failure = failure as Failure;
      this.total = 0;
    } finally {
      if (turn === this.#turn) this.opening = false;
    }
  }

  close(): void {
    this.#turn += 1;
    if (this.handle !== null) call('list_close', { handle: this.handle }).catch(() => undefined);
    this.handle = null;
  }

  /** The row at a position, once its page came. */
  row(at: number): Row | undefined {
    void this.#version;
    return this.#pages.get(Math.floor(at / pageSize))?.[at % pageSize];
  }

  /** The same, fetched first where its page has not come yet. */
  async fetched(at: number): Promise<Row | undefined> {
    if (!this.row(at)) await this.#fetchPage(Math.floor(at / pageSize));
    return this.row(at);
  }

  /** Where a record stands among the rows already fetched, or -1. */
  find(id: number): number {
    void this.#version;
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((r) => r.id === id);
      if (at >= 0) return page * pageSize + at;
    }
    return -1;
  }

  /** Says which rows are in sight. While one fetch runs only the latest wish is remembered, so a flick costs two fetches. */
  async want(first: number, end: number): Promise<void> {
    this.#wanted = { first, end };
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      while (this.#wanted) {
        const { first: a, end: b } = this.#wanted;
        this.#wanted = null;
        for (let page = Math.floor(a / pageSize); page * pageSize < Math.min(b, this.total); page += 1) {
          if (!this.#pages.has(page)) await this.#fetchPage(page);
        }
      }
    } catch (failure) {
      this.failure = failure as Failure;
    } finally {
      this.#fetching = false;
    }
  }

  /** Shows other columns of the same rows. */
  async show(fields: string[]): Promise<void> {
    if (fields.every((f) => this.#fields.includes(f))) return;
    this.#fields = fields;
    await this.reload();
  }

  /** Fetches the rows in hand again, keeping their order: after a cell was written. */
  async reload(): Promise<void> {
    const pages = [...this.#pages.keys()].slice(-3);
    const fresh = new Map<number, Row[]>();
    const handle = this.handle;
    if (handle === null) return;
    for (const page of pages) {
      fresh.set(page, await this.#rows(handle, page));
    }
    if (handle !== this.handle) return;
    this.#pages = fresh;
    this.#version += 1;
  }

  /** The ids of selected rows; null when that is the whole list. */
  async ids(ranges: Ranges): Promise<number[] | null> {
    if (count(ranges) === this.total) return null;
    return this.everyId(ranges);
  }

  /** The ids of selected rows, each written out. */
  async everyId(ranges: Ranges): Promise<number[]> {
    const ids: number[] = [];
    for (const at of positions(ranges)) {
      const row = await this.fetched(at);
      if (row) ids.push(row.id);
    }
    return ids;
  }

  async sums(ids: number[] | null, fields: string[]): Promise<Sum[]> {
    if (this.handle === null || fields.length === 0 || this.total === 0) return [];
    return call('sums', { handle: this.handle, ids, fields });
  }

  #rows(handle: number, page: number): Promise<Row[]> {
    return call('page', { handle, offset: page * pageSize, limit: pageSize, fields: this.#fields });
  }

  async #fetchPage(page: number): Promise<void> {
    const handle = this.handle;
    if (handle === null) return;
    const rows = await this.#rows(handle, page);
    if (handle !== this.handle) return;
    this.#pages.set(page, rows);
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size > pagesKept && oldest !== undefined) this.#pages.delete(oldest);
    this.#version += 1;
  }
}
