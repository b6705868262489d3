import { expect, test } from 'vitest';
import { guessingTime } from './strength';

test('what is guessed within a second is said to be guessed at once', () => {
  expect(guessingTime(0)).toEqual({ unit: 'instant', count: 0 });
  expect(guessingTime(4)).toEqual({ unit: 'instant', count: 0 });
});

test('half of all guesses at ten thousand a second', () => {
  expect(guessingTime(6)).toEqual({ unit: 'seconds', count: 50 });
  expect(guessingTime(9)).toEqual({ unit: 'hours', count: 13 });
  expect(guessingTime(13)).toEqual({ unit: 'years', count: 15 });
});

test('beyond a thousand years no false exactness', () => {
  expect(guessingTime(16)).toEqual({ unit: 'thousands', count: 0 });
  expect(guessingTime(25)).toEqual({ unit: 'millions', count: 0 });
});
