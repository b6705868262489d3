// Every figure of the position, the findings, the dates and the first page: on the screen, from the command, in the workbook.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser } from './browser.mjs';
import { amount, facts, known, paths, sorted, strange } from './figures.mjs';
import { program, scratch, sealbook, second } from './program.mjs';
import { ask, look, t, TODAY } from './walk-screens.mjs';

const made = scratch();
/** what the page gets, what the command prints, what stands in the workbook, and what the screens say */
let asked, printed, book, seen;

/** Where each figure of an answer stands in the workbook; what only this table names is compared below. */
const WALKED = {
  position: [
    ...['short', 'unproven', 'owned', 'provable', 'weak', 'unpriced'].map((key) => `total.${key}`),
    ...['true_up', 'true_up_provable', 'surplus'].flatMap((key) => [`total.${key}.yearly`, `total.${key}.once`]),
    ...['price', 'true_up', 'true_up_provable', 'surplus'].map((key) => `products[].${key}`),
    ...['products[].figures', 'products[].lines[].figures'].flatMap((at) =>
      ['owned', 'provable', 'weak', 'adjusted', 'allocated', 'available', 'assigned', 'deployed', 'used', 'needed', 'delta', 'delta_provable']
        .concat(['short', 'short_provable', 'over'])
        .map((key) => `${at}.${key}`),
    ),
    ...['input', 'factor', 'result'].map((key) => `products[].lines[].steps[].${key}`),
    // the same steps, summed over the places
    ...['input', 'factor', 'result'].map((key) => `products[].steps[].${key}`),
    'products[].gaps[].lines',
    'products[].gaps[].rights',
    ...['owned', 'provable', 'needed', 'short', 'short_provable', 'as_of'].map((key) => `since.${key}`),
    'as_of',
  ],
  findings: [
    ...['save', 'cover', 'groups[].sums', 'savings[].sums'].flatMap((at) => [`${at}.yearly`, `${at}.once`]),
    ...['count', 'whole', 'money', 'own', 'task.due', 'task.asked'].map((key) => `groups[].rows[].${key}`),
    'groups[].count',
    'savings[].kinds[].count',
    'unpriced',
    'thresholds.dormant_days',
    'thresholds.underuse_percent',
    'as_of',
  ],
  deadlines: [
    ...['day', 'days', 'ends', 'notice_by', 'amount', 'reminders[]'].map((key) => `rows[].${key}`),
    ...['amount', 'count', 'unknown'].map((key) => `forecast[].${key}`),
    'total',
    'today',
  ],
};

const json = (...args) => JSON.parse(sealbook(printed.vault, ...args, '--format', 'json', '--as-of', TODAY));

before(async () => {
  const server = await program({ sample: true, today: TODAY });
  const chromium = await browser();
  try {
    await server.call('set_preference', { language: 'en' });
    await server.finish('position_keep', { as_of: '2026-06-30' });
    asked = await ask(server);
    seen = await look(chromium, server, asked);
    const { vault } = await server.call('app_state');
    await server.call('vault_lock');
    printed = { vault: vault.place };
    Object.assign(printed, {
      position: json('position'),
      findings: json('findings'),
      deadlines: json('deadlines'),
      counts: Object.fromEntries(asked.overview.counts.map(({ register }) => [register, count(register)])),
      names: JSON.parse(sealbook(vault.place, 'match', '--format', 'json')),
      products: asked.products.map(({ products }) => json('position', '--product', products[0].product.code)),
      months: asked.months[0].map(({ as_of: day }) => JSON.parse(sealbook(vault.place, 'position', '--format', 'json', '--as-of', day))),
    });
    const file = join(made.folder, 'position.xlsx');
    sealbook(vault.place, 'export', file, '--languages', 'en', '--as-of', TODAY);
    book = JSON.parse(second('second/read_workbook.py', file));
  } finally {
    await chromium.close();
    server.stop();
  }
});

after(() => made.remove());

/** A text says nothing but figures of these answers. */
function only(text, ...answers) {
  const beyond = strange(text, ...answers);
  assert.ok(beyond.length === 0, `${beyond.join(', ')} in: ${text}`);
}

/** How many rows of a register the command lists. */
const count = (register) =>
  sealbook(printed.vault, 'list', register, '--format', 'json', '--as-of', TODAY).split('\n').filter(Boolean).length;

