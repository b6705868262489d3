/** A link's candidates in the form the combobox shows. */
import { call } from '../../backend';
import type { Ref } from '../../bindings';
import type { Found } from '../../components/Combobox.svelte';
import { halves, tongue } from '../../i18n';
import { titleOf } from '../text';

export interface FoundRef extends Found {
  ref: Ref;
}

export function foundOf(ref: Ref): FoundRef {
  const { first, second } = halves(ref.title);
  const named = first ?? { text: titleOf(ref.title, ref.code), lang: tongue.language };
  return { value: `${ref.register}/${ref.id}`, first: named, second, detail: first ? ref.code : null, ref };
}

export async function findRefs(register: string, text: string, without: number[] = []): Promise<FoundRef[]> {
  const refs = await call('lookup', { register, text, limit: 20 });
  return refs.filter((ref) => !without.includes(ref.id)).map(foundOf);
}
