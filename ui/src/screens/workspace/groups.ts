// The registers as the sidebar sets them: by group, each followed by those that hang under it.

import type { RegisterInfo, Schema } from '../../bindings';

const ORDER = ['company', 'inventory', 'procurement', 'compliance', 'operations'];

export interface Entry {
  key: string;
  /** hangs under the register above it */
  owned: boolean;
}

const ownerOf = (register: RegisterInfo): string | null =>
  register.fields.find((field) => field.key === register.owner)?.target ?? null;

/** Every register once, in its own group; one whose owner stands in another group comes last there. */
export function registerGroups(schema: Schema | null): { key: string; entries: Entry[] }[] {
  const all = schema?.registers ?? [];
  const keys = [...new Set([...ORDER, ...all.map((register) => register.group)])];
  return keys
    .map((key) => {
      const members = all.filter((register) => register.group === key);
      const heads = members
        .filter((register) => !members.some((other) => other.key === ownerOf(register)))
        .sort((a, b) => Number(ownerOf(a) !== null) - Number(ownerOf(b) !== null));
      const under = (owner: RegisterInfo): Entry[] => [
        { key: owner.key, owned: !heads.includes(owner) },
        ...members.filter((register) => ownerOf(register) === owner.key).flatMap(under),
      ];
      return { key, entries: heads.flatMap(under) };
    })
    .filter((group) => group.entries.length > 0);
}