test('the command prints what the page gets', () => {
  assert.deepEqual(printed.position, asked.position);
  assert.deepEqual(printed.deadlines, asked.deadlines);
  assert.deepEqual(printed.products, asked.products);
  for (const [of, months] of asked.months.entries()) {
    const { id } = asked.products[of].products[0].product;
    for (const [at, { owned, provable, needed }] of months.entries()) {
      const row = printed.months[at].products.find(({ product }) => product.id === id);
      const figures = row?.figures ?? { owned: 0, provable: 0, needed: 0 };
      assert.deepEqual([owned, provable, needed], [figures.owned, figures.provable, figures.needed], `${id} at month ${at}`);
    }
  }
  const shown = structuredClone(printed.findings);
  for (const [at, group] of shown.groups.entries()) group.rows.length = asked.findings.groups[at].rows.length;
  assert.deepEqual(shown, asked.findings);
});

test('every figure of the answers is walked', () => {
  for (const [answer, walked] of Object.entries(WALKED)) {
    const here = [...paths(asked[answer])];
    assert.deepEqual(here.filter((path) => !walked.includes(path)), [], `${answer}: figures that nothing compares`);
  }
});

test('screens show the figures of their answers and no other', () => {
  const { products, total } = asked.position;
  for (const [way, { strip, rows }] of Object.entries({ claimed: seen.claimed, provable: seen.provable })) {
    assert.equal(rows.length, products.length);
    for (const [at, text] of rows.entries()) only(text, products[at]);
    const missing = (row) => (way === 'claimed' ? row.figures.short : row.figures.short_provable) > 0;
    const counts = [missing, (row) => row.proof && row.proof !== 'complete', (row) => row.figures.over > 0].map(
      (stands) => products.filter(stands).length,
    );
    only(strip.join('\n'), total, counts);
  }
  only(seen.since, asked.position.since);
  for (const [at, text] of seen.opened.entries()) {
    const [row] = asked.products[at].products;
    const { groups } = asked.proposed[at];
    for (const { kind, rows } of groups) {
      const all = printed.findings.groups.find((group) => group.kind === kind).rows;
      assert.deepEqual(rows, all.filter(({ product }) => product?.id === row.product.id), `${row.product.code} ${kind}`);
    }
    const counts = groups.map(({ count, rows }) => (count === 1 ? rows[0].money : count));
    only(text, row, counts, byPlace(row.lines), asked.months[at], t('position-used-90'));
  }
  only(seen.totals, asked.findings.save, asked.findings.cover, asked.findings.unpriced);
  for (const group of asked.findings.groups) {
    const { button, rows } = seen.kinds[group.kind];
    only(button, group.count, group.sums);
    assert.equal(rows.length, group.rows.length, group.kind);
    for (const [at, text] of rows.entries()) only(text, group.rows[at]);
  }
  const { forecast, rows } = asked.deadlines;
  only(seen.forecast, forecast);
  for (const text of seen.dates) {
    const named = rows.filter(({ title }) => text.includes(title.en ?? title.zh));
    assert.ok(
      named.some((row) => strange(text, row).length === 0),
      text,
    );
  }
});

/** The rights, installations and uses of each place, as the chart shows them. */
function byPlace(lines) {
  const places = {};
  for (const { site, entity, figures } of lines) {
    const sums = (places[`${site?.id}/${site ? '' : entity?.id}`] ??= { owned: 0, deployed: 0, used: 0 });
    for (const key of Object.keys(sums)) sums[key] += figures[key];
  }
  return places;
}

