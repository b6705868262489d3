// A day's work in the sample company, in a browser: one step after another in one window.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, flaws, open } from './browser.mjs';
import { FINDING_STEPS } from './finding-steps.mjs';
import { IMPORT_STEPS } from './import-steps.mjs';
import { LIST_STEPS } from './list-steps.mjs';
import { MATCHING_STEPS } from './matching-steps.mjs';
import { program, repository, scratch } from './program.mjs';
import { RECORD_STEPS } from './record-steps.mjs';
import { words } from './words.mjs';

const t = words('en');
const made = scratch();
let chromium, server, desk, strays;

before(async () => {
  chromium = await browser();
  server = await program({ sample: true });
  await server.call('set_preference', { language: 'en' });
  const opened = await open(chromium, server.address, { permissions: ['clipboard-read', 'clipboard-write'] });
  strays = opened.strays;
  desk = atTheDesk(opened.page);
});

after(async () => {
  await chromium?.close();
  server?.stop();
  made.remove();
});

/** What the steps work with. */
function atTheDesk(page) {
  const side = page.getByRole('navigation', { name: t('navigation') });
  // a place's name may be followed by a count
  const place = (name) => side.getByRole('button', { name: new RegExp(`^${name}`) }).first().click();
  const register = async () => {
    await place(t('overview'));
    await place(t('license-plural'));
    await page.locator('#cell-0-0 .value').waitFor();
  };
  /** Where a field's column stands, chosen first if it is not shown. */
  const column = async (field) => {
    const label = t(`license-${field}`);
    const heads = page.locator('[role="columnheader"]');
    if ((await heads.filter({ hasText: label }).count()) === 0) {
      await page.getByRole('button', { name: t('columns') }).click();
      await page.locator('.pop').getByText(label, { exact: true }).click();
      await page.keyboard.press('Escape');
    }
    await heads.filter({ hasText: label }).waitFor();
    // the first head is that of the marks
    return (await heads.allInnerTexts()).findIndex((head) => head.startsWith(label)) - 1;
  };
  return { page, t, server, folder: made.folder, place, register, column };
}

const STEPS = { ...LIST_STEPS, ...RECORD_STEPS, ...FINDING_STEPS, ...MATCHING_STEPS, ...IMPORT_STEPS };

for (const [name, step] of Object.entries(STEPS)) {
  test(name, { timeout: 60_000 }, async () => {
    await desk.register();
    try {
      await step(desk);
      assert.deepEqual(await flaws(desk.page), [], 'what axe finds');
    } catch (error) {
      const results = join(repository, 'tests/e2e/results');
      mkdirSync(results, { recursive: true });
      await desk.page.screenshot({ path: join(results, `${name.replaceAll(' ', '-')}.png`) });
      throw error;
    }
    assert.deepEqual(strays, [], 'nothing fails on the way');
  });
}
