// What the screens with figures ask for, and what they say.

import { open } from './browser.mjs';
import { words } from './words.mjs';

export const TODAY = '2026-11-24';
export const t = words('en');

/** What the screens ask for. */
export async function ask(server) {
  const position = (product) => server.finish('position', { as_of: null, entities: [], sites: [], product });
  const whole = await position(null);
  const opened = whole.products.filter(({ status }, at) => status === 'short' || at % 12 === 5);
  const products = [];
  const proposed = [];
  const months = [];
  for (const { product } of opened) {
    products.push(await position(product.id));
    proposed.push(await server.finish('findings', { product: product.id }));
    months.push(await server.finish('position_history', { as_of: TODAY, entities: [], sites: [], product: product.id }));
  }
  const overview = await server.call('overview');
  const gaps = [];
  for (const { query } of [...overview.gaps, ...overview.bilingual.registers]) gaps.push((await server.call('list', { query })).total);
  return {
    position: whole,
    products,
    proposed,
    months,
    findings: await server.finish('findings', { product: null }),
    deadlines: await server.call('deadlines'),
    overview,
    gaps,
  };
}

/** What the screens say. */
export async function look(chromium, server, asked) {
  const { page } = await open(chromium, server.address);
  // a chart is a picture: its figures stand in the table beside it, its axis bears others
  await page.addStyleTag({ content: 'figure .picture { display: none !important }' });
  const side = page.getByRole('navigation', { name: t('navigation') });
  const place = (name) => side.getByRole('button', { name: new RegExp(`^${t(name)}`) }).first().click();
  const texts = (css) => page.locator(css).allInnerTexts();
  const said = { cards: [], kinds: {} };

  await place('position');
  await page.locator('[data-row]').first().waitFor();
  said.since = (await page.locator('.since').innerText()).trim();
  said.claimed = { strip: await texts('.strip'), rows: await texts('[data-row]') };
  await page.getByRole('group', { name: t('position-counts') }).getByRole('button').nth(1).click();
  said.provable = { strip: await texts('.strip'), rows: await texts('[data-row]') };
  said.opened = [];
  for (const { products } of asked.products) {
    const at = asked.position.products.findIndex(({ product }) => product.id === products[0].product.id);
    await page.locator('[data-row]').nth(at).click();
    await page.locator('li.open .why').waitFor();
    await page.locator('li.open .why table caption', { hasText: t('position-history') }).waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    said.opened.push((await texts('li.open .why')).join('\n'));
  }

  await place('findings');
  await page.locator('nav.card button').first().waitFor();
  said.totals = (await texts('.totals, .note-line')).join('\n');
  for (const { kind, count } of asked.findings.groups) {
    const button = page.locator('nav.card button', { hasText: t(`findings-kind--${kind}`) });
    await button.click();
    said.kinds[kind] = { button: await button.innerText(), rows: count > 0 ? await texts('section.card li') : [] };
  }

  await place('renewals');
  await page.locator('li.dated').first().waitFor();
  said.forecast = (await texts('.top table')).join('\n');
  said.lanes = await texts('.tools .seg button');
  said.dates = [];
  for (const lane of await page.locator('.tools .seg button').all()) {
    await lane.click();
    said.dates.push(...(await texts('li.dated')));
  }

  await place('overview');
  await page.locator('section.card').first().waitFor();
  said.cards = await texts('.page section.card');
  said.overview = await page.locator('.page').innerText();
  return said;
}
