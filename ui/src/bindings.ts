// Written by `cargo xtask bindings` from the Rust types; a test fails when it is stale. Do not edit.

// ---------------------------------------------------------------- errors and values
/** What went wrong, in a form that can be put into words in any language. */
export type Failure = {
  /** Stable key, snake_case; Fluent has `error-<code>`. */
  code: string,
  /** Named arguments of the sentence. Field, register and choice keys are given as keys: the edge labels them. */
  args: { [key in string]: string },
  /** The field at fault, if one is. */
  field: string | null,
};
/** A text to be forgotten. */
export type Secret = string;
/** Text in Chinese and English; a half may be missing. */
export type Pair = {
  /** Chinese. */
  zh: string | null,
  /** English. */
  en: string | null,
};
/** One version of a file kept in the vault. */
export type FileRef = {
  /** Name of the encrypted file under `evidence/`, a UUID. */
  id: string,
  /** Name as received. */
  name: string,
  /** Bytes of the plain file. */
  size: number,
  /** SHA-256 of the plain file, hex. */
  sha256: string,
  /** 1 for the first. */
  version: number,
  /** When it was taken in, UTC. */
  received: string,
};
/** A record as a chip shows it. */
export type Ref = {
  /** Register. */
  register: string,
  /** Row; 0 in history for a record that no longer stands. */
  id: number,
  /** Title. */
  title: Pair,
  /** Its code, if its register has one. */
  code: string | null,
};
export type Money = { amount: string, currency: string, };
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Pair | Money | Ref | Ref[] | FileRef[];
export type Values = Record<string, Json>;

// ---------------------------------------------------------------- what a register is
/** The kind of a field. */
export type KindName = "text" | "note" | "pair" | "code" | "integer" | "decimal" | "money" | "date" | "moment" | "flag" | "choice" | "choices" | "link" | "links" | "any_links" | "identifier" | "files" | "secret";
/** Labels of a field of her own. */
export type OwnLabels = {
  /** Chinese. */
  zh: string,
  /** English. */
  en: string,
  /** Italian. */
  it: string,
};
/** One field. */
export type FieldInfo = {
  /** Key. */
  key: string,
  /** Kind. */
  kind: KindName,
  /** Choice keys. */
  choices: Array<string>,
  /** The register a link points to. */
  target: string | null,
  /** What a text of known form is. */
  identifier: string | null,
  /** A record without it is refused. */
  required: boolean,
  /** Computed or written by the program: shown, never edited. */
  readonly: boolean,
  /** An officer's own field: its labels stand here, not in Fluent. */
  custom: OwnLabels | null,
};
/** A titled group of fields on the form. */
export type SectionInfo = {
  /** Fluent `<register>-section-<key>`. */
  key: string,
  /** Field keys in reading order. */
  fields: Array<string>,
};
/** A register shown on another's record, and the link field pointing there. */
export type ChildInfo = {
  /** Register. */
  register: string,
  /** Its link field. */
  field: string,
};
/** One register. */
export type RegisterInfo = {
  /** Key. */
  key: string,
  /** Group of the sidebar. */
  group: string,
  /** Stored, computed and own fields. */
  fields: Array<FieldInfo>,
  /** Fields whose values make the title, in order. */
  title: Array<string>,
  /** Groups of the form. */
  sections: Array<SectionInfo>,
  /** Columns the list shows at first. */
  list: Array<string>,
  /** The link field by which it hangs under a parent and has no list of its own. */
  owner: string | null,
  /** Registers shown as tabs on its records. */
  children: Array<ChildInfo>,
};
/** Every register. */
export type Schema = {
  /** In the order of the sidebar. */
  registers: Array<RegisterInfo>,
  /** Currency codes, the usual ones first. */
  currencies: Array<string>,
};

// ---------------------------------------------------------------- the application and its vault
/** The languages of the interface. */
export type Language = "en" | "zh-CN" | "it";
/** Light or dark. */
export type Theme = "system" | "light" | "dark";
/** The operating system. */
export type Platform = "windows" | "macos" | "linux";
/** Where the program stands. */
export type Phase = "first_run" | "locked" | "open";
/** A vault as the page names it. */
export type VaultEntry = {
  /** UUID. */
  id: string,
  /** Company. */
  name: string,
  /** The path, for reading. */
  place: string,
  /** The sample company. */
  sample: boolean,
};
/** What the window as a whole shows. */
export type AppState = {
  /** Where the program stands. */
  phase: Phase,
  /** The open or the last vault. */
  vault: VaultEntry | null,
  /** Vaults opened here, latest first. */
  recent: Array<VaultEntry>,
  /** Working language. */
  language: Language,
  /** Light or dark. */
  theme: Theme,
  /** The program's version. */
  version: string,
  /** The day in the vault's zone. */
  today: string,
  /** Operating system. */
  platform: Platform,
  /** The company's name once there is one. */
  company: Pair | null,
  /** The person who unlocked. */
  actor: string | null,
  /** Minutes without a key or pointer before the vault locks. */
  idle_minutes: number,
  /** The vault locks when the computer sleeps or its session is locked. */
  lock_away: boolean,
  /** The desktop says how many dates need her while she looks elsewhere. */
  notices: boolean,
  /** The program starts with the computer and goes on without a window. */
  watch: boolean,
};
/** An estimate of how hard a passphrase is to guess. */
export type Strength = {
  /** 0 (guessed at once) to 4 (out of reach). */
  score: 0 | 1 | 2 | 3 | 4,
  /** Power of ten of the guesses it takes. */
  log10_guesses: number,
  /** Fluent id of the most useful advice, if there is any to give. */
  advice: string | null,
};
/** A place proposed for a vault. The page holds the token and shows the rest. */
export type Place = {
  /** What the page gives back. */
  token: number,
  /** The path, for reading. */
  display: string,
  /** Code of a warning: `error-<code>` in Fluent. */
  warning: string | null,
};
/** What the sheet with a recovery key says. The page shows the key this once. */
export type RecoverySheet = {
  /** To be printed or written down and typed back. */
  recovery_key: Secret,
  /** Whose record it opens. */
  company: string,
  /** The vault's UUID. */
  vault: string,
  /** Where the vault lies, for reading. */
  place: string,
  /** The day it was made. */
  made: string,
};
/** A person with a passphrase slot. */
export type Person = {
  /** Name. */
  name: string,
  /** File of the slot. */
  file: string,
};
/** What the settings page shows of a vault. */
export type VaultInfo = {
  /** UUID. */
  id: string,
  /** Folder. */
  place: string,
  /** Format number. */
  format: number,
  /** Day it was made. */
  created: string,
  /** Bytes of the database. */
  size: number,
  /** Files kept as evidence. */
  evidence_files: number,
  /** People with a slot. */
  people: Array<Person>,
  /** The recovery key was typed back. */
  recovery: boolean,
  /** This computer's keychain can open it. */
  keychain: boolean,
  /** Entries of the change log. */
  log_entries: number,
  /** Last hash, hex. */
  log_head: string,
  /** minisign public key of its exports. */
  signing_key: string,
};

