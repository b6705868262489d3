// One import from the file to the result. The program holds the draft; the page only steers it.

import { app, jobs } from '../app';
import { asFailure, call } from '../backend';
import type {
  Failure,
  FileToken,
  ImportCounts,
  ImportDraft,
  ImportPreview,
  ImportResult,
  ImportSet,
  PreviewRow,
  RowAction,
} from '../bindings';
import { t } from '../i18n';

export const STEPS = ['file', 'layout', 'columns', 'preview', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** A match below this is asked about. */
export const DOUBT = 85;
const PAGE = 100;

export class Import {
  step = $state<Step>('file');
  draft = $state.raw<ImportDraft | null>(null);
  counts = $state.raw<ImportCounts | null>(null);
  preview = $state.raw<ImportPreview | null>(null);
  rows = $state.raw<PreviewRow[]>([]);
  shown = $state<RowAction | null>(null);
  result = $state.raw<ImportResult | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);

  doubtful = $derived((this.draft?.columns ?? []).filter((column) => column.field && column.confidence < DOUBT));
  matched = $derived((this.draft?.columns ?? []).filter((column) => column.field !== null));
  /** rows that will be written */
  willWrite = $derived((this.counts?.create ?? 0) + (this.counts?.update ?? 0));

  constructor(private readonly target: string | null) {}

  open(file: FileToken): Promise<boolean> {
    return this.#try(async () => {
      await this.close();
      this.draft = await call('import_open', { token: file.token, target: this.target });
      // where nothing was recognised the sheet and its header are the first question
      this.step = this.matched.length === 0 ? 'layout' : 'columns';
    });
  }

  set(change: ImportSet): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      this.draft = await call('import_set', { draft: this.draft.draft, change });
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
      this.counts = this.preview.counts;
      if (this.step !== 'preview') this.shown = this.counts.error > 0 ? 'error' : null;
      await this.#load(0);
      this.step = 'preview';
    });
  }

  show(action: RowAction | null): Promise<boolean> {
    this.shown = action;
    return this.#try(() => this.#load(0));
  }

  /** The rows after those shown. */
  more(): Promise<boolean> {
    return this.#try(() => this.#load(this.rows.length));
  }

  moreToShow = $derived.by(() => {
    const counts = this.counts;
    if (!counts) return false;
    return this.rows.length < counts[this.shown ?? 'all'];
  });

  async #load(offset: number) {
    if (!this.draft) return;
    const rows = await call('import_rows', { draft: this.draft.draft, action: this.shown, offset, limit: PAGE });
    this.rows = offset === 0 ? rows : [...this.rows, ...rows];
  }

  /** Another text for one cell; the row is judged anew and stays in sight. */
  correct(row: number, column: number, text: string): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      const answer = await call('import_correct', { draft: this.draft.draft, row, column, text });
      this.counts = answer.counts;
      this.rows = this.rows.map((one) => (one.row === row ? answer.row : one));
    });
  }

  apply(): Promise<boolean> {
    return this.#try(async () => {
      if (!this.draft) return;
      const job = await call('import_apply', { draft: this.draft.draft });
      const result = await jobs.run<ImportResult>(job, t('import-applying'));
      this.result = result;
      this.step = 'result';
      const registers = result.registers.map(({ register }) => register);
      await app.applied({ operation: result.operation, registers, records: [] });
    });
  }

  async close() {
    const draft = this.draft?.draft;
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