test('the workbook holds every figure of the position', () => {
  const { products, total } = asked.position;
  const { currency } = total.true_up.once;
  const figures = (row) =>
    [
      ...['owned', 'provable', 'weak-proof', 'adjusted', 'allocated', 'available', 'assigned', 'deployed'],
      ...['used-90', 'needed', 'delta', 'delta-provable'],
    ].map((key) => row[t(`position-${key}`)]);
  const counted = (of) => [
    ...[of.owned, of.provable, of.weak, of.adjusted, of.allocated, of.available, of.assigned, of.deployed],
    ...[of.used, of.needed, of.delta, of.delta_provable],
  ];
  const position = facts(book[t('sheet-position')]);
  const places = facts(book[t('sheet-places')]);
  const trace = facts(book[t('sheet-trace')]);
  const code = t('product-code');
  const money = (row, key) => row[t(`position-${key}`, { currency })] ?? null;
  assert.equal(position.length, products.length);
  for (const row of products) {
    const [stands, ...others] = position.filter((one) => one[code] === row.product.code);
    assert.deepEqual(others, []);
    const name = row.product.code;
    assert.deepEqual(figures(stands), counted(row.figures), name);
    assert.equal(stands[t('position-price')], amount(row.price), name);
    for (const key of ['true_up', 'true_up_provable', 'surplus'])
      assert.equal(money(stands, key.replaceAll('_', '-')), amount(row[key]), `${name} ${key}`);
    const { short, short_provable: provable, over } = row.figures;
    assert.deepEqual(
      [money(stands, 'true-up') !== null, money(stands, 'true-up-provable') !== null, money(stands, 'surplus') !== null],
      row.price ? [short > 0, provable > 0, over > 0] : [false, false, false],
      `${name}: what is missing costs something`,
    );
    const here = places.filter((one) => one[code] === name);
    const metric = (line) => t(`product-metric--${line.metric}`);
    assert.deepEqual(
      sorted(here.map((one) => [one[t('product-metric')], ...figures(one)])),
      sorted(row.lines.map((line) => [metric(line), ...counted(line.figures)])),
      name,
    );
    const steps = trace.filter((one) => one[code] === name);
    const cells = ['rule', 'input', 'factor', 'result'];
    assert.deepEqual(
      sorted(steps.map((step) => cells.map((key) => step[t(`trace-${key}`)]))),
      sorted(row.lines.flatMap((line) => line.steps.map((step) => cells.map((key) => step[key])))),
      name,
    );
    for (const rule of ['total_owned', 'total_available', 'total_needed', 'delta', 'delta_provable']) {
      const sum = steps.filter((step) => step[t('trace-rule')] === rule).reduce((all, step) => all + step[t('trace-result')], 0);
      const whole = row.steps.find((step) => step.rule === rule);
      if (whole) assert.equal(sum, whole.result, `${name} ${rule}`);
    }
  }
  const cover = book[t('sheet-cover')].flat().join('\n');
  // the sentence of the screen, figure for figure
  const { owned, needed } = asked.position.since;
  assert.ok(owned !== 0 || needed !== 0, 'something changed since the snapshot');
  assert.ok(cover.includes(seen.since), `${seen.since} on the cover`);
  // money a year and money once stand apart, and each is the sum of its rows
  for (const key of ['true_up', 'true_up_provable', 'surplus'])
    for (const [term, money] of Object.entries(total[key])) {
      const charged = position.filter((row) => row[t('position-charged')] === t(`position-charged--${term}`));
      const sum = charged.reduce((all, row) => all + (row[t(`position-${key.replaceAll('_', '-')}`, { currency })] ?? 0), 0);
      assert.equal(sum.toFixed(2), Number(money.amount).toFixed(2), `${key} ${term}`);
    }
  for (const figure of [...[total.true_up, total.true_up_provable, total.surplus].flatMap(Object.values), [total.short, total.unproven], [total.provable, total.owned]])
    assert.deepEqual([...known(figure)].filter((token) => /\.\d\d$|^\d+$/.test(token) && !cover.includes(token)), [], 'on the cover');
  const devices = book[t('sheet-method')].flat().find((text) => /devices in the record/.test(text));
  const [, scanned, all] = devices.match(/ on ([\d,]+) of ([\d,]+) /).map((count) => Number(count.replaceAll(',', '')));
  assert.ok(scanned <= all, devices);
  const sum = (key) => position.reduce((all, row) => all + (row[t(`position-${key}`)] ?? 0), 0);
  assert.deepEqual([sum('owned'), sum('provable'), sum('weak-proof')], [total.owned, total.provable, total.weak]);
});

test('the workbook holds every finding with its money', () => {
  const savings = facts(book[t('sheet-savings')]);
  const cell = (row, key) => row[t(`savings-${key}`, { currency: 'CNY' })] ?? null;
  const { groups, save, cover, thresholds, savings: largest } = printed.findings;
  for (const group of groups) {
    const rows = savings.filter((row) => cell(row, 'kind') === t(`findings-kind--${group.kind}`));
    assert.equal(rows.length, group.count, group.kind);
    assert.deepEqual(
      sorted(rows.map((row) => ['count', 'whole', 'yearly', 'once', 'own', 'due'].map((key) => cell(row, key)))),
      sorted(
        group.rows.map((row) => {
          const money = row.money && Number(row.money.amount);
          const own = row.own ?? row.money;
          return [row.count, row.whole, row.yearly ? money : null, row.yearly ? null : money, own && Number(own.amount), row.task?.due ?? null];
        }),
      ),
      group.kind,
    );
    for (const key of ['yearly', 'once']) {
      const sum = rows.reduce((all, row) => all + (cell(row, key) ?? 0), 0);
      assert.equal(sum.toFixed(2), Number(group.sums[key].amount).toFixed(2), `${group.kind} ${key}`);
    }
  }
  const front = book[t('sheet-cover')].flat().join('\n');
  for (const { yearly, once } of [save, cover])
    for (const money of [yearly, once])
      if (amount(money)) assert.ok(front.includes([...known(money)].find((token) => /\.\d\d$/.test(token))), `${money.amount} on the cover`);
  const note = book[t('sheet-savings')][1].join(' ');
  assert.deepEqual(Object.values(thresholds).filter((limit) => !note.includes(String(limit))), []);
  for (const { product, kinds } of largest)
    for (const { kind, count } of kinds) {
      const of = groups.find((group) => group.kind === kind).rows.filter((row) => row.product?.id === product.id);
      assert.ok(count <= of.length && count > 0, `${product.code} ${kind}`);
    }
});