// ---------------------------------------------------------------- lists
/** What a filter asks of a field. */
export type FilterOp = "is" | "is_not" | "contains" | "before" | "after" | "within_days" | "less" | "more" | "empty" | "present" | "one_language";
/** One condition on a list. */
export type Filter = {
  /** A field, or one hop over a link: `person.status`. */
  field: string,
  /** What is asked. */
  op: FilterOp,
  /** Values as text: numbers, days, row ids, choice keys. */
  values: Array<string>,
};
/** One key of the order. */
export type Sort = {
  /** A field. */
  field: string,
  /** Largest first. */
  descending: boolean,
};
/** What a list is asked for. */
export type ListQuery = {
  /** Register. */
  register: string,
  /** All have to hold. */
  filters: Array<Filter>,
  /** First key first. */
  sort: Array<Sort>,
  /** Words in either script. */
  text: string | null,
  /** Those put aside instead of those in use. */
  archived: boolean,
  /** Language whose order sorts bilingual text. */
  language: Language,
  /** The day its figures are of; today where none is said. */
  as_of?: string,
};
/** A list and how long it is. */
export type ListHandle = {
  /** What the page gives back. */
  handle: number,
  /** Rows in the list. */
  total: number,
};
/** One row of a list. */
export type Row = {
  /** Row id. */
  id: number,
  /** What it is called. */
  title: Pair,
  /** Put aside. */
  archived: boolean,
  /** The fields asked for. */
  values: Values,
};
/** One sum. */
export type Total = {
  /** Currency, none for plain numbers. */
  currency: string | null,
  /** Exact. */
  amount: string,
};
/** The sums of one field. */
export type Sum = {
  /** Field. */
  field: string,
  /** One a currency; one without currency for plain numbers. */
  totals: Array<Total>,
};
/** Text for the clipboard. */
export type Copied = {
  /** Tab-separated, with a header line. */
  text: string,
  /** Rows below the header. */
  rows: number,
};
/** A list as she likes to see it. */
export type SavedView = {
  /** Row. */
  id: number,
  /** Register. */
  register: string,
  /** Name she gave. */
  name: string,
  /** Filters, order, words. */
  query: ListQuery,
  /** Columns in order. */
  columns: Array<string>,
};

// ---------------------------------------------------------------- records
/** How bad an issue is. */
export type Severity = "error" | "warning" | "note";
/** A doubt about a record. */
export type Issue = { severity: Severity,
/** Stable key, snake_case; Fluent has `error-<code>`. */
code: string,
/** Named arguments of the sentence. Field, register and choice keys are given as keys: the edge labels them. */
args: { [key in string]: string },
/** The field at fault, if one is. */
field: string | null,
};
/** How many records of a register link here by a field. */
export type ChildCount = {
  /** Register. */
  register: string,
  /** Link field. */
  field: string,
  /** How many in use. */
  count: number,
};
/** A record with all that belongs on its page. */
export type RecordView = {
  /** Register. */
  register: string,
  /** Row. */
  id: number,
  /** The id it is known by outside. */
  uuid: string,
  /** Code. */
  code: string | null,
  /** Title. */
  title: Pair,
  /** Put aside. */
  archived: boolean,
  /** Made at, UTC. */
  created: string,
  /** Last changed at, UTC. */
  changed: string,
  /** Every field. */
  values: Values,
  /** Records that link here. */
  children: Array<ChildCount>,
  /** Documents that prove it. */
  evidence: Array<Ref>,
  /** What is amiss with it as it stands. */
  issues: Array<Issue>,
};
/** One record touched. */
export type Touched = {
  /** Its register. */
  register: string,
  /** Its row. */
  id: number,
};
/** What an operation touched: the interface refetches exactly this. */
export type Changes = {
  /** The operation, for undo. */
  operation: number,
  /** Registers touched. */
  registers: Array<string>,
  /** Records touched; after a long operation only the registers are listed. */
  records: Array<Touched>,
};
/** A record just saved. */
export type Saved = {
  /** Its row. */
  id: number,
  /** What the operation touched. */
  changes: Changes,
};
/** One record found. */
export type Hit = {
  /** Register. */
  register: string,
  /** Row. */
  id: number,
  /** Title. */
  title: Pair,
  /** Code. */
  code: string | null,
  /** Where the words were found, when not in the title. */
  detail: string,
};

// ---------------------------------------------------------------- history
/** One change of one record. */
export type EntryView = {
  /** Number in the log. */
  seq: number,
  /** Register. */
  register: string,
  /** Row, while the record stands. */
  record: number | null,
  /** What it is, or was, called. */
  title: Pair,
  /** Field; none for the record as a whole. */
  field: string | null,
  /** Before. */
  before: Json,
  /** After. */
  after: Json,
};
/** One operation. */
export type OperationView = {
  /** Number. */
  id: number,
  /** Fluent `operation-<kind>`. */
  kind: string,
  /** Who. */
  actor: string,
  /** When, UTC. */
  utc: string,
  /** Why. */
  reason: string | null,
  /** From which file. */
  origin: string | null,
  /** Taken back since. */
  undone: boolean,
  /** Can be taken back. */
  undoable: boolean,
  /** Rows an import left out that still wait to be corrected. */
  waits: number,
  /** Entries in all. */
  count: number,
  /** Those of the record asked for, or all. */
  total: number,
  /** The first of these; the rest is asked for page by page. */
  entries: Array<EntryView>,
};
/** Which operations are asked for. */
export type HistoryQuery = {
  /** Of one register. */
  register: string | null,
  /** Of one record of it. */
  id: number | null,
  /** By one person. */
  actor: string | null,
  /** Of one kind. */
  kind: string | null,
  /** From this day, UTC. */
  from: string | null,
  /** To this day, UTC. */
  to: string | null,
  /** Words in values, reason or origin. */
  text: string | null,
  /** Older than this operation: the next page. */
  before: number | null,
  /** How many. */
  limit: number,
};
/** A page of operations. */
export type HistoryPage = {
  /** Newest first. */
  operations: Array<OperationView>,
  /** Older ones follow. */
  more: boolean,
  /** Everybody who ever changed something. */
  actors: Array<string>,
};
/** What a check of the whole chain found. */
export type LogVerdict = {
  /** Every hash and every kept value agree. */
  ok: boolean,
  /** Entries read. */
  entries: number,
  /** The last hash, hex. */
  head: string,
  /** Sequence number of the first entry that does not agree. */
  first_bad: number | null,
};
/** The operation Undo would take back. */
export type UndoState = {
  /** Number. */
  operation: number,
  /** Kind. */
  kind: string,
  /** First record touched. */
  title: Pair,
  /** Entries. */
  count: number,
};

