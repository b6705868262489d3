/** Where the notes at the foot of the window stand, so that they cover no buttons of what ends there. */

/** Pixels between the notes and what is below them. */
const GAP = 24;
const CLOSE = 8;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far above the lower edge of the window the notes stand to be clear of these footers. */
export function clearOf(notes: { left: number; right: number; height: number }, footers: Box[], windowHeight: number) {
  let above = GAP;
  // the lowest first: clear of one, the notes may stand before the next
  for (const footer of footers.toSorted((a, b) => b.bottom - a.bottom)) {
    const beside = footer.right <= notes.left || footer.left >= notes.right;
    const lower = windowHeight - above;
    if (!beside && footer.top < lower && footer.bottom > lower - notes.height)
      above = windowHeight - footer.top + CLOSE;
  }
  return above;
}
