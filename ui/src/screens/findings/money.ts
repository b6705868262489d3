// Money at stake: sums by year and once, in words and for ranking.

import type { FindingGroup, FindingRow, FindingSums } from '../../bindings';
import { money, t } from '../../i18n';

const isNothing = (amount: string) => Number(amount) === 0;

/** `CNY 1,200.00 a year`, `… once`, one line each; nothing where there is none. */
export function sumLines(sums: FindingSums): string[] {
  const lines = [];
  if (!isNothing(sums.yearly.amount)) lines.push(t('findings-yearly', { money: money(sums.yearly) }));
  if (!isNothing(sums.once.amount)) lines.push(t('findings-once', { money: money(sums.once) }));
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