// ---------------------------------------------------------------- files and jobs
/** A file the page may speak of. */
export type FileToken = {
  /** What the page gives back. */
  token: number,
  /** Its name, without a folder. */
  name: string,
  /** Bytes. */
  size: number,
};
/** What a picked file is for. */
export type Purpose = "import" | "evidence";
/** A file as far as the page can show it. */
export type Preview = {
  /** Name. */
  name: string,
  /** Type by its first bytes. */
  mime: string,
  /** Base64; null when it cannot be shown. */
  data: string | null,
  /** Its text, when it is text. */
  text: string | null,
  /** Bytes. */
  size: number,
};
/** How far a job is. */
export type JobState = {
  /** Steps done. */
  done: number,
  /** Steps in all; 0 while unknown. */
  total: number,
  /** Fluent `stage-<stage>`. */
  stage: string,
  /** Nothing more will come. */
  finished: boolean,
  /** Why it failed. */
  error: Failure | null,
  /** What it made. */
  result: Json,
};

// ---------------------------------------------------------------- import
/** Which comes first in `03/04/2026` and in `26-3-1`. */
export type DateOrder = "dmy" | "mdy" | "ymd";
/** A sheet of the file. */
export type SheetInfo = {
  /** From 0. */
  index: number,
  /** Name. */
  name: string,
  /** Rows, as far as is known. */
  rows: number,
  /** Columns, as far as is known. */
  columns: number,
  /** Hidden in the spreadsheet program. */
  hidden: boolean,
};
/** A column and the field it fills. */
export type ColumnMatch = {
  /** From 0. */
  index: number,
  /** `A`, `B` … */
  letter: string,
  /** As it stands in the file, its lines one below the other. */
  header: string,
  /** The first different cells. */
  samples: Array<string>,
  /** Path within the recipe such as `license.quantity`; `license.custom.new` makes a field of the column; none: not imported. */
  field: string | null,
  /** 0 to 100. */
  confidence: number,
  /** Order of day and month in its dates, proven or chosen. */
  date_order: DateOrder | null,
  /** Some of its dates can be read in either order, and none tells which. */
  dates_ambiguous: boolean,
  /** exact, synonym, content, remembered, source, chosen or none. */
  how: string,
};
/** One of the first rows, as text. */
export type HeadRow = {
  /** Row in the file, from 1. */
  row: number,
  /** The spreadsheet program hides it. */
  hidden: boolean,
  /** Its cells. */
  cells: Array<string>,
};
/** Name and size of the file. */
export type FileInfo = {
  /** Name. */
  name: string,
  /** Bytes. */
  size: number,
};
/** A field a column can be matched to. */
export type FieldChoice = {
  /** Path within the recipe. */
  path: string,
  /** Register, for the label. */
  register: string,
  /** Field, for the label; the officer's own as `custom.<key>`. */
  field: string,
  /** `zh`, `en` or `currency` where it is a part of the field. */
  part: string | null,
  /** The record cannot be made without it. */
  required: boolean,
};
/** What to do with names of records that do not exist. */
export type UnknownLinks = "usual" | "create" | "similar" | "leave" | "refuse";
/** Which records an import writes. */
export type WriteMode = "both" | "create" | "update";
/** What to do with rows that the spreadsheet program hides. */
export type HiddenRows = "read" | "leave_out";
/** How the file is to be understood. */
export type ImportOptions = {
  /** New records, changes, or both. */
  write: WriteMode,
  /** Unknown linked names. */
  unknown_links: UnknownLinks,
  /** Hidden rows. */
  hidden_rows: HiddenRows,
  /** Order of day and month in columns that do not say it themselves. */
  date_order: DateOrder | null,
  /** Site of new records that name none. */
  site: number | null,
  /** Entity of new records that name none. */
  entity: number | null,
};
/** How records of one part of the recipe are found again. */
export type PartKeys = {
  /** Register. */
  register: string,
  /** As described, in the order tried: the fields of each key that the file fills. */
  sets: Array<Array<string>>,
  /** Fields that can be chosen instead. */
  fields: Array<string>,
  /** Those chosen; none: as described. */
  chosen: Array<string>,
  /** Fields that make it another record when they differ. */
  apart: Array<string>,
};
/** A choice of the officer for one part of the recipe. */
export type KeyChoice = {
  /** Register of the part. */
  register: string,
  /** Fields; none: as described. */
  fields: Array<string>,
};
/** A table found on the sheet. */
export type TableInfo = {
  /** From 0. */
  index: number,
  /** The text above it, if one stands there. */
  title: string | null,
  /** Row of its header in the file, from 1. */
  header_row: number,
  /** Its last row. */
  last_row: number,
  /** Letters of its first and last column. */
  columns: [string, string],
};
/** What becomes of a name no record goes by. */
export type NameBecomes = "create" | { "same": number } | "refuse" | "wait";
/** A choice of the officer for one name. */
export type NameChoice = {
  /** Register it names a record of. */
  register: string,
  /** The name. */
  name: string,
  /** What becomes of it; none: as for all. */
  becomes: NameBecomes | null,
};
/** A record a name is like. */
export type NameCandidate = {
  /** Row. */
  id: number,
  /** Code, where its register has one. */
  code: string | null,
  /** What it is called. */
  title: Pair,
  /** How alike, in percent. */
  percent: number,
};
/** A name no record goes by. */
export type UnknownName = {
  /** Register. */
  register: string,
  /** As it stands in the file. */
  name: string,
  /** Rows it stands in. */
  rows: number,
  /** The first of them, in the file. */
  first_row: number,
  /** What becomes of it. */
  becomes: NameBecomes,
  /** Chosen for this name, not for all. */
  chosen: boolean,
  /** It may wait to be matched. */
  waits: boolean,
  /** Records it is like, the best first. */
  candidates: Array<NameCandidate>,
};
/** An import in preparation. */
export type ImportDraft = {
  /** Number under which the caller keeps it. */
  draft: number,
  /** The file. */
  file: FileInfo,
  /** Its sheets. */
  sheets: Array<SheetInfo>,
  /** The sheet chosen. */
  sheet: number,
  /** How a text file is read, and how else it can be. */
  encoding: string | null,
  /** Encodings that can be chosen for a text file. */
  encodings: Array<string>,
  /** The tables on it. */
  tables: Array<TableInfo>,
  /** The table chosen; none: its header was chosen by hand. */
  table: number | null,
  /** First row of the header in the file, from 1. */
  header_row: number,
  /** Last row of the header, where it has several lines. */
  header_end: number,
  /** First row of data. */
  first_row: number,
  /** Last row of data. */
  last_row: number,
  /** Rows of data. */
  rows: number,
  /** The import whose rows left out these are. */
  resumes: number | null,
  /** Known program, if recognised. */
  source: string | null,
  /** Recipe. */
  target: string,
  /** Every recipe. */
  targets: Array<string>,
  /** Columns. */
  columns: Array<ColumnMatch>,
  /** Fields a column can be matched to. */
  fields: Array<FieldChoice>,
  /** How records are found again. */
  keys: Array<PartKeys>,
  /** First rows of the sheet. */
  head: Array<HeadRow>,
  /** Names an inventory found may wait to be matched. */
  waits: boolean,
  /** Options. */
  options: ImportOptions,
  /** What was noticed. */
  notes: Array<Failure>,
};
/** A choice of the officer for one column. */
export type ColumnChoice = {
  /** Column. */
  index: number,
  /** Path, or none: not imported. */
  field: string | null,
};
/** The order of day and month in one column. */
export type DateChoice = {
  /** Column. */
  index: number,
  /** Which comes first. */
  order: DateOrder,
};
/** What is to change in a draft. */
export type ImportSet = {
  /** Another sheet. */
  sheet?: number,
  /** Another encoding of a text file. */
  encoding?: string,
  /** Another table on the sheet. */
  table?: number,
  /** Another header row, from 1. */
  header_row?: number,
  /** Another recipe. */
  target?: string,
  /** Columns chosen by hand. */
  columns?: Array<ColumnChoice>,
  /** Orders of day and month chosen by hand. */
  date_orders?: Array<DateChoice>,
  /** Match keys chosen by hand. */
  keys?: Array<KeyChoice>,
  /** Names decided by hand. */
  names?: Array<NameChoice>,
  /** Options. */
  options?: ImportOptions,
};
/** What becomes of a row or a record. */
export type RowAction = "create" | "update" | "unchanged" | "skip" | "error";
/** A cell of a previewed row. */
export type PreviewCell = {
  /** Column. */
  index: number,
  /** `F22`. */
  address: string,
  /** As it stands in the file, or as corrected. */
  text: string,
  /** As it stood in the file, where it was corrected. */
  was: string | null,
  /** As it would be stored. */
  new: string | null,
  /** As it is stored now, where that differs. */
  old: string | null,
  /** Whether the import changes it in a record that stands. */
  changed: boolean,
  /** Why it cannot be read. */
  error: Failure | null,
};
/** A record a row makes or finds. */
export type Made = {
  /** Register. */
  register: string,
  /** What becomes of it. */
  action: RowAction,
  /** What it is called. */
  title: Pair,
};
/** A previewed row. */
export type PreviewRow = {
  /** Row in the file, from 1. */
  row: number,
  /** What becomes of it. */
  action: RowAction,
  /** Its cells that are imported. */
  cells: Array<PreviewCell>,
  /** What it makes. */
  makes: Array<Made>,
  /** What is wrong with the row as a whole. */
  errors: Array<Failure>,
  /** Why less is written than the row says. */
  held: Failure | null,
};
/** Rows by what becomes of them. */
export type ImportCounts = {
  /** All. */
  all: number,
  /** New. */
  create: number,
  /** Changed. */
  update: number,
  /** As they are. */
  unchanged: number,
  /** Empty. */
  skip: number,
  /** Refused. */
  error: number,
};
/** Records of a register by what becomes of them. */
export type RegisterCounts = {
  /** Register. */
  register: string,
  /** New. */
  create: number,
  /** Changed. */
  update: number,
  /** As they are. */
  unchanged: number,
};
/** One kind of error in one column. */
export type FaultKey = {
  /** Column, or none: the row as a whole. */
  column: number | null,
  /** Code of the error. */
  code: string,
};
/** What is wrong, and how often. */
export type Fault = {
  /** What. */
  key: FaultKey,
  /** How often. */
  count: number,
  /** The first of them. */
  example: Failure,
};
/** Which previewed rows are asked for. */
export type RowFilter = {
  /** Those of which this becomes; none: all. */
  action?: RowAction,
  /** Those with this error. */
  fault?: FaultKey,
  /** Those with these numbers in the file; none: all. */
  numbers?: Array<number>,
};
/** What an import would do. */
export type ImportPreview = {
  /** Rows. */
  counts: ImportCounts,
  /** Records. */
  registers: Array<RegisterCounts>,
  /** What is wrong, the most frequent first. */
  faults: Array<Fault>,
  /** Names no record goes by. */
  names: number,
  /** Those of them that are like a record. */
  alike: number,
};
/** What an import did. */
export type ImportResult = {
  /** The operation, for undo. */
  operation: number,
  /** Rows. */
  counts: ImportCounts,
  /** Records. */
  registers: Array<RegisterCounts>,
  /** How long it took: measured by the caller, who has a clock. */
  seconds: number,
};
/** Another text for a cell. */
export type CellChange = {
  /** Row in the file, from 1. */
  row: number,
  /** Column, from 0. */
  column: number,
  /** The text. */
  text: string,
  /** For every cell of the column that holds the same. */
  alike: boolean,
};
/** An import with rows that wait. */
export type Waiting = {
  /** The import. */
  operation: number,
  /** Name of the file. */
  name: string,
  /** When it was imported, UTC. */
  utc: string,
  /** How many rows wait. */
  rows: number,
};

