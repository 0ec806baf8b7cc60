import { isDeepStrictEqual } from 'node:util';

/** The old values of the fields that differ, as events of an update carry them. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(before) as (keyof T)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name]])) as Partial<T>;
}
