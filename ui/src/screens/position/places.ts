// The lines of a product by site, for its chart. Rights given to no site have a place of their own.

import type { PositionLine } from '../../bindings';
import { pairText } from '../../i18n';

export interface PlaceFigures {
  /** the site; none for rights not given to a site */
  name: string | null;
  owned: number;
  deployed: number;
  used: number;
}

/** Sums by site, in the order of the lines; rights without a site come last. */
export function byPlace(lines: PositionLine[]): PlaceFigures[] {
  const places = new Map<number, PlaceFigures>();
  for (const { site, figures } of lines) {
    const id = site?.id ?? 0;
    const place = places.get(id) ?? { name: site ? pairText(site.title) : null, owned: 0, deployed: 0, used: 0 };
    place.owned += figures.owned;
    place.deployed += figures.deployed;
    place.used += figures.used;
    places.set(id, place);
  }
  return [...places.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null));
}
