// Money at stake: sums by year and once, in words and for ranking.

import type { FindingGroup, FindingRow, Money, MoneySums } from '../../bindings';
import { money, t } from '../../i18n';

const isNothing = (amount: string) => Number(amount) === 0;

/** `CNY 1,200.00 a year`, `… once`, one line each; nothing where there is none. */
export function sumLines(sums: MoneySums, shown: (amount: Money) => string = money): string[] {
  const lines = [];
  if (!isNothing(sums.yearly.amount)) lines.push(t('findings-yearly', { money: shown(sums.yearly) }));
  if (!isNothing(sums.once.amount)) lines.push(t('findings-once', { money: shown(sums.once) }));
  return lines;
}

export function stake(row: FindingRow): string {
  if (!row.money || isNothing(row.money.amount)) return '';
  return t(row.yearly ? 'findings-yearly' : 'findings-once', { money: money(row.money) });
}

/** Only the order depends on it, so that a float may hold it. */
const rank = ({ sums }: FindingGroup) => Number(sums.yearly.amount) + Number(sums.once.amount);

export function ranked(groups: FindingGroup[]): FindingGroup[] {
  return [...groups].sort((a, b) => rank(b) - rank(a));
}
