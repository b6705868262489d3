// Written by `cargo xtask bindings` from the Rust types; a test fails when it is stale. Do not edit.
// (first draft by hand: the Rust side is made to match it)

export type Language = 'en' | 'zh-CN' | 'it';
export type Theme = 'system' | 'light' | 'dark';

/** What went wrong: a code with arguments; the sentence is `error-<code>` in Fluent. */
export interface Failure { code: string; args: Record<string, string>; field: string | null; }

/** A title in both scripts; one half may be missing. */
export interface Pair { zh: string | null; en: string | null; }

// ---------------------------------------------------------------- what a register is
export type KindName =
  | 'text' | 'note' | 'pair' | 'code' | 'integer' | 'decimal' | 'money' | 'date' | 'moment' | 'flag'
  | 'choice' | 'choices' | 'link' | 'links' | 'any_links' | 'identifier' | 'files' | 'secret';

export interface FieldInfo {
  key: string;
  kind: KindName;
  /** choice keys for choice / choices */
  choices: string[];
  /** the register a link points to */
  target: string | null;
  /** uscc | email | fapiao_number | fapiao_code | domain | currency | country … for kind identifier */
  identifier: string | null;
  required: boolean;
  /** computed or written by the program: shown, never edited */
  readonly: boolean;
  /** an officer's own field: its labels stand here, not in Fluent */
  custom: { zh: string; en: string; it: string } | null;
}
export interface SectionInfo { key: string; fields: string[]; }
export interface ChildInfo { register: string; field: string; }
export interface RegisterInfo {
  key: string;
  /** sidebar group: company | inventory | procurement | compliance */
  group: string;
  fields: FieldInfo[];
  /** fields whose values make the record's title, in order */
  title: string[];
  sections: SectionInfo[];
  /** default list columns */
  list: string[];
  /** the link field by which this register hangs under a parent and has no list of its own (invoice lines, purchases …) */
  owner: string | null;
  /** registers shown as tabs on this register's record, with the link field pointing here */
  children: ChildInfo[];
}
export interface Schema { registers: RegisterInfo[]; currencies: string[]; }

// ---------------------------------------------------------------- values
// text, note, code, identifier, choice: string | null      integer: number | null      decimal: string | null ("12.5")
// pair: Pair   money: Money | null   date: "YYYY-MM-DD" | null   moment: UTC ISO | null   flag: boolean | null
// choices: string[]   link: Ref | null   links, any_links: Ref[]   files: FileRef[]   secret: "set" | null (read), string (write)
export interface Money { amount: string; currency: string; }
export interface Ref { register: string; id: number; title: Pair; code: string | null; }
export interface FileRef { id: string; name: string; size: number; sha256: string; version: number; received: string; }
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Pair | Money | Ref | Ref[] | FileRef[];
export type Values = Record<string, Json>;

// ---------------------------------------------------------------- application and vault
export type Phase = 'first_run' | 'locked' | 'open';
export interface VaultEntry { id: string; name: string; place: string; sample: boolean; }
export interface AppState {
  phase: Phase;
  /** the open or the last vault */
  vault: VaultEntry | null;
  recent: VaultEntry[];
  language: Language;
  theme: Theme;
  version: string;
  today: string;
  platform: 'windows' | 'macos' | 'linux';
  /** the company's name once there is one */
  company: Pair | null;
  /** the person who unlocked */
  actor: string | null;
  /** minutes without a key or pointer before the vault locks */
  idle_minutes: number;
}
export interface Strength { score: 0 | 1 | 2 | 3 | 4; log10_guesses: number; /** Fluent id of advice, or null */ advice: string | null; }
export interface Place { token: number; display: string; /** code of a warning, e.g. synced_folder */ warning: string | null; }
export interface VaultInfo {
  id: string; place: string; format: number; created: string; size: number; evidence_files: number;
  people: { name: string; file: string }[]; recovery: boolean; keychain: boolean;
  log_entries: number; log_head: string; signing_key: string;
}

