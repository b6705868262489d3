// The program behind a loopback address, in a home of its own.

import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const file = (name) => join(repository, 'tests/files', name);

/** Where a test may leave what it makes. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-journey-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Bytes a program may print. */
const MOST = 1 << 27;

/** Starts the loopback server; the address is the first line it prints. */
export async function program({ sample = false, today = '2026-11-24' } = {}) {
  const home = scratch();
  const words = ['0', '--home', home.folder, '--page', join(repository, 'ui/dist'), '--today', today];
  if (sample) words.push('--sample');
  const child = spawn(process.env.SEALBOOK_LOOPBACK ?? join(repository, 'target/debug/sealbook-loopback'), words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim().split('\n')[0]));
    child.once('exit', (code) => reject(new Error(`the loopback server ended with ${code}`)));
  });
  return {
    address,
    /** What the next native dialog answers. */
    answer: (path) => fetch(`${address}/host/next`, { method: 'POST', body: JSON.stringify({ path }) }),
    async call(name, args = {}) {
      const response = await fetch(`${address}/call/${name}`, { method: 'POST', body: JSON.stringify(args) });
      if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
      return response.json();
    },
    /** Starts a job and waits for what comes of it. */
    async finish(name, args = {}) {
      const job = await this.call(name, args);
      for (;;) {
        const { error, finished, result } = await this.call('job', { job });
        if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
        if (finished) return result;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    stop() {
      child.kill();
      home.remove();
    },
  };
}

export const python = process.env.SEALBOOK_PYTHON ?? join(repository, 'target/venv/bin/python');

/** Runs a script of tests/ with the Python of the second opinions; throws when it fails. */
export function second(script, ...args) {
  return execFileSync(python, [join(repository, 'tests', script), ...args], { encoding: 'utf8', maxBuffer: MOST });
}

/** Runs the `sealbook` command on the sample vault in a folder and answers with what it printed. */
export function sealbook(vault, ...args) {
  return execFileSync(process.env.SEALBOOK_CLI ?? join(repository, 'target/debug/sealbook'), [...args, '--lang', 'en'], {
    encoding: 'utf8',
    maxBuffer: MOST,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, SEALBOOK_VAULT: vault, SEALBOOK_PASSPHRASE: 'sample company open to everyone' },
  });
}
