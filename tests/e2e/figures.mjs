// Figures: of an answer, of a sheet, of a screen.

const LOCALE = 'en';

/** The digits of a number as a screen may write it, without its sign. */
const written = (value, least, most) =>
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: least, maximumFractionDigits: most })
    .format(value)
    .replace(/^[-−]/, '');

const isMoney = (value) => typeof value?.amount === 'string' && typeof value.currency === 'string';

/** Every group of digits in a text. */
export const digits = (text) => text.match(/\d[\d.,]*\d|\d/g) ?? [];

/** The digits of everything in an answer as a screen may write it: whole numbers, money to the unit and to the cent, days, sentences. */
export function known(value, found = new Set()) {
  if (typeof value === 'number') found.add(written(value, 0, 6));
  else if (isMoney(value)) {
    found.add(written(value.amount, 0, 0));
    found.add(written(value.amount, 2, 4));
  } else if (typeof value === 'string') {
    for (const token of digits(value)) found.add(token);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
      for (const token of digits(day)) found.add(token);
    }
  } else if (value && typeof value === 'object') for (const part of Object.values(value)) known(part, found);
  return found;
}

/** What a text says beyond what is known. */
export function strange(text, ...answers) {
  const all = new Set(answers.flatMap((answer) => [...known(answer)]));
  return digits(text).filter((token) => !all.has(token));
}

/** The paths of every figure of an answer: `products[].figures.owned`. Days count as figures, the rows and words of records do not. */
export function paths(value, at = '', found = new Set()) {
  if (Array.isArray(value)) for (const one of value) paths(one, `${at}[]`, found);
  else if (typeof value === 'number' || isMoney(value)) found.add(at);
  else if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) found.add(at);
  } else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      if (!['id', 'decided', 'query'].includes(key)) paths(part, at ? `${at}.${key}` : key, found);
    }
  return found;
}

/** The rows of a sheet of facts as objects, by their heads, which stand in the fourth row. */
export function facts(sheet) {
  const [, , , heads, ...rows] = sheet;
  return rows
    .filter((row) => row.some((cell) => cell !== null))
    .map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null])));
}

/** An amount as a sheet holds it; nothing stands for none. */
export const amount = (money) => (money === null || Number(money.amount) === 0 ? null : Number(money.amount));

/** Rows in an order that does not depend on where they came from. */
export const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();
