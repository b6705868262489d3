// What she does about findings: a holder asked who gives a right back, taken back; a finding made a task and the task done.

import assert from 'node:assert/strict';
import { settled } from './list-steps.mjs';

const count = async (page, name) =>
  Number((await page.locator('nav.card button', { hasText: name }).locator('> b').innerText()).replaceAll(',', ''));

async function kind({ page, t, place }, key) {
  await place(t('findings'));
  const name = t(`findings-kind--${key}`);
  await page.locator('nav.card button', { hasText: name }).click();
  await page.locator('section.card h2', { hasText: name }).waitFor();
  return name;
}

/** Opens the first finding of the kind shown that has no task; says who holds it. */
async function first({ page, t }) {
  const line = page.locator('section.card li', { hasNot: page.locator('.chip') }).first();
  await line.locator('.head').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('findings-open'), exact: true }).waitFor();
  return (await page.locator('li.open .who').innerText()).trim();
}

export const FINDING_STEPS = {
  async 'a holder asked, a right given back, and taken back'(desk) {
    const { page, t } = desk;
    const name = await kind(desk, 'dormant');
    const before = await count(page, name);
    const holder = await first(desk);
    await page.getByRole('button', { name: t('findings-ask'), exact: true }).click();
    await page.locator('#ask-text').waitFor();
    const text = await page.locator('#ask-text').inputValue();
    assert.ok(text.includes(holder.split(' ')[0]), text);
    await page.getByRole('button', { name: t('findings-ask-copy') }).click();
    await page.getByText(t('findings-ask-done')).first().waitFor();
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(text));

    await page.locator('li .chip', { hasText: 'Asked on' }).first().waitFor();
    const asked = page.locator('section.card li', { has: page.locator('.chip.info') }).first();
    if ((await asked.locator('.more').count()) === 0) await asked.locator('.head').click();
    await page.getByRole('button', { name: t('findings-release'), exact: true }).click();
    await settled(() => count(page, name), before - 1);
    await page.getByRole('button', { name: t('undo') }).last().click();
    await page.getByText(t('undo-done')).first().waitFor();
    await settled(() => count(page, name), before);
  },

  async 'two findings become a task, which is done'(desk) {
    const { page, t, server } = desk;
    await kind(desk, 'leaver');
    const boxes = page.locator('section.card li input[type="checkbox"]');
    await boxes.nth(0).check();
    await page.locator('section.card li .head').nth(1).focus();
    await page.keyboard.press('Space');
    await page.getByText(t('findings-selected', { count: 2 })).first().waitFor();
    await page.locator('.tools').getByRole('button', { name: t('findings-make-task') }).click();
    await page.locator('#task-owner').fill('Zhang Lei');
    await page.getByRole('option').first().click();
    await page.locator('button[form="finding-task"]').click();
    await page.getByText(t('findings-made-task')).first().waitFor();
    const chips = page.locator('section.card li .chip.info');
    await settled(() => chips.count(), 2);
    assert.equal(await boxes.nth(0).isDisabled(), true, 'it is not proposed twice');

    const handle = await server.call('list', {
      query: { register: 'task', filters: [], sort: [], text: null, archived: false, language: 'en' },
    });
    const rows = await server.call('page', { handle: handle.handle, offset: 0, limit: 200, fields: ['status', 'about', 'at_stake'] });
    const made = rows.at(-1);
    assert.equal(made.values.about.length, 2);
    assert.ok(Number(made.values.at_stake.amount) > 0);
    await server.call('save', { register: 'task', id: made.id, values: { status: 'done' }, reason: null });
    await desk.place(t('overview'));
    await kind(desk, 'leaver');
    await page.locator('section.card li .chip.warn').first().waitFor();
  },
};
