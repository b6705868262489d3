// The packaged application's window through WebKitWebDriver: the W3C protocol over fetch, and the driver a journey speaks to.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const PORT = 4445;
const BASE = `http://127.0.0.1:${PORT}`;
/** as the protocol names the key */
const CONTROL = '\uE009';
/** a busy computer is no failure */
const PATIENCE_MS = 60_000;

async function send(method, path, body) {
  const sent = { method, body: body === undefined ? undefined : JSON.stringify(body) };
  // an application that hangs never answers: the test says where, instead of running out of time
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(BASE + path, { ...sent, signal }).catch((error) => {
    throw new Error(`${method} ${path} ${sent.body ?? ''}: ${error.message}`, { cause: error });
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Starts the driver and through it the application; `env` reaches both. */
export async function window(application, env) {
  // the driver hands its environment to the application, which then lets itself be driven
  const child = spawn('WebKitWebDriver', [`--port=${PORT}`, '--host=127.0.0.1'], {
    env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // until it has, a driver started next would not have the port
  const driverEnded = new Promise((resolve) => child.once('exit', resolve));
  await until(() => send('GET', '/status'), 'the driver answers');
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: application, args: [] } } };
  const { sessionId } = await send('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  const started = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').map(Number);
  const ended = () => until(() => !started.some((id) => existsSync(`/proc/${id}`)), 'the application ends');
  return {
    driver: driver(session),
    picture: async () => Buffer.from(await send('GET', `${session}/screenshot`), 'base64'),
    async stop() {
      await send('DELETE', session).catch(() => undefined);
      // a start in the meantime is handed to the one that is ending, and lost
      await ended().catch(() => {
        started.forEach((id) => process.kill(id, 'SIGKILL'));
        return ended();
      });
      child.kill();
      await driverEnded;
    },
    ended,
  };
}

/** Tries until it works: a page takes a moment to follow. */
export async function until(attempt, what) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const answer = await attempt();
      if (answer) return answer;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
    await wait(100);
  }
}

/** What comes of it, if it comes in time. */
export async function inTime(promise, what) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  return Promise.race([
    promise,
    new Promise((_, reject) => {
      late.onabort = () => reject(new Error(`${what}: not within ${PATIENCE_MS / 1000} s`));
    }),
  ]);
}

function driver(session) {
  const run = (script, ...args) => send('POST', `${session}/execute/sync`, { script, args });
  const element = async (using, value) => {
    const found = await send('POST', `${session}/element`, { using, value });
    return `${session}/element/${Object.values(found)[0]}`;
  };
  const click = (using, value) =>
    until(async () => {
      await send('POST', `${await element(using, value)}/click`, {});
      return true;
    }, `click ${value}`);
  const quoted = (text) => (text.includes("'") ? `"${text}"` : `'${text}'`);
  return {
    press: (name) => click('xpath', `//button[contains(normalize-space(.), ${quoted(name)}) or @aria-label=${quoted(name)}]`),
    pressAt: (css) => click('css selector', css),
    check: (css) => click('css selector', css),
    fill: (css, text) =>
      until(async () => {
        const field = await element('css selector', css);
        await send('POST', `${field}/clear`, {});
        await send('POST', `${field}/value`, { text });
        return true;
      }, `fill ${css}`),
    /** Ctrl and a letter, as a keyboard sends them: `c` copies, `v` pastes. */
    control(letter) {
      const key = (type, value) => ({ type, value });
      const pressed = [key('keyDown', CONTROL), key('keyDown', letter), key('keyUp', letter), key('keyUp', CONTROL)];
      return send('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: pressed }] });
    },
    run,
    read: (css) => run('return [...document.querySelectorAll(arguments[0])].map((node) => node.innerText)', css),
    /** A command of the program, as the page calls it. */
    call: (name, args) =>
      run('return window.__TAURI_INTERNALS__.invoke("call", { name: arguments[0], args: arguments[1] })', name, args),
    see: (text) => until(() => run('return document.body.innerText.includes(arguments[0])', text), `see ${text}`),
    seeAt: (css) => until(() => run('return document.querySelector(arguments[0]) !== null', css), `see ${css}`),
  };
}
