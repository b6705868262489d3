// The main job in a browser: from an empty machine to the auditor's workbook, which other programs then open.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, flaws, open } from './browser.mjs';
import { exportPosition, firstRun, importFile } from './journey-steps.mjs';
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
