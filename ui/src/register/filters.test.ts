import { describe, expect, it } from 'vitest';
import type { FieldInfo, KindName, RegisterInfo, Schema } from '../bindings';
import { follow, isWhole, operatorsOf, partsOf, pathsOf, strong } from './filters';

const field = (key: string, kind: KindName, target: string | null = null): FieldInfo => ({
  key,
  kind,
  target,
  choices: [],
  identifier: null,
  required: false,
  readonly: false,
  custom: null,
});
const register = (key: string, fields: FieldInfo[]): RegisterInfo => ({
  key,
  group: 'inventory',
  fields,
  title: [],
  sections: [],
  list: [],
  owner: null,
  children: [],
});
const schema: Schema = {
  currencies: ['CNY'],
  registers: [
    register('seat', [field('from', 'date'), field('holder', 'link', 'human'), field('custom.own_1', 'text')]),
    register('human', [field('status', 'choice'), field('home', 'link', 'seat'), field('custom.own_1', 'flag')]),
  ],
};

describe('filters', () => {
  it('offers own fields and one hop over a link, never two', () => {
    expect(pathsOf(schema, 'seat')).toEqual(['from', 'holder', 'custom.own_1', 'holder.status', 'holder.custom.own_1']);
  });

  it('follows a hop to the field behind it', () => {
    expect(follow(schema, 'seat', 'holder.status')?.register.key).toBe('human');
    expect(follow(schema, 'seat', 'holder.salary')).toBeNull();
  });

  it('follows her own fields, here and behind a link', () => {
    expect(follow(schema, 'seat', 'custom.own_1')?.field.kind).toBe('text');
    expect(follow(schema, 'seat', 'holder.custom.own_1')?.field.kind).toBe('flag');
    expect(follow(schema, 'seat', 'custom.own_2')).toBeNull();
  });

  it('knows which operators need a value', () => {
    expect(isWhole({ field: 'from', op: 'empty', values: [] })).toBe(true);
    expect(isWhole({ field: 'from', op: 'before', values: [' '] })).toBe(false);
    expect(operatorsOf('secret')).toEqual(['present', 'empty']);
  });

  it('splits a sentence at the words that stand out', () => {
    expect(partsOf(`Site is ${strong('Shanghai')} or ${strong('Suzhou')}`)).toEqual([
      { text: 'Site is ', strong: false },
      { text: 'Shanghai', strong: true },
      { text: ' or ', strong: false },
      { text: 'Suzhou', strong: true },
    ]);
  });
});