// ---------------------------------------------------------------- matching
/** How sure it is what a name means. */
export type Sure = "clear" | "likely" | "aside" | "unlike";
/** Why a product is proposed, or what speaks against it. */
export type Why = "alias" | "same_name" | "similar" | "same_publisher" | "same_version" | "other_publisher" | "other_edition" | "other_version";
/** A product a name may mean. */
export type Candidate = {
  /** Row. */
  id: number,
  /** Its code. */
  code: string | null,
  /** What it is called. */
  title: Pair,
  /** Its publisher. */
  publisher: string | null,
  /** How alike, in percent. */
  percent: number,
  /** Why. */
  why: Array<Why>,
};
/** A product to be made. */
export type Proposed = {
  /** Its name. */
  name: string,
  /** Its publisher. */
  publisher: string,
  /** Its version, where the name says one that is bought. */
  version: string,
};
/** A name that waits, and what it may mean. */
export type FoundName = {
  /** As first found. */
  name: string,
  /** Publisher as found. */
  publisher: string | null,
  /** Newest version found. */
  version: string | null,
  /** Installations. */
  installs: number,
  /** Computers. */
  devices: number,
  /** Computers by lists that name none. */
  counted: number,
  /** How sure it is. */
  sure: Sure,
  /** Kind of thing nobody buys by itself: a choice of the register of such names. */
  class: string | null,
  /** Products it may mean, the best first. */
  candidates: Array<Candidate>,
  /** The product that would be made of it. */
  proposed: Proposed,
};
/** A name taken for a product. */
export type Taken = {
  /** The name. */
  name: string,
  /** The product's row. */
  product: number,
};
/** A name set aside: it needs no license. */
export type SetAside = {
  /** The name. */
  name: string,
  /** What kind of thing it is. */
  class: string,
  /** Why it needs no license. */
  reason: string,
};
/** Two products that look the same. */
export type Twins = {
  /** The one more records refer to. */
  first: Candidate,
  /** Records that refer to it. */
  first_uses: number,
  /** The other. */
  second: Candidate,
  /** Records that refer to it. */
  second_uses: number,
};
/** Records of one register. */
export type Moves = {
  /** Register. */
  register: string,
  /** How many. */
  count: number,
};
/** What a merge would do. */
export type Merging = {
  /** Records that would refer to the first, by register. */
  moves: Array<Moves>,
  /** Fields the first would take over. */
  fills: Array<string>,
  /** Its other names afterwards, one a line. */
  aliases: string,
  /** Why it is refused, if it is. */
  refused: Failure | null,
};

