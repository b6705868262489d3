/** Numbers as people type them. Amounts stay text from end to end: no float ever touches one. */

interface Separators {
  group: string;
  point: string;
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  return {
    group: parts.find((p) => p.type === 'group')?.value ?? '',
    point: parts.find((p) => p.type === 'decimal')?.value ?? '.',
  };
}

/** What was typed as plain decimal text, or null when it is no number. Accepts the reader's and the international form, and full-width digits. */
export function parseDecimal(typed: string, locale: string): string | null {
  const text = typed
    .trim()
    .normalize('NFKC')
    .replace(/[\s\u00a0'’¥￥€$]/g, '')
    .replace('−', '-');
  if (text === '') return null;
  const { group, point } = separatorsOf(locale);
  const candidates = [
    text
      .split(group || ',')
      .join('')
      .replace(point, '.'),
    text,
  ];
  if (group === ',' || point === '.') candidates.push(text.replaceAll(',', ''));
  const groupsAreWhole = (s: string) =>
    !s.includes(group) || new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})*(\\${point}\\d*)?$`).test(s);
  const good = candidates.find((c, i) => /^-?\d+(\.\d+)?$/.test(c) && (i > 0 || !group || groupsAreWhole(text)));
  return good === undefined ? null : tidy(good);
}

/** "007.50" -> "7.5" */
const tidy = (decimal: string): string =>
  decimal
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** For typing a number over: the reader's decimal point, no groups. */
export function typedDecimal(value: string, locale: string): string {
  return value.replace('.', separatorsOf(locale).point);
}