// ---------------------------------------------------------------- lists
export type FilterOp = 'is' | 'is_not' | 'contains' | 'before' | 'after' | 'within_days' | 'less' | 'more' | 'empty' | 'present' | 'one_language';
export interface Filter {
  /** a field, or one hop over a link: "person.status" */
  field: string;
  op: FilterOp;
  /** is / is_not take several (or); numbers, dates, ids, choice keys as text */
  values: string[];
}
export interface Sort { field: string; descending: boolean; }
export interface ListQuery {
  register: string;
  filters: Filter[];
  sort: Sort[];
  /** words in either script, as in search */
  text: string | null;
  archived: boolean;
  /** language whose order sorts bilingual text */
  language: Language;
}
export interface ListHandle { handle: number; total: number; }
export interface Row { id: number; title: Pair; archived: boolean; values: Values; }
export interface Sum { field: string; /** per currency for money, currency null for plain numbers */ totals: { currency: string | null; amount: string }[]; }
export interface SavedView { id: number; register: string; name: string; query: ListQuery; columns: string[]; }

// ---------------------------------------------------------------- records
export interface Issue { code: string; args: Record<string, string>; field: string | null; severity: 'error' | 'warning' | 'note'; }
export interface RecordView {
  register: string; id: number; uuid: string; code: string | null; title: Pair; archived: boolean;
  created: string; changed: string; values: Values;
  children: { register: string; field: string; count: number }[];
  evidence: Ref[];
  /** what is amiss with this record as it stands: missing halves, warnings of rules */
  issues: Issue[];
}
export interface Changes { operation: number; registers: string[]; records: { register: string; id: number }[]; }
export interface Saved { id: number; changes: Changes; }

// ---------------------------------------------------------------- history and search
export interface EntryView {
  seq: number; register: string; record: number | null; title: Pair; 
  /** null: the record as a whole (created, deleted, archived) */
  field: string | null; 
  /** canonical values as shown text in the kind's JSON form; labels of links are resolved */
  before: Json; after: Json;
}
export interface OperationView {
  id: number;
  /** create | edit | archive | restore | delete | import | undo | attach | settings | sample … : Fluent `operation-<kind>` */
  kind: string;
  actor: string; utc: string; reason: string | null; 
  /** file name and row for imports */
  origin: string | null;
  undone: boolean; undoable: boolean; count: number; entries: EntryView[];
}
export interface HistoryQuery {
  register: string | null; id: number | null; actor: string | null; kind: string | null;
  from: string | null; to: string | null; text: string | null; before: number | null; limit: number;
}
export interface HistoryPage { operations: OperationView[]; more: boolean; actors: string[]; }
export interface LogVerdict { ok: boolean; entries: number; head: string; first_bad: number | null; }
export interface UndoState { operation: number; kind: string; title: Pair; count: number; }
export interface Hit { register: string; id: number; title: Pair; code: string | null; detail: string; }

// ---------------------------------------------------------------- files and jobs
export interface FileToken { token: number; name: string; size: number; }
export interface Preview { name: string; mime: string; /** base64, capped; null when it cannot be shown */ data: string | null; text: string | null; size: number; }
export interface JobState { done: number; total: number; /** Fluent `stage-<stage>` */ stage: string; finished: boolean; error: Failure | null; result: Json; }