test('the workbook holds every date and the cost of every quarter', () => {
  const { rows, forecast, total } = asked.deadlines;
  assert.equal(total, rows.length);
  const renewals = facts(book[t('sheet-renewals')]);
  const until = rows.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const heads = ['date', 'due', 'days', 'end', 'notice', 'amount', 'currency'];
  const reminders = [1, 2, 3, 4].map((number) => t('renewals-reminder', { number }));
  assert.deepEqual(
    sorted(
      renewals
        .filter((row) => row[t('renewals-due')] <= until)
        .map((row) => [...heads.map((key) => row[t(`renewals-${key}`)]), reminders.map((head) => row[head]).filter(Boolean)]),
    ),
    sorted(
      rows
        .filter(({ days, follows }) => days >= -90 || follows.length > 0)
        .map((row) => [
          ...[t(`deadline-${row.kind}`), row.day, row.days, row.ends, row.notice_by],
          ...[row.amount && Number(row.amount.amount), row.amount?.currency ?? null],
          row.reminders.slice(0, 4).map((ahead) => new Date(Date.parse(row.day) - ahead * 86_400_000).toISOString().slice(0, 10)),
        ]),
    ),
  );
  assert.deepEqual(
    facts(book[t('sheet-forecast')])
      .slice(0, forecast.length)
      .map((row) => ['quarter', 'amount', 'currency', 'count', 'unknown'].map((key) => row[t(`forecast-${key}`)])),
    forecast.map(({ name, amount, count, unknown }) => [name, Number(amount.amount), amount.currency, count, unknown]),
  );
});

test('the first page counts what the others show', () => {
  const { overview } = asked;
  const { position, findings, deadlines } = printed;
  assert.deepEqual(Object.fromEntries(overview.counts.map(({ register, total }) => [register, total])), printed.counts);
  for (const { status, count } of overview.position.standings)
    assert.equal(count, position.products.filter((row) => row.status === status).length, status);
  for (const { id, owned, assigned, deployed, delta } of overview.position.rows) {
    const { figures } = position.products.find(({ product }) => product.id === id);
    assert.deepEqual([owned, assigned, deployed, delta], [figures.owned, figures.assigned, figures.deployed, figures.delta]);
  }
  const short = findings.groups.find(({ kind }) => kind === 'shortfall').rows;
  assert.deepEqual(overview.findings.shortfalls, short.slice(0, overview.findings.shortfalls.length));
  assert.deepEqual(overview.findings.savings, findings.savings.slice(0, overview.findings.savings.length));
  assert.deepEqual([overview.findings.save, overview.findings.cover], [findings.save, findings.cover]);
  assert.equal(overview.findings.count, findings.groups.reduce((all, { count }) => all + count, 0));
  for (const { near, count, lists } of overview.lanes) {
    const here = deadlines.rows.filter((row) => !row.settled && row.near === near);
    assert.equal(count, here.length, near);
    for (const list of lists) assert.equal(list.count, here.filter(({ kind }) => kind === list.kind).length, `${near} ${list.kind}`);
  }
  for (const need of overview.needs) {
    const row = deadlines.rows.find(({ kind, id }) => kind === need.kind && id === need.id);
    assert.deepEqual([need.due, need.days], [row.day, row.days]);
  }
  assert.deepEqual([...overview.gaps, ...overview.bilingual.registers].map(({ count, missing }) => count ?? missing), asked.gaps);
  const { missing, registers } = overview.bilingual;
  assert.equal(missing, registers.reduce((all, one) => all + one.missing, 0));
  assert.equal(overview.names, printed.names.length);
  assert.ok(book[t('sheet-cover')].flat().join('\n').includes([...known(overview.log.entries)][0]), 'the entries of the log');
  const open = overview.lanes.filter(({ near }) => near !== 'past').reduce((all, { count }) => all + count, 0);
  const labels = ['week', 'month', 'quarter'].map((near) => t(`lane-${near}`));
  // of the hash only its beginning is shown
  only(seen.overview.replaceAll(/[0-9a-f]{12}…/g, ''), overview, open, labels);
});
