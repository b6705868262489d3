// Which purchase lines a step of the position speaks of.

import type { Filter, Language, ListQuery } from '../../bindings';

const EFFECTS: Record<string, string[]> = {
  bought: ['opening', 'add', 'renew'],
  replaced: ['opening', 'add', 'renew', 'step_up'],
  ended: ['opening', 'add', 'renew', 'step_up'],
  retired: ['opening', 'add', 'renew', 'step_up'],
  returned: ['return'],
  corrected: ['correction'],
  stepped_up: ['step_up'],
  without_base: ['step_up'],
};
const STANDINGS: Record<string, string> = { replaced: 'replaced', ended: 'ended', retired: 'retired' };
const PROOFS: Record<string, string[]> = { proven: ['complete', 'weak'], weak: ['weak'] };

/** The purchase lines of a product a step is about, as a list of a day (today where none is said); null for a step that is about none. */
export function purchases(
  rule: string,
  product: number,
  asOf: string | undefined,
  language: Language,
): ListQuery | null {
  const is = (field: string, values: string[]): Filter => ({ field, op: 'is', values });
  const [effects, proofs] = [EFFECTS[rule], PROOFS[rule]];
  const about = effects ? is('effect', effects) : proofs && is('proof', proofs);
  if (!about) return null;
  return {
    register: 'purchase',
    filters: [is('license.product', [String(product)]), about, is('standing', [STANDINGS[rule] ?? 'in_force'])],
    sort: [{ field: 'starts', descending: true }],
    text: null,
    archived: false,
    language,
    ...(asOf && { as_of: asOf }),
  };
}
