import { expect, test } from 'vitest';
import { asKey, keyGroups } from './key';

const KEY = 'AGE-SECRET-KEY-1LA7AN4MGPEZY7DRXSTTC7GCP9W5FVCKWWEVWLTMWYTKSPX02C86QGYSQ52';

test('a key is read in groups of four that join to the key again', () => {
  const { head, groups } = keyGroups(KEY);
  expect(head).toBe('AGE-SECRET-KEY-1');
  expect(groups).toHaveLength(15);
  expect(groups[0]).toBe('LA7A');
  expect(head + groups.join('')).toBe(KEY);
});

test('capitals, spaces and full-width forms do not matter', () => {
  expect(asKey(' la 7a ')).toBe('LA7A');
  expect(asKey('ｐｅｚｙ')).toBe('PEZY');
});
