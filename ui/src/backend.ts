// The one way from the page to the program: every command of bindings.ts, over Tauri in the window and over
// HTTP on the loopback server the tests use. Nothing else in the page talks to the outside.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands, Failure, FileToken, JobState } from './bindings';

export type CommandName = keyof Commands;
export type Args<Name extends CommandName> = Commands[Name]['args'];
export type Result<Name extends CommandName> = Commands[Name]['result'];

/** A command that was refused. The sentence for it is `error-<code>`; see `failureText` in i18n. */
export class Refusal extends Error implements Failure {
  readonly code: string;
  readonly args: Record<string, string>;
  readonly field: string | null;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'Refusal';
    this.code = failure.code;
    this.args = failure.args;
    this.field = failure.field;
  }
}

/** Whatever was thrown, as a Failure: a broken connection or a bug becomes `unexpected`. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Refusal) return thrown;
  if (isFailure(thrown)) return thrown;
  return {
    code: 'unexpected',
    args: { detail: thrown instanceof Error ? thrown.message : String(thrown) },
    field: null,
  };
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'args' in value;
}

interface Carrier {
  call(name: string, args: unknown): Promise<unknown>;
  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
}

const window_: Carrier = {
  call: (name, args) => invoke('call', { name, args }),
  // a header carries ASCII only, so the name travels percent-encoded
  upload: (name, bytes) => invoke('upload', bytes, { headers: { name: encodeURIComponent(name) } }),
};

const loopback: Carrier = {
  call: (name, args) => post(`/call/${name}`, 'application/json', JSON.stringify(args)),
  upload: (name, bytes) => post(`/upload?name=${encodeURIComponent(name)}`, 'application/octet-stream', bytes),
};

async function post(path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
  if (response.status === 422) throw (await response.json()) as Failure;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const carrier: Carrier = '__TAURI_INTERNALS__' in globalThis ? window_ : loopback;

/** Runs one command. Throws a `Refusal`. */
export async function call<Name extends CommandName>(name: Name, args: Args<Name>): Promise<Result<Name>> {
  return (await refusing(carrier.call(name, args))) as Result<Name>;
}

/** Hands a dropped or picked file to the program, which keeps it in memory or in the vault, never plain on disk. */
export async function upload(file: File): Promise<FileToken> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await refusing(carrier.upload(file.name, bytes))) as FileToken;
}

async function refusing(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (thrown) {
    throw new Refusal(asFailure(thrown));
  }
}

/** Calls back when the program says that nobody sits there any more. In a browser nobody says it. */
export function whenLeft(run: () => void): void {
  if ('__TAURI_INTERNALS__' in globalThis) void listen('left', run);
}

const POLL_MS = 150;

let following = 0;

/** How many jobs the page waits for: the idle lock lets them finish. */
export const jobsUnderWay = (): number => following;

/**
 * Follows a job to its end and answers with its result. Aborting the signal asks the program to cancel; the
 * promise then settles as the job does: with the result if it was too late, else with the refusal `cancelled`.
 */
export async function runJob<T>(job: number, onProgress?: (state: JobState) => void, signal?: AbortSignal): Promise<T> {
  const cancel = () => void call('job_cancel', { job }).catch(() => undefined);
  if (signal?.aborted) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
  following++;
  try {
    for (;;) {
      const state = await call('job', { job });
      onProgress?.(state);
      if (state.error) throw new Refusal(state.error);
      if (state.finished) return state.result as T;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    following--;
    signal?.removeEventListener('abort', cancel);
  }
}
