// The main job, step by step, as she does it. The same steps drive the browser and the packaged window.

import assert from 'node:assert/strict';

export const PASSPHRASE = 'copper lantern drift meadow orbit';

/** First run: language, vault, recovery key typed back, company. Ends before the two doors; answers with the recovery key. */
export async function firstRun(driver, t, look = async () => {}) {
  await driver.seeAt('button.door[lang="en"]');
  await look('language');
  await driver.pressAt('button.door[lang="en"]');
  await driver.seeAt('#vault-company');
  await driver.fill('#vault-company', 'Meridian Components');
  await driver.fill('#vault-person', 'Li Wei');
  await driver.fill('#passphrase-new', PASSPHRASE);
  await driver.fill('#passphrase-again', PASSPHRASE);
  await driver.seeAt('button[form="vault-form"]:not([disabled])');
  await look('vault');
  await driver.pressAt('button[form="vault-form"]');

  await driver.seeAt('#recovery-form');
  const key = await typeBack(driver);
  await look('recovery');
  await driver.pressAt('button[form="recovery-form"]:not([disabled])');

  await driver.seeAt('#company-name-zh');
  await driver.fill('#company-name-zh', '美瑞迪零部件（中国）有限公司');
  await driver.fill('#company-name-en', 'Meridian Components (China) Co., Ltd.');
  await driver.fill('#company-site-zh', '上海工厂');
  await driver.fill('#company-site-en', 'Shanghai Plant');
  await driver.fill('#company-city', 'Shanghai');
  await look('company');
  await driver.pressAt('button[form="company-form"]');
  await driver.see(t('doors-title'));
  await look('doors');
  return key;
}

/** Reads the recovery key from the page and types back the groups it asks for. */
async function typeBack(driver) {
  const [head] = await driver.read('.key .head span');
  const items = await driver.read('.key ol li');
  const groups = new Map(items.map((item) => item.trim().match(/^(\d+)\s*([A-Z0-9]+)$/)).map(([, at, group]) => [at, group]));
  const asked = await driver.read('.back small');
  assert.equal(asked.length, 3, 'three groups are asked for');
  for (const [nth, at] of asked.entries()) {
    await driver.fill(`.back > div:nth-child(${nth + 1}) input`, groups.get(at.trim()).toLowerCase());
  }
  await driver.check('#recovery-form input[type="checkbox"]');
  return head.trim() + [...groups.values()].join('');
}

export const NEXT = '.acts button.btn.p:not([disabled])';

/** The file the next dialog answers with, as far as the preview. */
export async function toPreview(driver, t, look = async () => {}) {
  await driver.press(t('import-pick'));
  await driver.see(t('import-look-first'));
  await look('import-columns');
  await driver.pressAt(NEXT);
  await driver.see(t('import-undoable'));
}

/** Import of that file: columns, preview, where a wrong cell is `corrected`; then it is written. */
export async function importFile(driver, t, { corrected, look = async () => {} } = {}) {
  await toPreview(driver, t, look);
  if (corrected) {
    const input = 'tr.fix input[name="text"]';
    await driver.seeAt(input);
    await look('import-preview');
    await driver.fill(input, corrected);
    await driver.press(t('import-use'));
    await driver.seeAt('table[role="grid"]:not(:has(tr.fix))');
  }
  await driver.pressAt(NEXT);
  await driver.see(t('import-undo'));
  await look('import-result');
}

/** The workbook for the auditor, from the overview. */
export async function exportPosition(driver, t, look = async () => {}) {
  await driver.press(t('overview'));
  await driver.press(t('export'));
  await driver.seeAt('#export-form');
  await look('export');
  await driver.pressAt('button[form="export-form"]');
  await driver.see(t('export-done'));
}
