import { expect, test } from 'vitest';
import { purchases } from './lines';

test('a step about purchase lines leads to those of its product', () => {
  const asked = (rule: string, today = true) =>
    purchases(rule, 7, today, 'en')?.filters.map(({ field, values }) => [field, ...values]);
  expect(asked('bought')).toEqual([
    ['license.product', '7'],
    ['effect', 'opening', 'add', 'renew'],
    ['standing', 'in_force'],
  ]);
  expect(asked('ended')?.at(-1)).toEqual(['standing', 'ended']);
  expect(asked('weak', false)).toEqual([
    ['license.product', '7'],
    ['proof', 'weak'],
  ]);
  expect(asked('installed')).toBeUndefined();
});
