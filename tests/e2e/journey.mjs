// The main job in a browser: from an empty machine to the auditor's workbook, which other programs then open.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, flaws, open } from './browser.mjs';
import { NEXT, exportPosition, firstRun, importFile, toPreview } from './journey-steps.mjs';
import { file, program, scratch, second } from './program.mjs';
import { words } from './words.mjs';

const t = words('en');
let chromium;
before(async () => (chromium = await browser()));
after(() => chromium?.close());

test('from her spreadsheet to the auditor’s workbook', { timeout: 240_000 }, async () => {
  const made = scratch();
  const server = await program();
  const { page, strays, driver } = await open(chromium, server.address);
  const wrong = [];
  const look = async (screen) => wrong.push(...(await flaws(page)).map((flaw) => `${screen}: ${flaw}`));
  try {
    const recoveryKey = await firstRun(driver, t, look);
    await driver.press(t('door-import'));

    await server.answer(file('snipe-it-licenses.csv'));
    await importFile(driver, t, { corrected: '2026-12-31', look });
    const first = await server.call('app_state');

    await driver.press(t('import-another'));
    const ledger = join(made.folder, '软件台账.xlsx');
    second('files/ledger.py', ledger);
    await server.answer(ledger);
    await importFile(driver, t);

    await driver.press(t('import-another'));
    await server.answer(file('m365-users.csv'));
    await importFile(driver, t);

    const workbook = join(made.folder, 'position.xlsx');
    await server.answer(workbook);
    await exportPosition(driver, t, look);
    assert.ok(existsSync(workbook), 'the workbook lies where it was asked for');
    assert.ok(existsSync(`${workbook}.minisig`), 'with its signature');
    const sheets = second('second/open_workbook.py', workbook);
    assert.match(sheets, /\t/);

    await server.call('vault_lock');
    const place = first.vault.place;
    assert.match(second('second/verify_log.py', place, recoveryKey), /^ok \d+/);
    assert.deepEqual(wrong, [], 'what axe finds');
    assert.deepEqual(strays, [], 'nothing but the program is asked, and nothing fails on the way');
  } finally {
    server.stop();
    made.remove();
  }
});

const total = async (server, register) => {
  const query = { register, filters: [], sort: [], text: null, archived: false, language: 'en' };
  return (await server.call('list', { query })).total;
};

test('what is wrong is sent back, left out, corrected later, and taken back', { timeout: 240_000 }, async () => {
  const made = scratch();
  const server = await program();
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, strays, driver } = await open(chromium, server.address, { permissions });
  const wrong = [];
  const look = async (screen) => wrong.push(...(await flaws(page)).map((flaw) => `${screen}: ${flaw}`));
  const side = (id) => page.getByRole('navigation').getByRole('button', { name: t(id), exact: true }).first().click();
  const rowsLeft = page.getByText(t('import-left-out', { count: 1 })).first();
  try {
    await firstRun(driver, t);
    await driver.press(t('door-import'));
    const sheet = file('snipe-it-licenses.csv');

    await server.answer(sheet);
    await toPreview(driver, t);
    const copy = join(made.folder, 'to correct.xlsx');
    await server.answer(copy);
    await driver.press(t('import-marked'));
    await page.getByRole('menuitem', { name: t('export-in-zh_en') }).click();
    await driver.see(t('import-marked-saved', { name: 'to correct.xlsx' }));
    assert.match(second('second/open_workbook.py', copy), /snipe-it-licenses/);

    await driver.pressAt(NEXT);
    await rowsLeft.waitFor();
    await look('import-result');
    assert.ok((await total(server, 'license')) > 0);
    await driver.press(t('import-undo'));
    await driver.see(t('import-drop'));
    assert.equal(await total(server, 'license'), 0, 'the whole import is taken back');

    await server.answer(sheet);
    await toPreview(driver, t);
    await driver.pressAt(NEXT);
    await rowsLeft.waitFor();
    const without = await total(server, 'license');
    await side('overview');
    await side('import');
    await driver.see(t('import-waiting'));
    await look('import-waiting');
    await driver.press(t('import-resume'));
    await driver.seeAt('td.bad');
    await side('change-log');
    await rowsLeft.waitFor();
    await look('log-left-out');
    await driver.press(t('import-resume'));
    await driver.seeAt('td.bad');
    await side('vendor-plural');
    await side('import');
    // still there; in the cell itself, as in a spreadsheet
    await page.locator('td.bad').dblclick();
    await driver.fill('td.bad input', '2026-12-31');
    await page.keyboard.press('Enter');
    await driver.seeAt('table[role="grid"]:not(:has(tr.fix))');
    await driver.pressAt(NEXT);
    await driver.see(t('import-done', { count: 1 }));
    assert.equal(await total(server, 'license'), without + 1, 'only the row left out came in');
    assert.deepEqual(await server.call('imports_waiting'), []);

    await side('vendor-plural');
    const vendors = await total(server, 'vendor');
    const block = '供应商名称\t邮箱\n甲软件公司\ta@example.cn\n乙软件公司\tb@example.cn\n';
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await driver.see(t('import-undoable'));
    await look('import-pasted');
    await driver.pressAt(NEXT);
    await driver.see(t('import-done', { count: 2 }));
    assert.equal(await total(server, 'vendor'), vendors + 2);

    assert.deepEqual(wrong, [], 'what axe finds');
    assert.deepEqual(strays, [], 'nothing but the program is asked, and nothing fails on the way');
  } finally {
    server.stop();
    made.remove();
  }
});
