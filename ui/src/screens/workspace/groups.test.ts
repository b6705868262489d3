import { expect, test } from 'vitest';
import type { RegisterInfo, Schema } from '../../bindings';
import { registerGroups } from './groups';

function register(key: string, group: string, owner: string | null = null): RegisterInfo {
  const link = {
    key: 'owner',
    kind: 'link',
    choices: [],
    target: owner,
    identifier: null,
    required: true,
    readonly: false,
    custom: null,
  };
  const fields = owner ? [link] : [];
  return {
    key,
    group,
    fields,
    title: [],
    sections: [],
    list: [],
    owner: owner && 'owner',
    children: [],
  } as unknown as RegisterInfo;
}

test('every register stands once, those that hang under another right after it', () => {
  const schema = {
    registers: [
      register('product', 'inventory'),
      register('purchase', 'inventory', 'license'),
      register('license', 'inventory'),
      register('entity', 'company'),
      register('receipt', 'inventory', 'purchase'),
      register('usage', 'company', 'license'),
      register('policy', 'later'),
    ],
    currencies: [],
  } as Schema;
  expect(registerGroups(schema).map(({ key, entries }) => [key, entries.map((one) => one.key)])).toEqual([
    ['company', ['entity', 'usage']],
    ['inventory', ['product', 'license', 'purchase', 'receipt']],
    ['later', ['policy']],
  ]);
});
