// What a passphrase is worth, said in time. Sealbook's keys cost an attacker about a second of one computer per
// guess (scrypt); the claim allows for a thousand computers, each ten times as fast as that.

const GUESSES_PER_SECOND = 1000 * 10;

const STEPS: readonly [unit: string, seconds: number][] = [
  ['seconds', 1],
  ['minutes', 60],
  ['hours', 3600],
  ['days', 86_400],
  ['years', 31_557_600],
  ['thousands', 31_557_600e3],
  ['millions', 31_557_600e6],
];

/** How long half of all guesses take: `strength-time-<unit>` with a rounded count. */
export function guessingTime(log10Guesses: number): { unit: string; count: number } {
  const seconds = 10 ** log10Guesses / 2 / GUESSES_PER_SECOND;
  const step = STEPS.findLast(([, length]) => seconds >= length);
  if (!step) return { unit: 'instant', count: 0 };
  const [unit, length] = step;
  return { unit, count: unit === 'millions' || unit === 'thousands' ? 0 : Math.floor(seconds / length) };
}
