/** The scrolled window onto the rows: turns wheel, bar and keys into an offset, and the offset into rows to draw. */
import { barHeight, clampOffset, type Extent, isScaled, offsetOf, reveal, scrollTopOf, span } from './scroll';

export const rowHeight = 46;

export class Viewport {
  /** of every row, in pixels; a narrow list may need higher ones */
  rowHeight = $state(rowHeight);
  view = $state(600);
  offset = $state(0);
  scrollTop = $state(0);
  #element: HTMLElement | null = null;

  constructor(
    private readonly rows: () => number,
    private readonly heightAt: (width: number) => number = () => rowHeight,
  ) {}

  get extent(): Extent {
    return { rows: this.rows(), rowHeight: this.rowHeight, view: this.view };
  }

  get height(): number {
    return barHeight(this.extent);
  }

  get span(): { first: number; end: number } {
    return span(this.extent, this.offset);
  }

  /** Where the drawn rows stand inside the (capped) height. */
  get shift(): number {
    return this.scrollTop + this.span.first * this.rowHeight - this.offset;
  }

  /** Whole rows in one page. */
  get page(): number {
    return Math.max(1, Math.floor(this.view / this.rowHeight) - 1);
  }

  /** Svelte attachment on the scrolling element; `head` is the height of the sticky header inside it. */
  attach =
    (head: number) =>
    (element: HTMLElement): (() => void) => {
      this.#element = element;
      const measure = new ResizeObserver(() => {
        this.#grow(this.heightAt(element.clientWidth));
        this.view = Math.max(this.rowHeight, element.clientHeight - head);
      });
      const scrolled = () => this.#barMoved(element.scrollTop);
      const wheel = (event: WheelEvent) => this.#wheel(event);
      measure.observe(element);
      element.addEventListener('scroll', scrolled, { passive: true });
      // not passive: a scaled bar would jump many rows for one notch, so the step is taken here
      element.addEventListener('wheel', wheel, { passive: false });
      return () => {
        measure.disconnect();
        element.removeEventListener('scroll', scrolled);
        element.removeEventListener('wheel', wheel);
      };
    };

  /** Rows of another height: the first in sight stays there. */
  #grow(height: number): void {
    if (height === this.rowHeight) return;
    const first = this.offset / this.rowHeight;
    this.rowHeight = height;
    this.to(first * height);
  }

  #barMoved(scrollTop: number): void {
    // the echo of our own setting is not a movement; only a drag of the bar is
    const ours = Math.abs(scrollTop - scrollTopOf(this.extent, this.offset)) < 1.5;
    this.scrollTop = scrollTop;
    if (!ours || !isScaled(this.extent)) this.offset = offsetOf(this.extent, scrollTop);
  }

  #wheel(event: WheelEvent): void {
    if (!isScaled(this.extent) || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const step = event.deltaMode === 1 ? this.rowHeight : event.deltaMode === 2 ? this.view : 1;
    this.to(this.offset + event.deltaY * step);
  }

  to(offset: number): void {
    this.offset = clampOffset(this.extent, offset);
    this.scrollTop = scrollTopOf(this.extent, this.offset);
    if (this.#element) this.#element.scrollTop = this.scrollTop;
  }

  reveal(row: number): void {
    const next = reveal(this.extent, this.offset, row);
    if (next !== this.offset) this.to(next);
  }

  /** After the list became shorter. */
  fit(): void {
    if (this.offset !== clampOffset(this.extent, this.offset)) this.to(this.offset);
  }
}
