// Written by `cargo xtask bindings` from the Rust types; a test fails when it is stale. Do not edit.

// ---------------------------------------------------------------- errors and values
/**
 * What went wrong, in a form that can be put into words in any language.
 */
export type Failure = { 
/**
 * Stable key, snake_case; Fluent has `error-<code>`.
 */
code: string, 
/**
 * Named arguments of the sentence. Field, register and choice keys are given as keys: the edge labels them.
 */
args: { [key in string]: string }, 
/**
 * The field at fault, if one is.
 */
field: string | null, };
/**
 * Text in Chinese and English; a half may be missing.
 */
export type Pair = { 
/**
 * Chinese.
 */
zh: string | null, 
/**
 * English.
 */
en: string | null, };
/**
 * One version of a file kept in the vault.
 */
export type FileRef = { 
/**
 * Name of the encrypted file under `evidence/`, a UUID.
 */
id: string, 
/**
 * Name as received.
 */
name: string, 
/**
 * Bytes of the plain file.
 */
size: number, 
/**
 * SHA-256 of the plain file, hex.
 */
sha256: string, 
/**
 * 1 for the first.
 */
version: number, 
/**
 * When it was taken in, UTC.
 */
received: string, };
export type Money = { amount: string, currency: string, };
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Pair | Money | FileRef[];
export type Values = Record<string, Json>;

// ---------------------------------------------------------------- the application and its vault
/**
 * The languages of the interface.
 */
export type Language = "en" | "zh-CN" | "it";
/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";
/**
 * The operating system.
 */
export type Platform = "windows" | "macos" | "linux";
/**
 * Where the program stands.
 */
export type Phase = "first_run" | "locked" | "open";
/**
 * A vault as the page names it.
 */
export type VaultEntry = { 
/**
 * UUID.
 */
id: string, 
/**
 * Company.
 */
name: string, 
/**
 * The path, for reading.
 */
place: string, 
/**
 * The sample company.
 */
sample: boolean, };
/**
 * What the window as a whole shows.
 */
export type AppState = { 
/**
 * Where the program stands.
 */
phase: Phase, 
/**
 * The open or the last vault.
 */
vault: VaultEntry | null, 
/**
 * Vaults opened here, latest first.
 */
recent: Array<VaultEntry>, 
/**
 * Working language.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * The program's version.
 */
version: string, 
/**
 * The day in the vault's zone.
 */
today: string, 
/**
 * Operating system.
 */
platform: Platform, 
/**
 * The company's name once there is one.
 */
company: Pair | null, 
/**
 * The person who unlocked.
 */
actor: string | null, 
/**
 * Minutes without a key or pointer before the vault locks.
 */
idle_minutes: number, };
/**
 * An estimate of how hard a passphrase is to guess.
 */
export type Strength = { 
/**
 * 0 (guessed at once) to 4 (out of reach).
 */
score: 0 | 1 | 2 | 3 | 4, 
/**
 * Power of ten of the guesses it takes.
 */
log10_guesses: number, 
/**
 * Fluent id of the most useful advice, if there is any to give.
 */
advice: string | null, };
/**
 * A place proposed for a vault. The page holds the token and shows the rest.
 */
export type Place = { 
/**
 * What the page gives back.
 */
token: number, 
/**
 * The path, for reading.
 */
display: string, 
/**
 * Code of a warning: `error-<code>` in Fluent.
 */
warning: string | null, };
/**
 * The key of a new vault, shown this once.
 */
export type NewVault = { 
/**
 * To be written down and typed back.
 */
recovery_key: Secret, };
/**
 * A person with a passphrase slot.
 */
export type Person = { 
/**
 * Name.
 */
name: string, 
/**
 * File of the slot.
 */
file: string, };
/**
 * What the settings page shows of a vault.
 */
export type VaultInfo = { 
/**
 * UUID.
 */
id: string, 
/**
 * Folder.
 */
place: string, 
/**
 * Format number.
 */
format: number, 
/**
 * Day it was made.
 */
created: string, 
/**
 * Bytes of the database.
 */
size: number, 
/**
 * Files kept as evidence.
 */
evidence_files: number, 
/**
 * People with a slot.
 */
people: Array<Person>, 
/**
 * The recovery key was typed back.
 */
recovery: boolean, 
/**
 * This computer's keychain can open it.
 */
keychain: boolean, 
/**
 * Entries of the change log.
 */
log_entries: number, 
/**
 * Last hash, hex.
 */
log_head: string, 
/**
 * minisign public key of its exports.
 */
signing_key: string, };

// ---------------------------------------------------------------- files and jobs
/**
 * A file the page may speak of.
 */
export type FileToken = { 
/**
 * What the page gives back.
 */
token: number, 
/**
 * Its name, without a folder.
 */
name: string, 
/**
 * Bytes.
 */
size: number, };
/**
 * How far a job is.
 */
export type JobState = { 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 while unknown.
 */
total: number, 
/**
 * Fluent `stage-<stage>`.
 */
stage: string, 
/**
 * Nothing more will come.
 */
finished: boolean, 
/**
 * Why it failed.
 */
error: Failure | null, 
/**
 * What it made.
 */
result: Json, };

// ---------------------------------------------------------------- the commands
export interface Commands {
  app_state: { args: {}; result: AppState };
  set_preference: { args: { language?: Language, theme?: Theme, idle_minutes?: number, }; result: AppState };
  passphrase_strength: { args: { passphrase: Secret, inputs: Array<string>, }; result: Strength };
  passphrase_suggest: { args: {}; result: string };
  place_default: { args: { name: string, }; result: Place };
  /** native folder dialog; null when cancelled */
  place_pick: { args: { name: string, }; result: Place | null };
  /** makes the vault and answers with the recovery key; nothing can be entered before it was typed back */
  vault_create: { args: { place: number, company: string, person: string, passphrase: Secret, }; result: NewVault };
  /** native save dialog for a printable text with the recovery key */
  recovery_save: { args: {}; result: boolean };
  vault_confirm: { args: { recovery_key: Secret, }; result: AppState };
  vault_cancel: { args: {}; result: AppState };
  /** native folder dialog for an existing vault; leaves it locked and selected */
  vault_pick: { args: {}; result: AppState | null };
  vault_select: { args: { id: string, }; result: AppState };
  vault_unlock: { args: { passphrase: Secret, }; result: AppState };
  vault_recover: { args: { recovery_key: Secret, passphrase: Secret, }; result: AppState };
  /** idle: running work may finish first, ten minutes at most; otherwise it is cancelled */
  vault_lock: { args: { idle?: boolean, }; result: AppState };
  vault_info: { args: {}; result: VaultInfo };
  passphrase_change: { args: { old: Secret, new: Secret, }; result: null };
  keychain_set: { args: { on: boolean, }; result: VaultInfo };
  /** try the keychain once at start; null when it holds nothing for this vault */
  vault_unlock_keychain: { args: {}; result: AppState | null };
  job: { args: { job: number, }; result: JobState };
  job_cancel: { args: { job: number, }; result: null };
  /** shows the last exported file of that job in the system's file manager */
  reveal: { args: { job: number, }; result: null };
}
