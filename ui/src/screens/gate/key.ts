// A recovery key as people read and type it.

/** The groups a recovery key is read and typed in: what follows the fixed first part, by fours. */
export function keyGroups(key: string): { head: string; groups: string[] } {
  const cut = key.lastIndexOf('-1') + 2;
  return { head: key.slice(0, cut), groups: key.slice(cut).match(/.{1,4}/g) ?? [] };
}

/** Typed characters as the key has them: capitals, without spaces, full-width forms made plain. */
export function asKey(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