// ---------------------------------------------------------------- workbooks
/** The languages a workbook can be made in. */
export type WorkbookLanguages = "zh_en" | "zh_it" | "en" | "zh" | "it";
/** What the officer chooses. */
export type ExportOptions = {
  /** One language or two beside each other. */
  languages: WorkbookLanguages,
  /** The day the figures are of. */
  as_of: string,
  /** Row ids of entities; empty for all. */
  entities: number[],
  /** Row ids of sites; empty for all. */
  sites: number[],
  /** Who made it. */
  prepared_by: string,
};
/** A sheet and how many rows of facts it holds. */
export type SheetRows = {
  /** Name on the tab. */
  name: string,
  /** Rows below the header. */
  rows: number,
};
/** What lies there now. */
export type ExportResult = {
  /** File name. */
  name: string,
  /** Its folder. */
  folder: string,
  /** Every sheet a reader sees, with its rows of facts. */
  sheets: Array<SheetRows>,
  /** SHA-256 of the file. */
  sha256: string,
  /** Its size. */
  bytes: number,
  /** Whether a signature lies beside it. */
  signed: boolean,
};

// ---------------------------------------------------------------- findings
/** The thresholds of findings. */
export type Thresholds = {
  /** Days without use after which a right lies idle. */
  dormant_days: number,
  /** Percent of its rights in use below which a license is little used. */
  underuse_percent: number,
};
/** What a finding is about: money spent in vain, money missing, or a question. */
export type FindingSide = "save" | "cover" | "check";
/** What is proposed. Fluent `finding-action--<key>`. */
export type FindingAction = "reallocate" | "downgrade" | "release" | "buy" | "uninstall" | "check";
/** Money in the reporting currency. */
export type MoneySums = {
  /** Every year. */
  yearly: Money,
  /** Once. */
  once: Money,
};
/** A task a finding became. */
export type FindingTask = {
  /** The task. */
  task: Ref,
  /** Choice of the task's action. */
  action: string,
  /** Choice of the task's status. */
  status: string,
  /** Somebody still has to do it; otherwise the finding outlived it. */
  open: boolean,
  /** Who does it. */
  owner: Ref | null,
  /** Last day. */
  due: string | null,
  /** The holder was asked on. */
  asked: string | null,
  /** The holder's answer. */
  answer: string | null,
};
/** One finding. */
export type FindingRow = {
  /** Register of its record. */
  register: string,
  /** Its record. */
  id: number,
  /** Title of its record. */
  title: Pair,
  /** Product concerned. */
  product: Ref | null,
  /** License concerned. */
  license: Ref | null,
  /** Person or device that holds it. */
  holder: Ref | null,
  /** Rights, holders or installations. */
  count: number,
  /** Of how many. */
  whole: number | null,
  /** Why it is one, in a sentence. */
  text: string,
  /** Money at stake in the reporting currency; null where it cannot be told. */
  money: Money | null,
  /** The same in the currency it is paid in, where that is another. */
  own: Money | null,
  /** Paid every year, not once. */
  yearly: boolean,
  /** What is proposed: Fluent `findings-action--<action>`. */
  action: FindingAction,
  /** The task it became. */
  task: FindingTask | null,
};
/** The findings of one kind. */
export type FindingGroup = {
  /** Fluent `findings-kind--<kind>`. */
  kind: string,
  /** What it is about. */
  side: FindingSide,
  /** What may be done, the proposal first. */
  actions: Array<FindingAction>,
  /** Rows of the list. */
  count: number,
  /** Money at stake in all of them. */
  sums: MoneySums,
  /** The list. */
  query: ListQuery,
  /** Those with the most money, as many as were asked for. */
  rows: Array<FindingRow>,
};
/** Findings of one kind behind a saving. */
export type SavingKind = {
  /** Fluent `findings-kind--<kind>`. */
  kind: string,
  /** How many. */
  count: number,
};
/** What could be saved on one product. */
export type SavingRow = {
  /** The product. */
  product: Ref,
  /** How much. */
  sums: MoneySums,
  /** Findings behind it, the most first. */
  kinds: Array<SavingKind>,
};
/** The findings of a day. */
export type FindingsReport = {
  /** The day. */
  as_of: string,
  /** Could be saved, each right counted once. */
  save: MoneySums,
  /** It would cost to be covered. */
  cover: MoneySums,
  /** Findings whose money cannot be told. */
  unpriced: number,
  /** What most could be saved on, the largest first. */
  savings: Array<SavingRow>,
  /** By kind; those without findings too. */
  groups: Array<FindingGroup>,
  /** What counts as let lie and as little used. */
  thresholds: Thresholds,
};
/** What a holder answers. */
export type HolderAnswer = "keep" | "release";
/** A message to copy. */
export type AskMessage = {
  /** Where to send it, if known. */
  email: string | null,
  /** Its subject. */
  subject: string,
  /** Its text. */
  text: string,
};

