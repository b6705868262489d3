/** Where the reader stands in the table, and what is selected: pure movement, no drawing. */
import { type Ranges, between, count, has, none, toggle } from './ranges';

export class Cursor {
  row = $state(0);
  column = $state(0);
  /** where a Shift-selection started */
  anchor = $state(0);
  selected = $state.raw<Ranges>(none);

  constructor(
    private readonly rows: () => number,
    private readonly columns: () => number,
    private readonly page: () => number,
  ) {}

  get count(): number {
    return count(this.selected);
  }

  isSelected(at: number): boolean {
    return has(this.selected, at);
  }

  reset(): void {
    this.row = 0;
    this.anchor = 0;
    this.selected = none;
  }

  /** Keeps the cursor inside after the list became shorter. */
  fit(): void {
    this.row = Math.max(0, Math.min(this.row, this.rows() - 1));
    this.column = Math.max(0, Math.min(this.column, this.columns() - 1));
  }

  moveTo(row: number, column: number, extend = false): void {
    this.row = Math.max(0, Math.min(row, this.rows() - 1));
    this.column = Math.max(0, Math.min(column, this.columns() - 1));
    if (extend) this.selected = between(this.anchor, this.row);
    else this.anchor = this.row;
  }

  toggle(at: number): void {
    this.selected = toggle(this.selected, at);
    this.anchor = at;
  }

  selectTo(at: number): void {
    this.selected = between(this.anchor, at);
  }

  selectAll(): void {
    this.selected = this.rows() > 0 ? [[0, this.rows()]] : none;
  }

  clear(): void {
    this.selected = none;
  }

  /** Moves for a navigation key; false when the key is none. */
  navigate(event: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): boolean {
    const far = event.ctrlKey || event.metaKey;
    const [row, column] = [this.row, this.column];
    const to = (r: number, c: number) => {
      this.moveTo(r, c, event.shiftKey && r !== row);
      return true;
    };
    switch (event.key) {
      case 'ArrowUp':
        return to(far ? 0 : row - 1, column);
      case 'ArrowDown':
        return to(far ? this.rows() - 1 : row + 1, column);
      case 'ArrowLeft':
        return to(row, far ? 0 : column - 1);
      case 'ArrowRight':
        return to(row, far ? this.columns() - 1 : column + 1);
      case 'PageUp':
        return to(row - this.page(), column);
      case 'PageDown':
        return to(row + this.page(), column);
      case 'Home':
        return far ? to(0, 0) : to(row, 0);
      case 'End':
        return far ? to(this.rows() - 1, this.columns() - 1) : to(row, this.columns() - 1);
      default:
        return false;
    }
  }
}
