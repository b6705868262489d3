// One import from the file to the result. The program holds the draft; the page only steers it.

import { app, jobs } from '../app';
import { asFailure, call, runJob } from '../backend';
import type {
  CellChange,
  ColumnMatch,
  Failure,
  Fault,
  FaultKey,
  FileToken,
  ImportDraft,
  ImportPreview,
  ImportResult,
  ImportSet,
  PreviewRow,
  RowAction,
  RowFilter,
} from '../bindings';
import { t } from '../i18n';
import { isNewField } from './labels';

export const STEPS = ['file', 'layout', 'columns', 'preview', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** A match below this is asked about. */
export const DOUBT = 85;
const PAGE = 100;

/** Cells pasted into a list, and the columns that list shows. */
export interface Pasted {
  text: string;
  columns: string[];
}

/** Whether the officer should look at it: the match is unsure, or the order of its days is. */
export const isDoubted = (column: ColumnMatch): boolean =>
  column.field !== null && (column.confidence < DOUBT || asksOrder(column));

export const asksOrder = (column: ColumnMatch): boolean => column.dates_ambiguous && column.date_order === null;

/** What an import begins with: a file, cells, or the number of an import that left rows out. */
type Given = FileToken | Pasted | number;

export class Import {
  step = $state<Step>('file');
  draft = $state.raw<ImportDraft | null>(null);
  preview = $state.raw<ImportPreview | null>(null);
  rows = $state.raw<PreviewRow[]>([]);
  shown = $state<RowAction | null>(null);
  /** the one kind of error looked at, among rows with errors */
  fault = $state.raw<FaultKey | null>(null);
  result = $state.raw<ImportResult | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  /** after a correction the rows are judged anew beside; what is shown of those corrected is not yet certain */
  settling = $state(false);
  #settled: Promise<void> = Promise.resolve();
  /** counts what makes a judgement under way worthless */
  #turn = 0;
  /** a correction since the last judgement was for many cells */
  #many = false;

  doubtful = $derived((this.draft?.columns ?? []).filter((column) => isDoubted(column)));
  matched = $derived((this.draft?.columns ?? []).filter((column) => column.field !== null));
  counts = $derived(this.preview?.counts ?? null);
  faults = $derived<Fault[]>(this.preview?.faults ?? []);
  /** rows that will be written */
  willWrite = $derived((this.counts?.create ?? 0) + (this.counts?.update ?? 0));

  /** how often this error occurs in this column */
  often(column: number, code: string): number {
    return this.faults.find(({ key }) => key.column === column && key.code === code)?.count ?? 0;
  }

  target = $state<string | null>(null);
  #given: Given | null = null;

  /** Begins an import; one left unfinished goes on, unless another was asked for. */
  begin(target: string | null, given: Given | null) {
    const unfinished = this.draft !== null && this.step !== 'result';
    const same = given === null ? target === null || target === this.target : given === this.#given;
    if (unfinished && same) return;
    // a file is handed over once: coming back to where it was given begins anew; rows left out lie in the vault
    const again = given === null || (given === this.#given && typeof given !== 'number');
    this.target = target;
    this.#given = given;
    if (again) void this.restart();
    else if (typeof given === 'number') void this.resume(given);
    else if ('text' in given) void this.paste(given.text, given.columns);
    else void this.open(given);
  }

  /** The vault was closed, and with it everything the program held. */
  forget() {
    this.#unsettle();
    this.draft = null;
    this.result = null;
    this.step = 'file';
  }

  open(file: FileToken): Promise<boolean> {
    return this.#try(async () => {
      await this.restart();
      const job = await call('import_open', { token: file.token, target: this.target });
      this.draft = await jobs.run<ImportDraft>(job, t('import-opening'));
      // where nothing was recognised the sheet and its header are the first question
      this.step = this.matched.length === 0 ? 'layout' : 'columns';
    });
  }

  /** Opens cells copied in a spreadsheet; where nothing about their columns is in doubt, the rows are shown at once. */
  async paste(text: string, columns: string[]): Promise<boolean> {
    const opened = await this.#try(async () => {
      await this.restart();
      const job = await call('import_paste', { text, target: this.target, columns });
      this.draft = await jobs.run<ImportDraft>(job, t('import-opening'));
      this.step = this.matched.length === 0 ? 'layout' : 'columns';
    });
    const clear = this.matched.length > 0 && this.doubtful.length === 0;
    return opened && (!clear || (await this.look()));
  }

  /** Takes up the rows an earlier import left out. */
  async resume(operation: number): Promise<boolean> {
    const opened = await this.#try(async () => {
      await this.restart();
      const job = await call('import_resume', { operation });
      this.draft = await jobs.run<ImportDraft>(job, t('import-opening'));
    });
    return opened && (await this.look());
  }

  set(change: ImportSet): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      this.#unsettle();
      const job = await call('import_set', { draft: this.draft.draft, change });
      this.draft = await jobs.run<ImportDraft>(job, t('import-opening'));
    });
  }

  /** A choice made over the preview: the rows are judged anew. */
  async again(change: ImportSet): Promise<boolean> {
    return (await this.set(change)) && (await this.look());
  }

  /** Reads every row and shows what it would make; nothing is written. */
  look(): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      const job = await call('import_preview', { draft: this.draft.draft });
      this.preview = await jobs.run<ImportPreview>(job, t('import-previewing'));
      if (this.step !== 'preview') this.shown = this.preview.counts.error > 0 ? 'error' : null;
      this.fault = null;
      await this.#load(0);
      this.step = 'preview';
    });
  }

  show(action: RowAction | null, fault: FaultKey | null = null): Promise<boolean> {
    this.shown = action;
    this.fault = fault;
    return this.#try(() => this.#load(0));
  }

  /** The rows after those shown. A row corrected meanwhile stays in sight and is no longer among those asked for. */
  more(): Promise<boolean> {
    return this.#try(() => this.#load(this.rows.filter((row) => this.#asked(row)).length));
  }

  moreToShow = $state(false);

  #asked(row: PreviewRow): boolean {
    if (this.shown !== null && row.action !== this.shown) return false;
    const fault = this.fault;
    if (!fault) return true;
    const here = row.cells.filter((cell) => cell.index === fault.column).map((cell) => cell.error);
    return (fault.column === null ? row.errors : here).some((error) => error?.code === fault.code);
  }

  async #load(offset: number) {
    if (!this.draft) return;
    const filter: RowFilter = { action: this.shown ?? undefined, fault: this.fault ?? undefined };
    const rows = await call('import_rows', { draft: this.draft.draft, filter, offset, limit: PAGE });
    this.moreToShow = rows.length === PAGE;
    const known = new Set(offset === 0 ? [] : this.rows.map((row) => row.row));
    this.rows = [...(offset === 0 ? [] : this.rows), ...rows.filter((row) => !known.has(row.row))];
  }

  /** Another text for one cell, or for all of its column that hold the same; a row corrected by itself stays in sight. */
  correct(cell: CellChange): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      const row = await call('import_correct', { draft: this.draft.draft, cell });
      this.rows = this.rows.map((one) => (one.row === cell.row ? row : one));
      this.#many ||= cell.alike;
      this.#settled = this.#settle(this.draft.draft);
    });
  }

  /** Judges the rows anew. A later correction takes its place, however far it is. */
  async #settle(draft: number) {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn;
    this.settling = true;
    try {
      const preview = await runJob<ImportPreview>(await call('import_preview', { draft }));
      if (!current()) return;
      const rows = this.#many ? null : await this.#anew(draft);
      if (!current()) return;
      this.preview = preview;
      if (rows) this.rows = rows;
      else await this.#load(0);
      this.#many = false;
    } catch (thrown) {
      if (current()) this.failure = asFailure(thrown);
    } finally {
      if (current()) this.settling = false;
    }
  }

  /** The rows in sight, whatever became of them. */
  async #anew(draft: number): Promise<PreviewRow[]> {
    const rows: PreviewRow[] = [];
    for (let at = 0; at < this.rows.length; at += PAGE) {
      const numbers = this.rows.slice(at, at + PAGE).map((one) => one.row);
      rows.push(...(await call('import_rows', { draft, filter: { numbers }, offset: 0, limit: PAGE })));
    }
    return rows;
  }

  /** Waits until what is shown is certain. */
  settled(): Promise<void> {
    return this.#settled;
  }

  apply(): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      await this.#settled;
      const job = await call('import_apply', { draft: this.draft.draft });
      const result = await jobs.run<ImportResult>(job, t('import-applying'));
      this.result = result;
      this.step = 'result';
      if (this.matched.some(({ field }) => isNewField(field))) app.schema = await call('schema', {});
      const registers = result.registers.map(({ register }) => register);
      await app.applied({ operation: result.operation, registers, records: [] });
    });
  }

  /** What is being judged is of no use any more. */
  #unsettle() {
    this.#turn++;
    this.#many = false;
    this.settling = false;
  }

  async close() {
    const draft = this.draft?.draft;
    this.#unsettle();
    this.draft = null;
    this.result = null;
    if (draft !== undefined) await call('import_close', { draft }).catch(() => undefined);
  }

  async restart() {
    await this.close();
    this.failure = null;
    this.step = 'file';
  }

  async #try(step: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.failure = null;
    try {
      await step();
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** The one import at a time: who looks something up meanwhile finds it as it was left. */
export const importing = new Import();
