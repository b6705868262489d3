// Names an inventory found, settled by single keys: taken for a product, made one, set aside; and two products made one.

import { settled } from './list-steps.mjs';

const names = (page) => page.getByRole('listbox').getByRole('option');

/** Opens the screen, shows only the names with these words, and answers with the first. */
async function find({ page, t, place }, typed) {
  await place(t('matching'));
  await page.getByPlaceholder(t('match-find')).fill(typed);
  const first = names(page).filter({ hasText: typed }).first();
  await first.click();
  return first;
}

/** How many products go by a text. */
const products = async (server, text) => (await server.call('lookup', { register: 'product', text, limit: 9 })).length;

/** Names of which a part is out of sight. */
const cut = (page) =>
  page.locator('[role="option"] .b').evaluateAll((shown) =>
    shown
      .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.textContent),
  );

export const MATCHING_STEPS = {
  async 'names are read whole in a small window'({ page, t, place }) {
    await place(t('matching'));
    const size = page.viewportSize();
    await page.setViewportSize({ width: 1024, height: 700 });
    try {
      await names(page).first().waitFor();
      await settled(async () => (await cut(page)).join(', '), '');
    } finally {
      await page.setViewportSize(size);
    }
  },

  async 'a name taken for the product proposed, and the decision undone'(desk) {
    const { page, t } = desk;
    const name = await find(desk, 'AutoCAD LT 2026 - English');
    await page.keyboard.press('Enter');
    await page.getByText(t('match-done', { count: 1 }), { exact: true }).first().waitFor();
    await settled(() => name.count(), 0);
    await page.keyboard.press('u');
    await name.waitFor();
  },

  async 'a product made of a name, and a name set aside'(desk) {
    const { page, t, server } = desk;
    const made = await find(desk, 'Navicat');
    await page.keyboard.press('n');
    await page.locator('[form="match-new"]').waitFor();
    await page.keyboard.press('Enter');
    await settled(() => made.count(), 0);
    await settled(() => products(server, 'Navicat'), 1);
    const driver = await find(desk, 'Realtek');
    await page.keyboard.press('x');
    await page.locator('[form="match-aside"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(t('match-done-aside', { count: 1 }), { exact: true }).first().waitFor();
    await settled(() => driver.count(), 0);
  },

  async 'every clear name taken at once, and all of it taken back'(desk) {
    const { page, t } = desk;
    await find(desk, '7-Zip');
    await page.getByPlaceholder(t('match-find')).fill('');
    const before = await names(page).count();
    await page.getByRole('button', { name: t('match-accept-all') }).click();
    const accept = page.locator('.dialog footer .btn.p');
    const said = await accept.innerText();
    await accept.click();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await names(page).filter({ hasText: '7-Zip 24.09 (x64)' }).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await names(page).filter({ hasText: '7-Zip 24.09 (x64)' }).first().waitFor();
    await settled(() => names(page).count(), before);
    if (!/\d/.test(said)) throw new Error(`how many is said before: ${said}`);
  },

  async 'two products that are one, merged and made two again'(desk) {
    const { page, t, place } = desk;
    await place(t('matching'));
    await page.getByRole('button', { name: t('match-tab-twins') }).click();
    const pair = page.locator('li.card').filter({ hasText: 'Adobe Acrobat Professional' });
    await pair.getByRole('button', { name: t('merge'), exact: true }).click();
    await page.locator('.dialog .names').waitFor();
    await page.locator('.dialog').getByRole('button', { name: t('merge'), exact: true }).click();
    await settled(() => pair.count(), 0);
    await page.getByRole('button', { name: t('undo'), exact: true }).last().click();
    await pair.waitFor();
  },
};
