// The main job in the packaged application's own window.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { exportPosition, firstRun, importFile, NEXT } from './journey-steps.mjs';
import { desktop, ends, inDays, kept, noWindow, started } from './notice-steps.mjs';
import { file, repository, scratch, second } from './program.mjs';
import { until, window } from './webdriver.mjs';
import { words } from './words.mjs';

const application = process.env.SEALBOOK_APP ?? join(repository, 'target/debug/sealbook-app');

test('the main job in the window', { timeout: 600_000 }, async () => {
  const t = words('en');
  const made = scratch();
  const workbook = join(made.folder, 'position.xlsx');
  const dialogs = [file('snipe-it-licenses.csv'), workbook].join(delimiter);
  const opened = await window(application, {
    SEALBOOK_HOME: join(made.folder, 'home'),
    SEALBOOK_DIALOG_PATH: dialogs,
    LANG: 'en_US.UTF-8',
  });
  let copied;
  try {
    await firstRun(opened.driver, t);
    await opened.driver.press(t('door-import'));
    await opened.driver.see(t('import-drop'));
    copied = spawn('xclip', ['-selection', 'clipboard', '-quiet'], { stdio: ['pipe', 'ignore', 'ignore'] });
    copied.stdin.end('供应商名称\t邮箱\r\n甲软件公司\ta@example.cn\r\n乙软件公司\tb@example.cn\r\n');
    await until(() => clipboard('UTF8_STRING').includes('乙软件公司'), 'the clipboard holds the cells');
    await opened.driver.control('v');
    await opened.driver.see(t('import-undoable'));
    await opened.driver.see('乙软件公司');
    await opened.driver.press(t('cancel'));
    await opened.driver.press(t('door-import'));
    await importFile(opened.driver, t, { corrected: '2026-12-31' });
    await pasteIntoList(opened.driver, t);
    await exportPosition(opened.driver, t);
    assert.ok(existsSync(workbook), 'the workbook lies where it was asked for');
    second('second/open_workbook.py', workbook);
  } catch (error) {
    await keepPicture(opened, 'window.png');
    throw error;
  } finally {
    copied?.kill();
    await opened.stop();
    made.remove();
  }
});

test('dates that come near are said with the window open, closed and never opened', { timeout: 600_000 }, async () => {
  const t = words('en');
  const made = scratch();
  // what starts with the computer is entered in the home of the account
  const surroundings = { HOME: made.folder, SEALBOOK_HOME: join(made.folder, 'home'), LANG: 'en_US.UTF-8' };
  const home = surroundings.SEALBOOK_HOME;
  const screen = await desktop();
  const said = (count) => t('renewals-remind', { count });
  let running;
  try {
    const opened = await window(application, surroundings);
    try {
      await firstRun(opened.driver, t);
      await opened.driver.call('set_preference', { watch: true });
      const autostart = join(made.folder, '.config/autostart');
      const entry = readFileSync(join(autostart, readdirSync(autostart)[0]), 'utf8');
      assert.ok(entry.includes(`"${application}" --hidden`), 'it starts with the computer, without a window');
      const day = await inDays(opened.driver, 30);
      for (const _ of ['one', 'two']) await ends(opened.driver, day);
      assert.equal(await opened.driver.call('reminders_due', {}), 2, 'the page says these: she sits at it');
      await screen.away();
      await ends(opened.driver, day);
      await opened.driver.call('reminders_due', {});
      assert.equal(await screen.notice(), said(1), 'beside an open window');
      await ends(opened.driver, day);
      await ends(opened.driver, day);
      await kept(opened.driver, home);
      assert.equal(await screen.windows(), 1);
      // the driver loses its window before it has an answer
      await opened.driver.call('quit', {}).catch(() => undefined);
      await opened.ended();
    } catch (error) {
      await keepPicture(opened, 'notices.png');
      throw error;
    } finally {
      await opened.stop();
    }

    running = started(application, surroundings, '--hidden');
    assert.equal(await screen.notice(), said(2), 'from a locked vault, without a window');
    await noWindow(screen);
    await started(application, surroundings, '--hidden').ended();
    await noWindow(screen);
    screen.click();
    await until(async () => (await screen.windows()) === 1, 'the notice clicked opens the window');
    screen.close();
    await until(async () => (await screen.windows()) === 0, 'the window closes');
    await noWindow(screen);
    await started(application, surroundings).ended();
    await until(async () => (await screen.windows()) === 1, 'started again it shows its window');
  } finally {
    await running?.stop();
    screen.stop();
    made.remove();
  }
});

const clipboard = (form) => execFileSync('xclip', ['-selection', 'clipboard', '-o', '-t', form], { encoding: 'utf8', stdio: 'pipe' });

/** Cells as Excel leaves them on the clipboard, as text and as a page, pasted into the list of vendors. */
async function pasteIntoList(driver, t) {
  const cells = [
    ['供应商名称', '邮箱'],
    ['丙软件公司', 'c@example.cn'],
  ];
  await driver.press(t('vendor-plural'));
  await driver.seeAt('[role="grid"]');
  await driver.run(
    `const [cells] = arguments;
    const line = (row) => '<tr>' + row.map((cell) => '<td>' + cell + '</td>').join('') + '</tr>';
    const box = document.body.appendChild(document.createElement('textarea'));
    const put = (event) => {
      event.clipboardData.setData('text/plain', cells.map((row) => row.join('\\t')).join('\\r\\n'));
      event.clipboardData.setData('text/html', '<table>' + cells.map(line).join('') + '</table>');
      event.preventDefault();
      box.remove();
    };
    box.addEventListener('copy', put);
    box.value = 'A1:B2';
    box.select();`,
    cells,
  );
  await driver.control('c');
  await until(() => clipboard('text/html').includes('丙软件公司'), 'the clipboard holds the cells as a page too');
  await driver.run('document.querySelector(\'[role="grid"]\').focus()');
  await driver.control('v');
  await driver.see(t('import-undoable'));
  await driver.see('丙软件公司');
  await driver.pressAt(NEXT);
  await driver.see(t('import-done', { count: 1 }));
}

/** What the window showed when a step failed; a window that is gone or hangs shows nothing, and the failure is what counts. */
async function keepPicture(opened, name) {
  const results = join(repository, 'tests/e2e/results');
  mkdirSync(results, { recursive: true });
  const picture = await opened.picture().catch(() => undefined);
  if (picture) writeFileSync(join(results, name), picture);
}
