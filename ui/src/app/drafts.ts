// Unsaved work, kept while the window lives: a form that was left or locked away opens again as it was. In memory
// only, and forgotten as soon as another vault is opened.

import type { Values } from '../bindings';

const kept = new Map<string, Values>();

const key = (register: string, id: number | null) => `${register}/${id ?? 'new'}`;

export const drafts = {
  keep: (register: string, id: number | null, values: Values) => void kept.set(key(register, id), values),
  of: (register: string, id: number | null): Values | undefined => kept.get(key(register, id)),
  drop: (register: string, id: number | null) => void kept.delete(key(register, id)),
  forget: () => kept.clear(),
};
