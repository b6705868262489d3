// The main job in the packaged application's own window.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { exportPosition, firstRun, importFile } from './journey-steps.mjs';
import { file, repository, scratch, second } from './program.mjs';
import { window } from './webdriver.mjs';
import { words } from './words.mjs';

test('the main job in the window', { timeout: 240_000 }, async () => {
  const t = words('en');
  const made = scratch();
  const workbook = join(made.folder, 'position.xlsx');
  const dialogs = [file('snipe-it-licenses.csv'), workbook].join(delimiter);
  const opened = await window(process.env.SEALBOOK_APP ?? join(repository, 'target/debug/sealbook-app'), {
    SEALBOOK_HOME: join(made.folder, 'home'),
    SEALBOOK_DIALOG_PATH: dialogs,
    LANG: 'en_US.UTF-8',
  });
  try {
    await firstRun(opened.driver, t);
    await opened.driver.press(t('door-import'));
    await importFile(opened.driver, t, { corrected: '2026-12-31' });
    await exportPosition(opened.driver, t);
    assert.ok(existsSync(workbook), 'the workbook lies where it was asked for');
    second('second/open_workbook.py', workbook);
  } catch (error) {
    const results = join(repository, 'tests/e2e/results');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'window.png'), await opened.picture());
    throw error;
  } finally {
    await opened.stop();
    made.remove();
  }
});