// ---------------------------------------------------------------- the license position
/** Counts of rights. */
export type PositionFigures = {
  /** By the purchase lines valid on the day. */
  owned: number,
  /** Of these, proven. */
  provable: number,
  /** Of these, with weak proof. */
  weak: number,
  /** Manual adjustments. */
  adjusted: number,
  /** What suites, editions and versions add or take. */
  allocated: number,
  /** Owned, adjusted and allocated. */
  available: number,
  /** Assignments in force. */
  assigned: number,
  /** Computers it is installed on that need a right, each once. */
  deployed: number,
  /** People and devices that used it within the last 90 days. */
  used: number,
  /** Rights needed. */
  needed: number,
  /** Available less needed. */
  delta: number,
  /** The same with provable rights alone. */
  delta_provable: number,
  /** Rights missing. */
  short: number,
  /** Rights missing when only provable ones count. */
  short_provable: number,
  /** Rights to spare. */
  over: number,
  /** Covers any number. */
  unlimited: boolean,
};
/** One step of a figure: `input` times `factor` is `result`. */
export type PositionStep = {
  /** Fluent `position-step--<rule>`. */
  rule: string,
  /** What it speaks of: another product, an adjustment. */
  subject: Ref | null,
  /** How many. */
  input: number,
  /** 1, -1, or 0 for what explains and counts nothing. */
  factor: number,
  /** What it adds. */
  result: number,
  /** The step as a sentence. */
  text: string,
};
/** A product's figures by one metric at one place. */
export type PositionLine = {
  /** Choice of the product's metric. */
  metric: string,
  /** Fluent `position-basis--<basis>`. */
  basis: string,
  /** Entity. */
  entity: Ref | null,
  /** Site; null for rights not given to a site. */
  site: Ref | null,
  /** Its figures. */
  figures: PositionFigures,
  /** How they come about. */
  steps: Array<PositionStep>,
};
/** Purchase lines that lack the same. */
export type ProofGap = {
  /** Fluent `proof-missing--<code>`. */
  code: string,
  /** Makes the proof weak only; the rights stay provable. */
  weak: boolean,
  /** How many lines. */
  lines: number,
  /** Rights of these lines. */
  rights: number,
};
/** A purchase line that lacks something. */
export type MissingProof = {
  /** The line. */
  purchase: Ref,
  /** Its license. */
  license: Ref,
  /** Its invoice. */
  invoice: Ref | null,
  /** Rights of the line. */
  quantity: number,
  /** Fluent `proof-missing--<code>` each; those that make it weak come last. */
  codes: Array<string>,
  /** The same as sentences. */
  texts: Array<string>,
};
/** A product's position. */
export type PositionRow = {
  /** The product. */
  product: Ref,
  /** Publisher. */
  publisher: string | null,
  /** Edition. */
  edition: string | null,
  /** Version. */
  version: string | null,
  /** How its rights are counted: choices of the product's metric. */
  metrics: Array<string>,
  /** Fluent `position-basis--<basis>`. */
  basis: string,
  /** Fluent `position-status--<status>`. */
  status: string,
  /** Fluent `position-proof--<proof>`: complete, partial, none; null where nothing is owned. */
  proof: string | null,
  /** Its figures. */
  figures: PositionFigures,
  /** Price of one right, for a year where it is paid every year: the list price, or what was paid last. */
  price: Money | null,
  /** Whether the price is what was paid last. */
  price_paid: boolean,
  /** Whether the price, and what follows from it, is paid every year. */
  yearly: boolean,
  /** What the missing rights cost, in the reporting currency; null without a price or a rate. */
  true_up: Money | null,
  /** What they cost when only provable rights count. */
  true_up_provable: Money | null,
  /** What the spare rights cost. */
  surplus: Money | null,
  /** How the figures come about, in order. */
  steps: Array<PositionStep>,
  /** The same by metric, entity and site; their figures sum to those of the row. */
  lines: Array<PositionLine>,
  /** What the purchase lines lack, by kind. */
  gaps: Array<ProofGap>,
  /** The purchase lines that lack something; only where one product was asked for. */
  missing: Array<MissingProof>,
};
/** Sums over products. */
export type PositionTotal = {
  /** Products short of rights. */
  short: number,
  /** Products covered, but not by provable rights. */
  unproven: number,
  /** Rights owned. */
  owned: number,
  /** Rights proven. */
  provable: number,
  /** Of these, with weak proof. */
  weak: number,
  /** What the missing rights cost. */
  true_up: MoneySums,
  /** What they cost when only provable rights count. */
  true_up_provable: MoneySums,
  /** What the spare rights cost. */
  surplus: MoneySums,
  /** Products short or over whose price or rate is unknown. */
  unpriced: number,
};
/** Rights more or fewer than in a snapshot, over all products. */
export type PositionChange = {
  /** The evidence the snapshot is kept as. */
  evidence: Ref,
  /** The day it speaks of. */
  as_of: string,
  /** Owned. */
  owned: number,
  /** Of these, proven. */
  provable: number,
  /** Needed. */
  needed: number,
  /** Missing. */
  short: number,
  /** Missing when only provable ones count. */
  short_provable: number,
};
/** The license position of a day. */
export type PositionReport = {
  /** The day. */
  as_of: string,
  /** Sums over the products. */
  total: PositionTotal,
  /** One row a product, the worst first. */
  products: Array<PositionRow>,
  /** What changed since the last snapshot: of the whole company, where one was kept before the day. */
  since: PositionChange | null,
};
/** A product on one day. */
export type PositionMonth = {
  /** The day: the last of a month, or the day asked about. */
  as_of: string,
  /** Rights by the purchase lines valid on the day. */
  owned: number,
  /** Of these, proven. */
  provable: number,
  /** Rights needed. */
  needed: number,
};
/** A snapshot as the page lists it. */
export type SnapshotInfo = {
  /** The evidence it is kept as. */
  evidence: Ref,
  /** The day it speaks of. */
  as_of: string,
};
/** A product's position as it was kept. */
export type SnapshotRow = {
  /** The product, where it still stands. */
  product: number | null,
  /** Its name then. */
  title: Pair,
  /** Fluent `position-status--<status>`. */
  status: string,
  /** Its figures then. */
  figures: PositionFigures,
};
/** The position as it was kept. */
export type PositionSnapshot = {
  /** The day it speaks of. */
  as_of: string,
  /** When it was taken. */
  taken: string,
  /** One row a product. */
  products: Array<SnapshotRow>,
};

