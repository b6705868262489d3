/**
 * A selection of rows as sorted, disjoint ranges of positions, `[first, end)`. Selecting a million rows is one range; ids are only
 * looked up when something is done with them.
 */
export type Ranges = readonly (readonly [number, number])[];

export const none: Ranges = [];

export const count = (ranges: Ranges): number => ranges.reduce((n, [a, b]) => n + b - a, 0);

export const has = (ranges: Ranges, at: number): boolean => ranges.some(([a, b]) => at >= a && at < b);

/** Both together, merged where they touch. */
export function union(ranges: Ranges, first: number, end: number): Ranges {
  if (end <= first) return ranges;
  const out: [number, number][] = [];
  let [a, b] = [first, end];
  for (const [x, y] of ranges) {
    if (y < a || x > b) out.push([x, y]);
    else [a, b] = [Math.min(a, x), Math.max(b, y)];
  }
  out.push([a, b]);
  return out.sort((p, q) => p[0] - q[0]);
}

/** `ranges` without `[first, end)`. */
export function without(ranges: Ranges, first: number, end: number): Ranges {
  const out: [number, number][] = [];
  for (const [a, b] of ranges) {
    if (a < first) out.push([a, Math.min(b, first)]);
    if (b > end) out.push([Math.max(a, end), b]);
  }
  return out.filter(([a, b]) => b > a);
}

export const toggle = (ranges: Ranges, at: number): Ranges =>
  has(ranges, at) ? without(ranges, at, at + 1) : union(ranges, at, at + 1);

/** The rows from the anchor to `at`, both included, whichever comes first. */
export const between = (anchor: number, at: number): Ranges => [[Math.min(anchor, at), Math.max(anchor, at) + 1]];

/** Every position, in order. */
export function* positions(ranges: Ranges): Generator<number> {
  for (const [a, b] of ranges) for (let i = a; i < b; i++) yield i;
}
