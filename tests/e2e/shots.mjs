// A picture of every screen, in every language and theme, into shots/<language>-<theme>/. Words name screens; none means all.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { browser, open } from './browser.mjs';
import { firstRun } from './journey-steps.mjs';
import { file, program, repository } from './program.mjs';
import { words } from './words.mjs';

const LANGUAGES = ['en', 'zh-CN', 'it'];
const THEMES = ['light', 'dark'];
const wanted = new Set(process.argv.slice(2));

/** Opens the sample company and waits until it is filled. */
export async function sampleCompany(server) {
  const job = await server.call('sample_open');
  for (;;) {
    const state = await server.call('job', { job });
    if (state.error) throw new Error(JSON.stringify(state.error));
    if (state.finished) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Every screen behind the sidebar: its name and how to get there. */
export async function places(server, t) {
  const { registers } = await server.call('schema');
  return [
    ['overview', t('overview')],
    ['findings', t('findings')],
    ['import', t('import')],
    ...registers.map(({ key }) => [key, t(`${key}-plural`)]),
    ['position', t('position')],
    ['renewals', t('renewals')],
    ['matching', t('matching')],
    ['log', t('change-log')],
    ['settings', t('settings')],
  ];
}

async function main() {
  const chromium = await browser();
  const server = await program();
  await firstRunPictures(chromium);
  await sampleCompany(server);
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      await server.call('set_preference', { language, theme });
      await screens(chromium, server, language, theme);
    }
  }
  await chromium.close();
  server.stop();
}

function folder(language, theme) {
  const path = join(repository, 'shots', `${language}-${theme}`);
  mkdirSync(path, { recursive: true });
  return (name) => join(path, `${name}.png`);
}

async function screens(chromium, server, language, theme) {
  const t = words(language);
  const picture = folder(language, theme);
  const { page } = await open(chromium, server.address, { colorScheme: theme });
  const side = page.getByRole('navigation', { name: t('navigation') });
  for (const [screen, label] of await places(server, t)) {
    if (wanted.size > 0 && !wanted.has(screen)) continue;
    // waits until the sidebar stands: every register has its place in it
    await side.getByRole('button', { name: label }).first().click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: picture(screen) });
    const row = page.locator('[role="row"][aria-rowindex="3"], tbody tr').first();
    if (screen === 'position') {
      await page.locator('[data-row]').first().click();
      await page.waitForTimeout(1000);
      await page.screenshot({ path: picture('position-explained') });
    }
    if (screen === 'license') {
      await row.click();
      await page.waitForTimeout(500);
      await page.screenshot({ path: picture('license-record') });
    }
  }
  await page.context().close();
}

async function firstRunPictures(chromium) {
  if (wanted.size > 0 && !wanted.has('first-run') && !wanted.has('import')) return;
  const picture = folder('en', 'light');
  const server = await program();
  const { page, driver } = await open(chromium, server.address);
  await firstRun(driver, words('en'), (step) => page.screenshot({ path: picture(`first-run-${step}`) }));
  await server.answer(file('snipe-it-licenses.csv'));
  const t = words('en');
  await driver.press(t('door-import'));
  await driver.press(t('import-pick'));
  await driver.see(t('import-look-first'));
  await page.waitForTimeout(300);
  await page.screenshot({ path: picture('import-columns') });
  await driver.press(t('import-preview'));
  await driver.seeAt('tr.fix');
  await page.screenshot({ path: picture('import-preview') });
  await page.context().close();
  server.stop();
}

if (import.meta.filename === process.argv[1] || process.argv[1]?.endsWith('shots.mjs')) await main();
