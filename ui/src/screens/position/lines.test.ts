import { expect, test } from 'vitest';
import { purchases } from './lines';

test('a step about purchase lines leads to those of its product that stood so on its day', () => {
  const query = (rule: string, asOf?: string) => purchases(rule, 7, asOf, 'en');
  const asked = (rule: string, asOf?: string) =>
    query(rule, asOf)?.filters.map(({ field, values }) => [field, ...values]);
  const bought = [
    ['license.product', '7'],
    ['effect', 'opening', 'add', 'renew'],
    ['standing', 'in_force'],
  ];
  expect(asked('bought')).toEqual(bought);
  expect(query('bought')).not.toHaveProperty('as_of');
  expect(asked('bought', '2026-06-30')).toEqual(bought);
  expect(query('bought', '2026-06-30')).toHaveProperty('as_of', '2026-06-30');
  expect(asked('ended')?.at(-1)).toEqual(['standing', 'ended']);
  expect(asked('weak', '2026-06-30')).toEqual([
    ['license.product', '7'],
    ['proof', 'weak'],
    ['standing', 'in_force'],
  ]);
  expect(asked('installed')).toBeUndefined();
});
