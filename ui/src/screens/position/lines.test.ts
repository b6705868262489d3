import { expect, test } from 'vitest';
import { purchases } from './lines';

test('a step about purchase lines leads to those of its product', () => {
  const asked = (rule: string) => purchases(rule, 7, 'en')?.filters.map(({ field, values }) => [field, ...values]);
  expect(asked('bought')).toEqual([
    ['license.product', '7'],
    ['effect', 'opening', 'add', 'renew'],
  ]);
  expect(asked('weak')).toEqual([
    ['license.product', '7'],
    ['proof', 'weak'],
  ]);
  expect(asked('installed')).toBeUndefined();
});
