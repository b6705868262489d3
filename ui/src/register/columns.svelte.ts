/** Which fields of a register stand as columns, in which order and width. Kept while the window is open; a saved view keeps them for good. */
import { SvelteMap } from 'svelte/reactivity';
import type { FieldInfo, KindName, RegisterInfo } from '../bindings';

const widths: Record<KindName, number> = {
  text: 170,
  note: 220,
  pair: 240,
  code: 104,
  integer: 92,
  decimal: 100,
  money: 150,
  date: 132,
  moment: 160,
  flag: 84,
  choice: 138,
  choices: 170,
  link: 200,
  links: 180,
  any_links: 180,
  identifier: 180,
  files: 180,
  secret: 90,
};
const narrowest = 60;

export class Columns {
  keys = $state.raw<string[]>([]);
  #widths: SvelteMap<string, number>;

  /** As the list shows them at first, or as they were `before` the register got other fields of the officer's own. */
  constructor(
    readonly info: RegisterInfo,
    before?: Columns,
  ) {
    this.keys = before?.keys ?? [...info.list];
    this.#widths = before ? before.#widths : new SvelteMap();
  }

  /** The fields shown, in order; a key the schema no longer knows is passed over. */
  get shown(): FieldInfo[] {
    return this.keys.flatMap((key) => this.info.fields.find((f) => f.key === key) ?? []);
  }

  show(keys: string[]): void {
    this.keys = keys.length > 0 ? keys : [...this.info.list];
  }

  toggle(key: string): void {
    const without = this.keys.filter((k) => k !== key);
    if (without.length === this.keys.length) this.keys = [...this.keys, key];
    else if (without.length > 0) this.keys = without;
  }

  /** Moves a column by one place. */
  move(key: string, by: -1 | 1): void {
    const from = this.keys.indexOf(key);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.keys.length) return;
    const next = [...this.keys];
    next.splice(to, 0, ...next.splice(from, 1));
    this.keys = next;
  }

  reset(): void {
    this.keys = [...this.info.list];
    this.#widths.clear();
  }

  width(field: FieldInfo): number {
    return this.#widths.get(field.key) ?? widths[field.kind];
  }

  resize(field: FieldInfo, width: number): void {
    this.#widths.set(field.key, Math.max(narrowest, Math.round(width)));
  }

  /** Grid tracks: the mark, then each column; unresized ones share what is left over. */
  get tracks(): string {
    const own = this.shown.map((f) => {
      const set = this.#widths.get(f.key);
      return set === undefined ? `minmax(${widths[f.kind]}px, ${widths[f.kind]}fr)` : `${set}px`;
    });
    return ['40px', ...own].join(' ');
  }

  get least(): number {
    return this.shown.reduce((sum, f) => sum + this.width(f), 40);
  }
}

const kept = new Map<string, Columns>();

/** The columns of a register, as they were left the last time its list was looked at. */
export function columnsOf(info: RegisterInfo): Columns {
  const before = kept.get(info.key);
  if (before?.info === info) return before;
  const fresh = new Columns(info, before);
  kept.set(info.key, fresh);
  return fresh;
}
