// What she does with one record: evidence, and fields of her own. Each step begins in the list of licenses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settled } from './list-steps.mjs';

const LETTER = '授权书 Letter of authorisation\n2026-11-24\n';

/** Lets go of a file over an element, as the desktop does. */
async function drop(page, css, name, text) {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], name, { type: 'text/plain' }));
      return dropped;
    },
    [name, text],
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(css, type, { dataTransfer: files });
}

export const RECORD_STEPS = {
  async 'evidence dropped, looked at and saved again'({ page, t, server, folder }) {
    await page.locator('#cell-0-0').click();
    await page.locator('aside.panel h2').waitFor();
    await drop(page, 'aside.panel', '授权书.txt', LETTER);
    await page.getByText(t('record-attached', { name: '授权书.txt' })).first().waitFor();
    await page.getByRole('tab', { name: t('evidence-plural') }).click();
    await page.locator('#record-tab').getByText('授权书').first().click();
    await page.getByRole('button', { name: t('list-file-show') }).click();
    await page.getByText('Letter of authorisation').waitFor();
    const copy = join(folder, 'copy.txt');
    await server.answer(copy);
    await page.locator('.dialog').getByRole('button', { name: t('list-file-save') }).click();
    await page.getByText(t('list-file-saved', { name: '授权书.txt' })).first().waitFor();
    assert.equal(readFileSync(copy, 'utf8'), LETTER);
    await page.keyboard.press('Escape');
    await settled(() => page.locator('.dialog').count(), 0);
  },

  async 'a field of her own, filled, shown and asked for'({ page, t, place, register }) {
    await place(t('settings'));
    await page.getByRole('button', { name: t('custom-add') }).waitFor();
    await page.getByLabel(t('custom-register'), { exact: true }).click();
    await page.getByRole('option', { name: t('license-plural') }).click();
    await page.getByRole('button', { name: t('custom-add') }).click();
    await page.locator('#custom-kind').click();
    await page.getByRole('option', { name: t('kind-choice') }).click();
    await page.locator('#custom-en').fill('Criticality');
    await page.locator('#custom-zh').fill('重要程度');
    await page.locator('#custom-choices').fill('high\nlow');
    await page.locator('button[form="custom-field"]').click();
    await page.getByText('Criticality').first().waitFor();

    await register();
    await page.locator('#cell-0-0').click();
    await page.locator('aside.panel').getByRole('button', { name: t('edit') }).click();
    await page.getByLabel('Criticality').click();
    await page.getByRole('option', { name: 'high' }).click();
    await page.locator('button[form="edit-record"]').click();
    await page.getByText(t('record-saved')).first().waitFor();
    await page.locator('#record-tab').getByText('Criticality').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: t('columns') }).click();
    await page.locator('.pop').getByText('Criticality', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.locator('[role="columnheader"]', { hasText: 'Criticality' }).waitFor();
    await page.getByRole('button', { name: t('filter-add') }).click();
    await page.locator('.pop').getByPlaceholder(t('filter-field')).fill('criticality');
    await page.keyboard.press('Enter');
    await page.locator('.pop .check', { hasText: 'high' }).click();
    await settled(() => page.locator('[role="grid"]').getAttribute('aria-rowcount'), '2');
    await page.keyboard.press('Escape');
  },
};
