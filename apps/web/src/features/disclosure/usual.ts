import { dayOf, daysBefore } from './days';

/** What of an entry of the log is counted. */
export interface Opening {
  readonly codename: string | null;
  readonly openedAt: string;
  readonly person: { readonly id: string; readonly displayName: string } | null;
}

export type Judgement = 'MORE' | 'USUAL' | 'TOO_NEW';

/** One person's day beside the days before it. */
export interface UsualOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly today: number;
  readonly familiesToday: number;
  /** The most on one of the days before. */
  readonly mostBefore: number;
  /** Days before today on which anything was opened. */
  readonly daysBefore: number;
  readonly judgement: Judgement;
}

/** Fewer days than these are no usual. */
const ENOUGH_DAYS = 5;

/** Everybody who opened something in the days up to `today`, against their own days before; the unusual first. */
export function usualOf(
  openings: readonly Opening[],
  today: string,
  daysBack: number,
): readonly UsualOfPerson[] {
  const first = daysBefore(today, daysBack);
  const people = new Map<string, { name: string; days: Map<string, Opening[]> }>();
  for (const opening of openings) {
    const day = dayOf(opening.openedAt);
    if (opening.person === null || day < first || day > today) continue;
    const { id, displayName } = opening.person;
    const person = people.get(id) ?? { name: displayName, days: new Map<string, Opening[]>() };
    person.days.set(day, [...(person.days.get(day) ?? []), opening]);
    people.set(id, person);
  }
  return [...people]
    .map(([personId, { name, days }]) => judge(personId, name, days, today))
    .toSorted((one, other) => rank(other) - rank(one) || other.today - one.today);
}

function judge(
  personId: string,
  name: string,
  days: ReadonlyMap<string, readonly Opening[]>,
  today: string,
): UsualOfPerson {
  const now = days.get(today) ?? [];
  const before = [...days].filter(([day]) => day !== today).map(([, list]) => list.length);
  const mostBefore = Math.max(0, ...before);
  const isNew = before.length < ENOUGH_DAYS;
  return {
    personId,
    name,
    today: now.length,
    familiesToday: new Set(now.flatMap(({ codename }) => codename ?? [])).size,
    mostBefore,
    daysBefore: before.length,
    judgement: isNew ? 'TOO_NEW' : now.length > mostBefore ? 'MORE' : 'USUAL',
  };
}

function rank({ judgement, today }: UsualOfPerson): number {
  if (judgement === 'MORE') return 2;
  return today > 0 ? 1 : 0;
}