// ---------------------------------------------------------------- the first page
/** One date. */
export type DeadlineRow = {
  /** Fluent `deadline-<kind>`. */
  kind: string,
  /** Register of its record. */
  register: string,
  /** Its record. */
  id: number,
  /** Title of its record. */
  title: Pair,
  /** The day. */
  day: string,
  /** Days from today; negative when it has passed. */
  days: number,
  /** The end it is about. */
  ends: string,
  /** Last day to give notice of that end. */
  notice_by: string | null,
  /** How near it lies; null beyond what the lanes show. */
  near: Near | null,
  /** Where notice was missed: what follows, and what can still be done. */
  follows: Array<string>,
  /** A notice day, not an end. */
  notice: boolean,
  /** How the day was found, a sentence a step. */
  formula: Array<string>,
  /** Goes on by itself. */
  automatic: boolean | null,
  /** Who answers for it. */
  owner: Ref | null,
  /** Amount at stake. */
  amount: Money | null,
  /** What was decided: `renewal-decision--<decision>`. */
  decision: string | null,
  /** Row of that decision. */
  decided: number | null,
  /** Nothing is left to do. */
  settled: boolean,
  /** Renewing moves it. */
  renews: boolean,
  /** Rights are renewed with it. */
  counted: boolean,
  /** Days ahead it reminds, the farthest first. */
  reminders: number[],
};
/** What a quarter costs. */
export type QuarterCost = {
  /** `2027 Q1`. */
  name: string,
  /** In the reporting currency. */
  amount: Money,
  /** Ends counted. */
  count: number,
  /** Ends without an amount or a rate. */
  unknown: number,
};
/** Every date that has passed or comes within a year. */
export type DeadlineReport = {
  /** The day asked about. */
  today: string,
  /** The earliest first. */
  rows: Array<DeadlineRow>,
  /** How many there are. */
  total: number,
  /** The coming quarters. */
  forecast: Array<QuarterCost>,
};
/** What a renewal would be. */
export type RenewalOffer = {
  /** The new end. */
  until: string | null,
};
/** One published day. */
export type PublishedDay = {
  /** The day. */
  day: string,
  /** A weekend day that is worked; otherwise a day that is free. */
  worked: boolean,
  /** The officer's own record of the day, which goes before it. */
  own: number | null,
  /** Whether that says it is worked. */
  own_worked: boolean | null,
};
/** The published days of a country in a year. */
export type PublishedYear = {
  /** Two letters. */
  country: string,
  /** The year arranged. */
  year: number,
  /** The text it stands in, in its own language. */
  source: string,
  /** When that was published. */
  published: string,
  /** How surely it was read: Fluent `holidays-confidence--<confidence>`. */
  confidence: string,
  /** The days, the earliest first. */
  days: Array<PublishedDay>,
};
/** For whom dates are chosen. */
export type Recipient = "all" | { "role": string } | { "person": number };
/** One date. */
export type NeedItem = {
  /** Register. */
  register: string,
  /** Row. */
  id: number,
  /** Title of the record. */
  title: Pair,
  /** Which of its dates: Fluent `deadline-<kind>`. */
  kind: string,
  /** The day. */
  due: string,
  /** Days from today; negative when it has passed. */
  days: number,
  /** How near that is. */
  near: Near,
  /** Who answers for it. */
  owner: Pair | null,
  /** Where notice was missed: what follows, and what can still be done. */
  follows: Array<string>,
};
/** How near a date lies. */
export type Near = "overdue" | "week" | "month" | "quarter" | "past";
/** Dates of one kind in one lane. */
export type DueList = {
  /** Which dates. */
  kind: string,
  /** How many. */
  count: number,
};
/** A stretch of time and what falls due in it. */
export type Lane = {
  /** How near. */
  near: Near,
  /** Dates of every kind. */
  count: number,
  /** By kind; those with none left out. */
  lists: Array<DueList>,
};
/** How bad a finding is. */
export type GapSeverity = "bad" | "warn";
/** One finding. */
export type Gap = {
  /** Fluent `gap-<key>`. */
  key: string,
  /** Rows of the list. */
  count: number,
  /** How bad. */
  severity: GapSeverity,
  /** The list. */
  query: ListQuery,
};
/** One register's missing halves. */
export type MissingHalves = {
  /** Register. */
  register: string,
  /** Rows of the list. */
  missing: number,
  /** The list of records with one language. */
  query: ListQuery,
};
/** The score over all registers. */
export type Bilingual = {
  /** Of the texts entered, how many stand in both languages; 100 when there are none. */
  percent: number,
  /** Texts with one language. */
  missing: number,
  /** Where, the most first. */
  registers: Array<MissingHalves>,
};
/** How many records a register holds. */
export type Count = {
  /** Register. */
  register: string,
  /** Records in use. */
  total: number,
};
/** One product's position in short. */
export type PositionGlance = {
  /** Register of the row: products. */
  register: string,
  /** Row. */
  id: number,
  /** Product. */
  title: Pair,
  /** Rights. */
  owned: number,
  /** Rights given to people and devices. */
  assigned: number,
  /** Installations that need a right. */
  deployed: number,
  /** Rights beyond those needed; negative when short. */
  delta: number,
  /** Covers any number. */
  unlimited: boolean,
};
/** How many products stand in one way. */
export type Standing = {
  /** Fluent `position-status--<status>`. */
  status: string,
  /** Rows of the list. */
  count: number,
  /** The list. */
  query: ListQuery,
};
/** The position in short. */
export type PositionSummary = {
  /** Products by how they stand. */
  standings: Array<Standing>,
  /** The shortest products, then the most over. */
  rows: Array<PositionGlance>,
};
/** The findings in short. */
export type FindingsGlance = {
  /** The dearest shortfalls. */
  shortfalls: Array<FindingRow>,
  /** The largest savings. */
  savings: Array<SavingRow>,
  /** Could be saved. */
  save: MoneySums,
  /** It would cost to be covered. */
  cover: MoneySums,
  /** Findings of every kind. */
  count: number,
};
/** The end of the change log. */
export type LogEnd = {
  /** Entries. */
  entries: number,
  /** Last hash, hex. */
  head: string,
};
/** The first page. */
export type Overview = {
  /** Records by register. */
  counts: Array<Count>,
  /** Dates by nearness. */
  lanes: Array<Lane>,
  /** Dates, the earliest first. */
  needs: Array<NeedItem>,
  /** The license position. */
  position: PositionSummary,
  /** What should be done. */
  findings: FindingsGlance,
  /** What an auditor would find. */
  gaps: Array<Gap>,
  /** Names inventories found that wait to be matched with products. */
  names: number,
  /** Completeness in two languages. */
  bilingual: Bilingual,
  /** The change log. */
  log: LogEnd,
  /** A second way into the vault exists. */
  second_way: boolean,
};

