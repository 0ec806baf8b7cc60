/** Counts by kind of person ('5_17/F'), for one family. */
export type Kinds = ReadonlyMap<string, number>;

/** Who was reached, family by family; families are told apart by a mark that never leaves the server. */
export type PeopleCount = ReadonlyMap<string, Kinds>;

/** The stored shape of a report fact: age band → sex → count. */
export type StoredReach = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One help to one family. */
export function countOf(family: string, reach: StoredReach): PeopleCount {
  const kinds = Object.entries(reach).flatMap(([ageBand, bySex]) =>
    Object.entries(bySex).map(([sex, count]) => [`${ageBand}/${sex}`, count] as const),
  );
  return new Map([[family, new Map(kinds)]]);
}

/**
 * Brings counts together without counting a person twice: of one family the largest number of each kind holds,
 * since two needs of a family mostly reach the same people. The sum is therefore "at least".
 */
export function mergeCounts(counts: readonly PeopleCount[]): PeopleCount {
  const merged = new Map<string, Map<string, number>>();
  for (const count of counts) {
    for (const [family, kinds] of count) {
      const known = merged.get(family) ?? new Map<string, number>();
      for (const [kind, number] of kinds) known.set(kind, Math.max(known.get(kind) ?? 0, number));
      merged.set(family, known);
    }
  }
  return merged;
}

/** The number of people. */
export function sizeOf(count: PeopleCount): number {
  const numbers = [...count.values()].flatMap((kinds) => [...kinds.values()]);
  return numbers.reduce((people, number) => people + number, 0);
}

/** Numbers of people by age band, families put together. */
export function byAgeBand(count: PeopleCount): ReadonlyMap<string, PeopleCount> {
  const bands = new Map<string, Map<string, Map<string, number>>>();
  for (const [family, kinds] of count) {
    for (const [kind, number] of kinds) {
      const band = kind.slice(0, kind.indexOf('/'));
      const families = bands.get(band) ?? new Map<string, Map<string, number>>();
      const own = families.get(family) ?? new Map<string, number>();
      own.set(kind, number);
      families.set(family, own);
      bands.set(band, families);
    }
  }
  return bands;
}
