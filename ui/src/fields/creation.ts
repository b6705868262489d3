/** How a link field makes the record it misses: the record panel offers it, the field only asks. */
import { getContext, setContext } from 'svelte';
import type { Ref } from '../bindings';

/** Opens a form for a new record with this title; null when it was given up. */
export type Create = (register: string, title: string) => Promise<Ref | null>;

const key = Symbol('create a linked record');

export const offerCreation = (create: Create): void => void setContext(key, create);

export const creation = (): Create | undefined => getContext<Create | undefined>(key);