// ---------------------------------------------------------------- the commands
export interface Commands {
  app_state: { args: {}; result: AppState };
  set_preference: { args: { language?: Language, theme?: Theme, idle_minutes?: number, lock_away?: boolean, notices?: boolean, watch?: boolean, }; result: AppState };
  passphrase_strength: { args: { passphrase: Secret, inputs: Array<string>, }; result: Strength };
  passphrase_suggest: { args: {}; result: string };
  place_default: { args: { name: string, }; result: Place };
  /** native folder dialog; null when cancelled */
  place_pick: { args: { name: string, }; result: Place | null };
  /** makes the vault and answers with the recovery key; nothing can be entered before it was typed back */
  vault_create: { args: { place: number, company: string, person: string, passphrase: Secret, }; result: RecoverySheet };
  /** native save dialog for a printable text with the recovery key */
  recovery_save: { args: {}; result: boolean };
  vault_confirm: { args: { recovery_key: Secret, }; result: AppState };
  vault_cancel: { args: {}; result: AppState };
  /** native folder dialog for an existing vault; leaves it locked and selected */
  vault_pick: { args: {}; result: AppState | null };
  vault_select: { args: { id: string, }; result: AppState };
  vault_unlock: { args: { passphrase: Secret, }; result: AppState };
  vault_recover: { args: { recovery_key: Secret, passphrase: Secret, }; result: AppState };
  vault_lock: { args: {}; result: AppState };
  /** ends the program, which closing the window does not while it watches */
  quit: { args: {}; result: null };
  vault_info: { args: {}; result: VaultInfo };
  /** a recovery key that opens nothing before it was typed back */
  recovery_offer: { args: { passphrase: Secret, }; result: RecoverySheet };
  /** from then on the old recovery key opens nothing any more */
  recovery_replace: { args: { recovery_key: Secret, }; result: VaultInfo };
  passphrase_change: { args: { old: Secret, new: Secret, }; result: null };
  keychain_set: { args: { on: boolean, }; result: VaultInfo };
  /** try the keychain once at start; null when it holds nothing for this vault */
  vault_unlock_keychain: { args: {}; result: AppState | null };
  /** job; result AppState: the sample company in a vault of its own, opened */
  sample_open: { args: {}; result: number };
  schema: { args: {}; result: Schema };
  list: { args: { query: ListQuery, }; result: ListHandle };
  /** at most 200 rows */
  page: { args: { handle: number, offset: number, limit: number, fields: Array<string>, }; result: Array<Row> };
  /** where a record stands in the list; null when it is not in it */
  list_place: { args: { handle: number, id: number, }; result: number | null };
  list_close: { args: { handle: number, }; result: null };
  /** sums of number and money fields over the list, or over the ids given */
  sums: { args: { handle: number, ids: Array<number> | null, fields: Array<string>, }; result: Array<Sum> };
  /** tab-separated text with a header line, for Excel; ids null = the whole list (at most 100 000 rows) */
  copy: { args: { handle: number, ids: Array<number> | null, fields: Array<string>, language: Language, }; result: Copied };
  views: { args: { register: string, }; result: Array<SavedView> };
  view_save: { args: { id: number | null, register: string, name: string, query: ListQuery, columns: Array<string>, }; result: SavedView };
  view_remove: { args: { id: number, }; result: null };
  get: { args: { register: string, id: number, }; result: RecordView };
  /** only the keys in values are touched; id null makes a record */
  save: { args: { register: string, id: number | null, values: Values, reason: string | null, }; result: Saved };
  bulk_set: { args: { register: string, ids: Array<number>, values: Values, reason: string | null, }; result: Changes };
  archive: { args: { register: string, ids: Array<number>, archived: boolean, }; result: Changes };
  remove: { args: { register: string, ids: Array<number>, }; result: Changes };
  secret: { args: { register: string, id: number, field: string, }; result: string };
  /** a link field's candidates; empty text: the latest */
  lookup: { args: { register: string, text: string, limit: number, }; result: Array<Ref> };
  search: { args: { text: string, limit: number, }; result: Array<Hit> };
  /** earlier translations of the same text, best first */
  translations: { args: { zh: string | null, en: string | null, }; result: Array<Pair> };
  custom_field_save: { args: { register: string, key: string | null, kind: KindName, choices: Array<string>, zh: string, en: string, it: string, }; result: Schema };
  custom_field_remove: { args: { register: string, key: string, }; result: Schema };
  undo_state: { args: {}; result: UndoState | null };
  undo: { args: { operation: number | null, }; result: Changes };
  history: { args: { query: HistoryQuery, }; result: HistoryPage };
  /** further entries of an operation, of one record alone when it is named */
  history_entries: { args: { operation: number, register: string | null, id: number | null, offset: number, }; result: Array<EntryView> };
  verify_log: { args: {}; result: LogVerdict };
  /** native open dialog: purpose chooses the file filter */
  pick_file: { args: { purpose: Purpose, }; result: FileToken | null };
  attach: { args: { register: string, id: number, token: number, }; result: Saved };
  evidence_preview: { args: { id: number, file: string, }; result: Preview };
  evidence_export: { args: { id: number, file: string, }; result: boolean };
  job: { args: { job: number, }; result: JobState };
  job_cancel: { args: { job: number, }; result: null };
  /** job; result ImportDraft */
  import_open: { args: { token: number, target: string | null, }; result: number };
  /** a block copied in a spreadsheet program, over a list with those columns; job; result ImportDraft */
  import_paste: { args: { text: string, target: string | null, columns: Array<string>, }; result: number };
  /** job, since another sheet has to be read; result ImportDraft */
  import_set: { args: { draft: number, change: ImportSet, }; result: number };
  /** job; result ImportPreview */
  import_preview: { args: { draft: number, }; result: number };
  import_rows: { args: { draft: number, filter: RowFilter, offset: number, limit: number, }; result: Array<PreviewRow> };
  import_names: { args: { draft: number, offset: number, limit: number, }; result: Array<UnknownName> };
  /** the row with what is wrong in the cell itself; what becomes of the rows, import_preview works out anew */
  import_correct: { args: { draft: number, cell: CellChange, }; result: PreviewRow };
  /** job; result ImportResult */
  import_apply: { args: { draft: number, }; result: number };
  /** imports whose rows with errors wait to be corrected */
  imports_waiting: { args: {}; result: Array<Waiting> };
  /** those rows alone, understood as before; job; result ImportDraft */
  import_resume: { args: { operation: number, }; result: number };
  import_forget: { args: { operation: number, }; result: Array<Waiting> };
  import_close: { args: { draft: number, }; result: null };
  /** job; result FoundName[]: what inventories found and no product is known for */
  matching_names: { args: {}; result: number };
  /** job; result Twins[]: pairs of products that look the same */
  matching_twins: { args: {}; result: number };
  /** job; result Changes */
  matching_accept: { args: { taken: Array<Taken>, }; result: number };
  /** makes a product of these names */
  matching_new: { args: { names: Array<string>, values: Values, }; result: Saved };
  /** they need no license; job; result Changes */
  matching_aside: { args: { names: Array<SetAside>, }; result: number };
  would_merge: { args: { keep: number, gone: number, }; result: Merging };
  /** the second product becomes the first; job; result Changes */
  merge: { args: { keep: number, gone: number, }; result: number };
  /** native save dialog, then a job; null when cancelled; result ExportResult */
  export_position: { args: { options: ExportOptions, }; result: number | null };
  /** the list as it stands (filters, order, columns) as a workbook that can be imported again */
  export_list: { args: { handle: number, fields: Array<string>, languages: WorkbookLanguages, }; result: number | null };
  /** the sheet as read, wrong cells marked and the reasons said; null when cancelled; result ExportResult */
  export_errors: { args: { draft: number, languages: WorkbookLanguages, }; result: number | null };
  /** shows the last exported file of that job in the system's file manager */
  reveal: { args: { job: number, }; result: null };
  /** every date that has passed or comes within a year */
  deadlines: { args: {}; result: DeadlineReport };
  /** the arrangements that ship with the program, and what the officer says instead */
  holidays: { args: {}; result: Array<PublishedYear> };
  /** what renewing would bring */
  deadline_offer: { args: { kind: string, id: number, }; result: RenewalOffer };
  /** values are fields of the register of decisions; what follows is part of the same operation */
  deadline_decide: { args: { kind: string, id: number, values: Values, quantity: number | null, }; result: Changes };
  /** days ahead, for a kind or for one record; none is the usual */
  reminders_set: { args: { kind: string, id: number | null, days: Array<number>, }; result: Changes };
  /** dates that reached a reminder not given before; asking gives it */
  reminders_due: { args: {}; result: number };
  /** native save dialog; the number of entries, null when cancelled */
  export_calendar: { args: { recipient: Recipient, languages: WorkbookLanguages, }; result: number | null };
  /** native save dialog, then a job; null when cancelled; result ExportResult */
  export_worklist: { args: { recipient: Recipient, languages: WorkbookLanguages, }; result: number | null };
  overview: { args: {}; result: Overview };
  /** job; result FindingsReport */
  findings: { args: { product: number | null, }; result: number };
  /** one task of the findings of a kind on these records */
  finding_task: { args: { kind: string, ids: Array<number>, action: FindingAction, owner: number | null, due: string | null, }; result: Saved };
  /** what to ask the holder, to be copied */
  finding_message: { args: { kind: string, id: number, due: string, }; result: AskMessage };
  finding_ask: { args: { kind: string, id: number, due: string, }; result: Saved };
  /** of the task that says the holder was asked; release ends the assignment */
  finding_answer: { args: { task: number, answer: HolderAnswer, }; result: Changes };
  /** ends assignments */
  finding_release: { args: { ids: Array<number>, }; result: Changes };
  thresholds: { args: {}; result: Thresholds };
  set_thresholds: { args: { thresholds: Thresholds, }; result: Changes };
  /** job; result PositionReport: every product, or one with what its purchase lines lack; as_of null is today */
  position: { args: { as_of: string | null, entities: number[], sites: number[], product: number | null, }; result: number };
  /** how one product stood at the ends of the last months; job; result PositionMonth[] */
  position_history: { args: { as_of: string, entities: number[], sites: number[], product: number, }; result: number };
  /** keeps the position of a day as evidence; job; result Changes */
  position_keep: { args: { as_of: string, }; result: number };
  position_snapshots: { args: {}; result: Array<SnapshotInfo> };
  position_snapshot: { args: { id: number, }; result: PositionSnapshot };
}
