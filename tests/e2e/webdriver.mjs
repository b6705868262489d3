// The packaged application's window through WebKitWebDriver: the W3C protocol over fetch, and the driver a journey speaks to.

import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const PORT = 4445;
const BASE = `http://127.0.0.1:${PORT}`;
/** as the protocol names the key */
const CONTROL = '\uE009';
const PATIENCE_MS = 20_000;

async function send(method, path, body) {
  const response = await fetch(BASE + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Starts the driver and through it the application; `env` reaches both. */
export async function window(application, env) {
  // the driver hands its environment to the application, which then lets itself be driven
  const child = spawn('WebKitWebDriver', [`--port=${PORT}`, '--host=127.0.0.1'], {
    env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: 'ignore',
  });
  await until(async () => (await fetch(`${BASE}/status`)).ok, 'the driver answers');
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: application, args: [] } } };
  const { sessionId } = await send('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  return {
    driver: driver(session),
    picture: async () => Buffer.from(await send('GET', `${session}/screenshot`), 'base64'),
    async stop() {
      await send('DELETE', session).catch(() => undefined);
      child.kill();
    },
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
    /** Ctrl+V, as a keyboard sends it. */
    paste() {
      const key = (type, value) => ({ type, value });
      const pressed = [key('keyDown', CONTROL), key('keyDown', 'v'), key('keyUp', 'v'), key('keyUp', CONTROL)];
      return send('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: pressed }] });
    },
    read: (css) => run('return [...document.querySelectorAll(arguments[0])].map((node) => node.innerText)', css),
    /** A command of the program, as the page calls it. */
    call: (name, args) =>
      run('return window.__TAURI_INTERNALS__.invoke("call", { name: arguments[0], args: arguments[1] })', name, args),
    see: (text) => until(() => run('return document.body.innerText.includes(arguments[0])', text), `see ${text}`),
    seeAt: (css) => until(() => run('return document.querySelector(arguments[0]) !== null', css), `see ${css}`),
  };
}
