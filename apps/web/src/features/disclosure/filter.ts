import { dayOf, daysBefore } from './days';
import type { Disclosure } from './use-disclosures';

export const PERIODS = ['TODAY', 'WEEK', 'MONTH', 'ALL'] as const;
export type Period = (typeof PERIODS)[number];

export interface LogFilter {
  readonly period: Period;
  readonly personId: string;
  readonly purpose: string;
  readonly codename: string;
}

export const FIRST_FILTER: LogFilter = { period: 'WEEK', personId: '', purpose: '', codename: '' };

const DAYS: Readonly<Record<Period, number | null>> = { TODAY: 0, WEEK: 6, MONTH: 29, ALL: null };

/** The entries that fit. */
export function fitting(
  entries: readonly Disclosure[],
  { period, personId, purpose, codename }: LogFilter,
): readonly Disclosure[] {
  const days = DAYS[period];
  const first = days === null ? '' : daysBefore(dayOf(new Date()), days);
  return entries.filter(
    (entry) =>
      dayOf(entry.openedAt) >= first &&
      (personId === '' || entry.person?.id === personId) &&
      (purpose === '' || entry.purpose === purpose) &&
      (codename === '' || (entry.codename ?? '').includes(codename)),
  );
}

/** The people of these entries, by name. */
export function peopleOf(
  entries: readonly Disclosure[],
): readonly { readonly id: string; readonly displayName: string }[] {
  const people = new Map(
    entries.flatMap(({ person }) => (person === null ? [] : [[person.id, person]])),
  );
  return [...people.values()].toSorted((one, other) =>
    one.displayName.localeCompare(other.displayName),
  );
}