// ---------------------------------------------------------------- import
export interface SheetInfo { index: number; name: string; rows: number; columns: number; hidden: boolean; }
export interface ColumnMatch {
  index: number; 
  /** "A", "B" … */
  letter: string; header: string; samples: string[];
  /** "license.quantity" style path within the target recipe, or null: not imported */
  field: string | null;
  /** 0–100 */
  confidence: number;
  /** exact | synonym | content | remembered | chosen | none */
  how: string;
}
export interface FieldChoice { path: string; register: string; field: string; }
export interface ImportDraft {
  draft: number; file: { name: string; size: number }; sheets: SheetInfo[]; sheet: number; 
  /** 1-based row of the header in the file */
  header_row: number; first_row: number; last_row: number;
  /** recognised source (snipe_it_licenses, ledger_summary, m365_users …) or null */
  source: string | null;
  /** recipe key: a register key, or a named fan-out such as "license_ledger" */
  target: string; targets: string[];
  columns: ColumnMatch[]; 
  /** every field a column can be matched to */
  fields: FieldChoice[];
  /** first rows of the file as text, for the sheet-and-header step: [row number, cells] */
  head: { row: number; cells: string[] }[];
  options: ImportOptions; notes: Failure[];
}
export interface ImportOptions {
  /** unknown linked names: create | refuse */
  unknown_links: 'create' | 'refuse';
  /** order of ambiguous dates like 03/04/2026: dmy | mdy */
  date_order: 'dmy' | 'mdy' | null;
  site: number | null; entity: number | null;
}
export type RowAction = 'create' | 'update' | 'unchanged' | 'skip' | 'error';
export interface PreviewCell { index: number; address: string; text: string; /** value as it would be stored, as text */ new: string | null; old: string | null; error: Failure | null; }
export interface PreviewRow { row: number; action: RowAction; cells: PreviewCell[]; /** what the row makes: "product create", "license update" … */ makes: { register: string; action: RowAction; title: Pair }[]; errors: Failure[]; }
export interface ImportCounts { all: number; create: number; update: number; unchanged: number; skip: number; error: number; }
export interface ImportPreview { counts: ImportCounts; registers: { register: string; create: number; update: number; unchanged: number }[]; }
export interface ImportResult { operation: number; counts: ImportCounts; registers: { register: string; create: number; update: number; unchanged: number }[]; seconds: number; }

// ---------------------------------------------------------------- workbook and overview
export type WorkbookLanguages = 'zh_en' | 'zh_it' | 'en' | 'zh' | 'it';
export interface ExportOptions { languages: WorkbookLanguages; as_of: string; entities: number[]; sites: number[]; prepared_by: string; }
export interface ExportResult { name: string; folder: string; sheets: { name: string; rows: number }[]; sha256: string; bytes: number; signed: boolean; }
export interface NeedItem { register: string; id: number; title: Pair; field: string; due: string; days: number; owner: Pair | null; }
export interface PositionGlance { register: string; id: number; title: Pair; owned: number; assigned: number; deployed: number; delta: number; unlimited: boolean; }
export interface Gap { 
  /** Fluent `gap-<key>` */
  key: string; count: number; severity: 'bad' | 'warn'; query: ListQuery; }
export interface Overview {
  counts: { register: string; total: number }[];
  lanes: { overdue: number; week: number; month: number; quarter: number };
  needs: NeedItem[];
  position: { short: number; over: number; level: number; rows: PositionGlance[] };
  gaps: Gap[];
  bilingual: { percent: number; missing: number; registers: { register: string; missing: number; query: ListQuery }[] };
  log: { entries: number; head: string };
  second_way: boolean;
}

// ---------------------------------------------------------------- the commands
export interface Commands {
  app_state: { args: {}; result: AppState };
  set_preference: { args: { language?: Language; theme?: Theme; idle_minutes?: number }; result: AppState };
  passphrase_strength: { args: { passphrase: string; inputs: string[] }; result: Strength };
  passphrase_suggest: { args: {}; result: string };
  place_default: { args: { name: string }; result: Place };
  /** native folder dialog; null when cancelled */
  place_pick: { args: { name: string }; result: Place | null };
  /** makes the vault and answers with the recovery key; nothing can be entered before it was typed back */
  vault_create: { args: { place: number; company: string; person: string; passphrase: string }; result: { recovery_key: string } };
  /** native save dialog for a printable text with the recovery key */
  recovery_save: { args: {}; result: boolean };
  vault_confirm: { args: { recovery_key: string }; result: AppState };
  vault_cancel: { args: {}; result: AppState };
  /** native folder dialog for an existing vault; leaves it locked and selected */
  vault_pick: { args: {}; result: AppState | null };
  vault_select: { args: { id: string }; result: AppState };
  vault_unlock: { args: { passphrase: string }; result: AppState };
  vault_recover: { args: { recovery_key: string; passphrase: string }; result: AppState };
  vault_lock: { args: {}; result: AppState };
  vault_info: { args: {}; result: VaultInfo };
  passphrase_change: { args: { old: string; new: string }; result: null };
  keychain_set: { args: { on: boolean }; result: VaultInfo };
  /** try the keychain once at start; null when it holds nothing for this vault */
  vault_unlock_keychain: { args: {}; result: AppState | null };
  /** job; result AppState: the sample company in a vault of its own, opened */
  sample_open: { args: {}; result: number };

