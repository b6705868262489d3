// A browser on the loopback server, refusing every other address.

import { chromium } from 'playwright-core';
import axe from '@axe-core/playwright';

const AxeBuilder = axe.default ?? axe;

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export async function browser() {
  return chromium.launch({ executablePath: process.env.SEALBOOK_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** A page on the program. `strays` collects what a careful reader would not accept. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const strays = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) strays.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => strays.push(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('422')) strays.push(`console ${message.text()}`);
  });
  await page.goto(address);
  return { page, strays, driver: driver(page) };
}

/** What a journey does, done by Playwright. */
function driver(page) {
  return {
    press: (name) => page.getByRole('button', { name }).first().click(),
    pressAt: (css) => page.locator(css).first().click(),
    fill: (css, text) => page.locator(css).first().fill(text),
    check: (css) => page.locator(css).first().check(),
    read: (css) => page.locator(css).allInnerTexts(),
    see: (text) => page.getByText(text).first().waitFor(),
    seeAt: (css) => page.locator(css).first().waitFor(),
  };
}

/** What axe finds wrong with the page as it stands, one line each. */
export async function flaws(page) {
  // what is fading in is not yet the colour it will be
  await page.evaluate(() => {
    const ends = (moving) => moving.playState === 'running' && Number.isFinite(moving.effect?.getComputedTiming().endTime);
    const ending = document.getAnimations().filter(ends);
    return Promise.allSettled(ending.map((moving) => moving.finished)).then(() => undefined);
  });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
}
