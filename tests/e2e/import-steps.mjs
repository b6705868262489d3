// Around an import: stopped, looked up afterwards, with a note before its buttons. Each step begins in the list of licenses.

import assert from 'node:assert/strict';
import { NEXT } from './journey-steps.mjs';
import { settled } from './list-steps.mjs';
import { file } from './program.mjs';

const refusal = (code) => ({ code, args: {}, field: null });

/** The columns of a file, before anything is written. */
async function toColumns({ page, t, server, place }) {
  await place(t('import'));
  await server.answer(file('snipe-it-licenses.csv'));
  await page.getByRole('button', { name: t('import-pick') }).click();
  await page.getByText(t('import-look-first')).waitFor();
}

const leave = ({ page, t }) => page.locator('header.bar').getByRole('button', { name: t('cancel') }).click();

export const IMPORT_STEPS = {
  async 'notes leave the buttons below them free'(desk) {
    const { page } = desk;
    await toColumns(desk);
    await page.route('**/call/undo', (route) => route.fulfill({ status: 422, json: refusal('record_gone') }));
    await page.keyboard.press('ControlOrMeta+z');
    await page.locator('.toast.bad').waitFor();
    await page.unroute('**/call/undo');
    const before = page.viewportSize();
    for (const [width, height] of [
      [1024, 700],
      [1440, 900],
    ]) {
      await page.setViewportSize({ width, height });
      await settled(async () => {
        const note = await page.locator('.toasts').boundingBox();
        const buttons = await page.locator('footer.acts').boundingBox();
        return note.y + note.height <= buttons.y;
      }, true);
    }
    await page.setViewportSize(before);
    await page.locator('.toast.bad .x').click();
    await leave(desk);
  },

  async 'a cancelled import is no error'(desk) {
    const { page, t } = desk;
    await toColumns(desk);
    const running = { done: 1, total: 9, stage: 'import_checking', finished: false, error: null, result: null };
    let cancelled = false;
    await page.route('**/call/job_cancel', (route) => {
      cancelled = true;
      return route.fulfill({ json: null });
    });
    await page.route('**/call/job', (route) =>
      route.fulfill({ json: cancelled ? { ...running, finished: true, error: refusal('cancelled') } : running }),
    );
    await page.locator(NEXT).click();
    await page.locator('.dialog').getByRole('button', { name: t('cancel') }).click();
    await page.getByRole('status').getByText(t('error-cancelled')).waitFor();
    await page.unroute('**/call/job');
    await page.unroute('**/call/job_cancel');
    assert.equal(await page.getByRole('alert').count(), 0, 'stopping is what she asked for');
    assert.equal(await page.locator('.note.bad, .toast.bad').count(), 0);
    // and it goes on from where it was
    await page.locator(NEXT).click();
    await page.getByText(t('import-undoable')).waitFor();
    await leave(desk);
  },

  async 'an import of many records is read to its last entry in the change log'({ page, t, place }) {
    await place(t('vendor-plural'));
    const names = Array.from({ length: 150 }, (_, at) => `Harbour Software ${at + 1}`);
    await page.evaluate((text) => navigator.clipboard.writeText(text), ['Vendor name', ...names].join('\n'));
    await page.getByRole('grid').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.locator(NEXT).click();
    await page.getByText(t('import-done', { count: 150 })).waitFor();
    await place(t('change-log'));
    // the records, and the file they come from
    const item = page.locator('.history > li').first();
    await item.getByRole('button', { name: t('history-unfold', { count: 151 }) }).focus();
    await page.keyboard.press('Enter');
    await item.getByText('Harbour Software 1', { exact: true }).waitFor();
    const shown = (from, to) => item.getByText(t('history-entries', { from, to, total: 151 })).waitFor();
    await shown(1, 20);
    await item.getByRole('button', { name: t('history-entries-after') }).focus();
    await page.keyboard.press('Enter');
    await shown(21, 120);
    await page.keyboard.press('Enter');
    await shown(121, 151);
    await item.getByText('Harbour Software 150', { exact: true }).waitFor();
    // nothing follows, and the keyboard is still there
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await shown(21, 120);
    await item.getByRole('button', { name: t('undo') }).click();
    await page.getByText(t('history-undone')).first().waitFor();
  },
};