  schema: { args: {}; result: Schema };
  list: { args: { query: ListQuery }; result: ListHandle };
  /** at most 200 rows */
  page: { args: { handle: number; offset: number; limit: number; fields: string[] }; result: Row[] };
  list_close: { args: { handle: number }; result: null };
  /** sums of number and money fields over the list, or over the ids given */
  sums: { args: { handle: number; ids: number[] | null; fields: string[] }; result: Sum[] };
  /** tab-separated text with a header line, for Excel; ids null = the whole list (at most 100 000 rows) */
  copy: { args: { handle: number; ids: number[] | null; fields: string[]; language: Language }; result: { text: string; rows: number } };
  views: { args: { register: string }; result: SavedView[] };
  view_save: { args: { id: number | null; register: string; name: string; query: ListQuery; columns: string[] }; result: SavedView };
  view_remove: { args: { id: number }; result: null };

  get: { args: { register: string; id: number }; result: RecordView };
  /** only the keys in values are touched; id null makes a record */
  save: { args: { register: string; id: number | null; values: Values; reason: string | null }; result: Saved };
  bulk_set: { args: { register: string; ids: number[]; values: Values; reason: string | null }; result: Changes };
  archive: { args: { register: string; ids: number[]; archived: boolean }; result: Changes };
  remove: { args: { register: string; ids: number[] }; result: Changes };
  secret: { args: { register: string; id: number; field: string }; result: string };
  /** a link field's candidates; empty text: the latest */
  lookup: { args: { register: string; text: string; limit: number }; result: Ref[] };
  search: { args: { text: string; limit: number }; result: Hit[] };
  /** earlier translations of the same text, best first */
  translations: { args: { zh: string | null; en: string | null }; result: Pair[] };
  custom_field_save: { args: { register: string; key: string | null; kind: KindName; choices: string[]; zh: string; en: string; it: string }; result: Schema };
  custom_field_remove: { args: { register: string; key: string }; result: Schema };

  undo_state: { args: {}; result: UndoState | null };
  undo: { args: { operation: number | null }; result: Changes };
  history: { args: { query: HistoryQuery }; result: HistoryPage };
  verify_log: { args: {}; result: LogVerdict };

  /** native open dialog: purpose chooses the file filter */
  pick_file: { args: { purpose: 'import' | 'evidence' }; result: FileToken | null };
  attach: { args: { register: string; id: number; token: number }; result: Saved };
  evidence_preview: { args: { id: number; file: string }; result: Preview };
  evidence_export: { args: { id: number; file: string }; result: boolean };

  job: { args: { job: number }; result: JobState };
  job_cancel: { args: { job: number }; result: null };

  import_open: { args: { token: number; target: string | null }; result: ImportDraft };
  import_set: { args: { draft: number; sheet: number | null; header_row: number | null; target: string | null; columns: { index: number; field: string | null }[]; options: ImportOptions | null }; result: ImportDraft };
  /** job; result ImportPreview */
  import_preview: { args: { draft: number }; result: number };
  import_rows: { args: { draft: number; action: RowAction | null; offset: number; limit: number }; result: PreviewRow[] };
  import_correct: { args: { draft: number; row: number; column: number; text: string }; result: { row: PreviewRow; counts: ImportCounts } };
  /** job; result ImportResult */
  import_apply: { args: { draft: number }; result: number };
  import_close: { args: { draft: number }; result: null };

  /** native save dialog, then a job; null when cancelled; result ExportResult */
  export_position: { args: { options: ExportOptions }; result: number | null };
  /** the list as it stands (filters, order, columns) as a workbook that can be imported again */
  export_list: { args: { handle: number; fields: string[]; languages: WorkbookLanguages }; result: number | null };
  /** shows the last exported file of that job in the system's file manager */
  reveal: { args: { job: number }; result: null };
  overview: { args: {}; result: Overview };
}
