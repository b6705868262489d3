// What she does with a list: keys, columns, filters, views, many rows at once, out to Excel. Each step begins in the list of licenses.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { second } from './program.mjs';

const count = async ({ page }) => Number((await page.locator('[role="grid"]').getAttribute('aria-rowcount')) ?? '1') - 1;

/** Waits until a question is answered as it should be: lists and figures follow a moment after what was done. */
export async function settled(ask, expected) {
  let answer;
  for (let tries = 0; tries < 50; tries++) {
    answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(answer, expected);
}

const cell = (page, row, column) => page.locator(`#cell-${row}-${column}`);
const chosen = (page, name) => page.locator('.pop').getByText(name, { exact: true }).first();

/** Adds a filter on a choice and picks one of its values. */
async function filter({ page, t }, field, value) {
  await page.getByRole('button', { name: t('filter-add') }).click();
  await page.locator('.pop').getByPlaceholder(t('filter-field')).fill(field);
  await page.keyboard.press('Enter');
  await page.locator('.pop .check', { hasText: value }).first().click();
  await page.keyboard.press('Escape');
}

export const LIST_STEPS = {
  async 'every figure of the overview leads to its rows'(desk) {
    const { page, t, place } = desk;
    const follow = async (figure) => {
      const said = await page.locator(figure).locator('b').innerText();
      await page.locator(figure).focus();
      await page.keyboard.press('Enter');
      return Number(said);
    };
    for (const figure of ['.figures button >> nth=0', '.figures button >> nth=1']) {
      await place(t('overview'));
      const said = await follow(figure);
      await page.locator('#cell-0-0 .value').waitFor();
      await settled(() => count(desk), said);
    }
    await place(t('overview'));
    await page.locator('.lane').first().click();
    const dates = await follow('.lists .chip >> nth=0');
    await settled(() => page.locator('[data-row]').count(), dates);
  },

  async 'keyboard through a list'({ page, t }) {
    await cell(page, 0, 0).click();
    await page.locator('aside.panel h2').waitFor();
    await page.keyboard.press('Escape');
    await settled(() => page.locator('aside.panel').count(), 0);
    const grid = page.locator('[role="grid"]');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    assert.equal(await grid.getAttribute('aria-activedescendant'), 'cell-2-1');
    await page.keyboard.press('Enter');
    await page.locator('aside.panel h2').waitFor();
    const first = await page.locator('aside.panel h2').innerText();
    await page.keyboard.press('Control+End');
    await settled(async () => (await page.locator('aside.panel h2').innerText()) !== first, true);
    await page.locator('aside.panel').getByRole('button', { name: t('close') }).focus();
    await page.keyboard.press('Escape');
    await settled(() => page.locator('aside.panel').count(), 0);
    assert.equal(await grid.evaluate((node) => node === document.activeElement), true, 'the list has the keys again');
  },

  async 'a cell written in place and taken back'(desk) {
    const { page, t, column } = desk;
    const at = await column('note');
    const grid = page.locator('[role="grid"]');
    await cell(page, 1, at).click();
    await page.keyboard.press('Escape');
    await grid.focus();
    await page.keyboard.press('F2');
    await page.locator('#cell-editor').fill('Seen by the auditor');
    await page.keyboard.press('Escape');
    await settled(() => cell(page, 1, at).innerText(), '');
    await page.keyboard.press('F2');
    await page.locator('#cell-editor').fill('Seen by the auditor');
    await page.keyboard.press('Enter');
    await settled(() => cell(page, 1, at).innerText(), 'Seen by the auditor');
    assert.equal(await grid.getAttribute('aria-activedescendant'), `cell-2-${at}`, 'the cursor goes on below');
    await page.keyboard.press('Control+z');
    await page.getByText(t('undo-done')).first().waitFor();
    await settled(() => cell(page, 1, at).innerText(), '');
  },

  async 'columns chosen, moved and put back'({ page, t }) {
    const heads = () => page.locator('[role="columnheader"]').allInnerTexts();
    const label = (key) => t(`license-${key}`);
    await page.getByRole('button', { name: t('columns') }).click();
    await page.getByRole('button', { name: t('columns-reset') }).click();
    const before = await heads();
    assert.ok(!before.some((head) => head.startsWith(label('tenant'))));
    await chosen(page, label('tenant')).click();
    await settled(async () => (await heads()).at(-1)?.startsWith(label('tenant')), true);
    const row = page.locator('.pop .row', { hasText: label('tenant') });
    await row.getByRole('button', { name: t('column-earlier') }).click();
    await settled(async () => (await heads()).at(-2)?.startsWith(label('tenant')), true);
    await page.getByRole('button', { name: t('columns-reset') }).click();
    await settled(heads, before);
    await page.keyboard.press('Escape');
  },

  async 'filters read as sentences'(desk) {
    const { page, t } = desk;
    const all = await count(desk);
    await filter(desk, t('license-status'), t('license-status--active'));
    await settled(async () => (await count(desk)) < all, true);
    const chip = page.locator('.filter', { hasText: t('license-status') });
    assert.equal(await chip.innerText(), `${t('license-status')} is ${t('license-status--active')}`);
    await page.getByPlaceholder(t('filter-find')).fill('autocad');
    await settled(async () => (await count(desk)) < 10, true);
    await page.getByPlaceholder(t('filter-find')).fill('');
    await chip.getByRole('button', { name: t('filter-remove') }).click();
    await settled(() => count(desk), all);
  },

  async 'a view saved, chosen, changed, renamed, removed'(desk) {
    const { page, t } = desk;
    const all = await count(desk);
    const menu = page.locator('.tools > button').last();
    const pick = async (name) => {
      await menu.click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    const name = async (text) => {
      await page.locator('#view-name').fill(text);
      await page.locator('button[form="view-form"]').click();
      await settled(() => menu.innerText(), text);
    };
    await filter(desk, t('license-status'), t('license-status--active'));
    const narrowed = await settledCount(desk, all);
    await pick(t('view-save'));
    await name('Running');
    await page.locator('.filter').getByRole('button', { name: t('filter-remove') }).click();
    await settled(() => count(desk), all);
    await pick('Running');
    await settled(() => count(desk), narrowed);

    await page.locator('[role="grid"]').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('[role="columnheader"][aria-sort="ascending"]').waitFor();
    await settled(() => menu.innerText(), t('views'));
    await pick(t('view-update', { name: 'Running' }));
    await settled(() => menu.innerText(), 'Running');
    await pick(t('view-rename', { name: 'Running' }));
    await name('In force');
    await pick(t('view-remove', { name: 'In force' }));
    await menu.click();
    await settled(() => page.getByRole('menuitem', { name: 'In force' }).count(), 0);
    await page.keyboard.press('Escape');
  },

  async 'many rows set at once, and set back'(desk) {
    const { page, t, column } = desk;
    const at = await column('note');
    for (const row of [0, 1, 2]) await page.getByLabel(t('list-select-row', { row: row + 1 }), { exact: true }).check();
    await page.getByRole('button', { name: t('list-set-field') }).click();
    await page.locator('#bulk-field').click();
    await page.getByRole('option', { name: t('license-note') }).first().click();
    await page.locator('#bulk-value').fill('Checked');
    await page.locator('button[form="bulk"]').click();
    for (const row of [0, 1, 2]) await settled(() => cell(page, row, at).innerText(), 'Checked');
    await page.getByRole('button', { name: t('undo') }).last().click();
    for (const row of [0, 1, 2]) await settled(() => cell(page, row, at).innerText(), '');
  },

  async 'a cell and a selection on the clipboard'(desk) {
    const { page, t } = desk;
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await cell(page, 0, 0).click();
    await page.keyboard.press('Escape');
    await page.locator('[role="grid"]').focus();
    await page.keyboard.press('Control+c');
    await settled(clipboard, await cell(page, 0, 0).innerText());
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c']) await page.keyboard.press(key);
    await page.getByText(t('list-copied', { count: 3 })).first().waitFor();
    const lines = (await clipboard()).replace(/\r?\n$/, '').split(/\r?\n/);
    assert.equal(lines.length, 4, 'a header and three rows');
    const heads = await page.locator('[role="columnheader"]').count();
    for (const line of lines) assert.equal(line.split('\t').length, heads - 1, line);
    await page.keyboard.press('Escape');
  },

  async 'the list as a workbook that another program opens'(desk) {
    const { page, t, server, folder } = desk;
    const file = join(folder, 'licenses.xlsx');
    await server.answer(file);
    await page.getByRole('button', { name: t('list-export'), exact: true }).click();
    await page.locator('button[form="export-form"]').click();
    await page.getByText(t('export-done')).first().waitFor();
    const [sheet] = second('second/open_workbook.py', file).split('\n');
    assert.ok(Number(sheet.split('\t')[1]) > (await count(desk)), sheet);
    await page.getByRole('button', { name: t('done'), exact: true }).click();
  },

  async 'put aside and taken back'(desk) {
    const { page, t } = desk;
    const all = await count(desk);
    const code = await cell(page, 0, 0).innerText();
    await page.getByLabel(t('list-select-row', { row: 1 }), { exact: true }).check();
    await page.locator('.sum').getByRole('button', { name: t('record-archive') }).click();
    await settled(() => count(desk), all - 1);
    await page.getByRole('button', { name: t('views') }).click();
    await page.getByRole('menuitem', { name: t('view-archived') }).click();
    await settled(() => cell(page, 0, 0).innerText(), code);
    await page.getByLabel(t('list-select-row', { row: 1 }), { exact: true }).check();
    await page.locator('.sum').getByRole('button', { name: t('record-restore') }).click();
    await page.getByText(t('list-none-match')).waitFor();
    await page.locator('.filter').getByRole('button', { name: t('filter-remove') }).click();
    await settled(() => count(desk), all);
  },
};

async function settledCount(desk, before) {
  await settled(async () => (await count(desk)) !== before, true);
  return count(desk);
}
