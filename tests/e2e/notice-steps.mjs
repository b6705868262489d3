// Dates that come near while nobody looks: the program said so to a desktop of the test's own, window or no window.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { python, repository } from './program.mjs';
import { inTime, until } from './webdriver.mjs';

/** A desktop that takes notices; one a session bus. */
export async function desktop() {
  const child = spawn(python, [join(repository, 'tests/second/desktop.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line)));
  const next = async (what) => {
    const is = (line) => what in line;
    await until(() => said.some(is), `the desktop hears ${what}`);
    return said.splice(said.findIndex(is), 1)[0][what];
  };
  await next('ready');
  return {
    notice: () => next('notice'),
    async away() {
      child.stdin.write('away\n');
      await next('away');
    },
    close: () => child.stdin.write('close\n'),
    click: () => child.stdin.write('click\n'),
    async windows() {
      child.stdin.write('windows\n');
      return next('windows');
    },
    stop: () => child.kill(),
  };
}

/** The program as the system or a person starts it. */
export function started(application, surroundings, ...words) {
  const child = spawn(application, words, {
    env: { ...process.env, ...surroundings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const ended = () => inTime(exit, `${words.join(' ')} ends`);
  return {
    ended,
    async stop() {
      child.kill();
      await ended();
    },
  };
}

const save = (driver, register, values) => driver.call('save', { register, id: null, values, reason: null });
const product = (driver) => save(driver, 'product', { name: { zh: '办公套件', en: 'Office suite' } });

/** A license that ends on a day; the program reminds thirty days before. */
export async function ends(driver, day) {
  await save(driver, 'license', { product: { id: (await product(driver)).id }, ends: day });
}

/** The day a number of days after today, as the program counts days. */
export async function inDays(driver, days) {
  const { today } = await driver.call('app_state', {});
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Waits until everything entered so far is kept for the time when the vault is locked. */
export async function kept(driver, home) {
  const folder = join(home, 'data/notices');
  const file = () => join(folder, readdirSync(folder)[0]);
  // what is being kept at this moment may not know of all; one more change has it kept once more
  const A_ROUND_UNDER_WAY_MS = 1_000;
  await wait(A_ROUND_UNDER_WAY_MS);
  const since = Date.now();
  await product(driver);
  await until(() => statSync(file()).mtimeMs > since, 'the days are kept');
  assert.match(readFileSync(file(), 'latin1'), /^age-encryption\.org\/v1/, 'encrypted');
}

/** Nothing is shown, also after the time a window takes. */
export async function noWindow(screen) {
  const TIME_FOR_A_WINDOW_MS = 1_500;
  await wait(TIME_FOR_A_WINDOW_MS);
  assert.equal(await screen.windows(), 0, 'no window');
}
