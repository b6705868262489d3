/**
 * Scrolling over more rows than an element may be high.
 *
 * Browsers cap an element's height (Chromium and WebKit near 33.5 million pixels), which a table of a million rows
 * passes. Up to `tallest` pixels the scroll bar is exact; above it the bar is scaled, and the offset in the *real* height is
 * kept apart from it so that wheel and keys still move by whole pixels and rows.
 */
export const tallest = 15_000_000;

export interface Extent {
  rows: number;
  rowHeight: number;
  /** height of the visible part below the header */
  view: number;
}

/** The height the rows would really take. */
export const fullHeight = (e: Extent): number => e.rows * e.rowHeight;

/** The height given to the element that makes the scroll bar. */
export const barHeight = (e: Extent): number => Math.min(fullHeight(e), tallest);

export const isScaled = (e: Extent): boolean => fullHeight(e) > tallest;

/** How far the real height can be scrolled. */
export const reach = (e: Extent): number => Math.max(0, fullHeight(e) - e.view);

export const clampOffset = (e: Extent, offset: number): number => Math.min(Math.max(0, offset), reach(e));

/** From the bar's position to the offset in the real height. */
export function offsetOf(e: Extent, scrollTop: number): number {
  if (!isScaled(e)) return clampOffset(e, scrollTop);
  const barReach = Math.max(1, barHeight(e) - e.view);
  return clampOffset(e, (scrollTop / barReach) * reach(e));
}

/** From the offset in the real height to the bar's position. */
export function scrollTopOf(e: Extent, offset: number): number {
  if (!isScaled(e)) return offset;
  const real = Math.max(1, reach(e));
  return (offset / real) * (barHeight(e) - e.view);
}

/** First and one-past-last row to draw, with a margin so that a quick flick shows rows and not paper. */
export function span(e: Extent, offset: number, margin = 6): { first: number; end: number } {
  const first = Math.max(0, Math.floor(offset / e.rowHeight) - margin);
  const end = Math.min(e.rows, Math.ceil((offset + e.view) / e.rowHeight) + margin);
  return { first, end: Math.max(first, end) };
}

/** The offset that shows `row` wholly, moving as little as possible. */
export function reveal(e: Extent, offset: number, row: number): number {
  const top = row * e.rowHeight;
  if (top < offset) return clampOffset(e, top);
  const bottom = top + e.rowHeight;
  if (bottom > offset + e.view) return clampOffset(e, bottom - e.view);
  return offset;
}
