// The names as one list of rows: a heading for every group that has any, then its names; and which words two names differ in.

import type { FoundName, Sure } from '../../bindings';

export type Line = { kind: 'head'; sure: Sure; count: number } | { kind: 'name'; name: FoundName };

const GROUPS: readonly Sure[] = ['clear', 'likely', 'aside', 'unlike'];

/** Names with all the typed words in their name, publisher or best product. */
export function found(names: FoundName[], typed: string): FoundName[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return names;
  return names.filter((name) => {
    const best = name.candidates[0];
    const text = [name.name, name.publisher, best?.title.zh, best?.title.en, best?.code].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export function lines(names: FoundName[]): Line[] {
  return GROUPS.flatMap((sure) => {
    const own = names.filter((name) => name.sure === sure);
    if (own.length === 0) return [];
    return [{ kind: 'head', sure, count: own.length } as Line, ...own.map<Line>((name) => ({ kind: 'name', name }))];
  });
}

/** The place of the nearest name from a place on, downwards or upwards; -1 where there is none. */
export function nearest(all: Line[], from: number, step: 1 | -1): number {
  for (let at = from; at >= 0 && at < all.length; at += step) if (all[at]?.kind === 'name') return at;
  return -1;
}

export interface Piece {
  text: string;
  /** not in the other name */
  apart: boolean;
}

const bare = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(),（）]/g, '');

/** A name in pieces: what of it the other name does not say. */
export function pieces(name: string, other: string): Piece[] {
  const words = (text: string): string[] => text.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
  const said = new Set(words(other).map(bare));
  const all = (name.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+|\s+/gu) ?? []).map((text) => {
    const word = bare(text);
    return { text, apart: word.trim() !== '' && !said.has(word) };
  });
  // names in different scripts differ in everything, which says nothing
  const shared = all.some(({ text, apart }) => !apart && text.trim() !== '');
  return shared ? all : [{ text: name, apart: false }];
}
