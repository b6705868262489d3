// Which registers want attention, and how much: the same figures the overview shows, summed by register.

import type { Overview } from '../../bindings';

/** Serious gaps by register, for the count beside its name. */
export function attentionByRegister(overview: Overview | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gap of overview?.gaps ?? []) {
    if (gap.severity !== 'bad' || gap.count === 0) continue;
    counts.set(gap.query.register, (counts.get(gap.query.register) ?? 0) + gap.count);
  }
  return counts;
}

/** Dates that are late or due within the week. */
export function pressing(overview: Overview | null): number {
  const near = overview?.lanes.filter((lane) => lane.near === 'overdue' || lane.near === 'week') ?? [];
  return near.reduce((sum, lane) => sum + lane.count, 0);
}
