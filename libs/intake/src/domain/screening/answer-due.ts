import type { JurisdictionPack, NeedType } from '@kinward/jurisdictions';

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;
/** Kinds that are planned by date still want an answer: as long as the slowest clock gives. */
const PLANNED_DAYS = 3;

/** The most pressing priority that the ticked codes have; null where none is known. */
export function claimedPriority(
  codes: readonly string[],
  pack: Pick<JurisdictionPack, 'needTypes'>,
): NeedType['priority'] | null {
  const priorities = pack.needTypes
    .filter((type) => codes.includes(type.code))
    .map((type) => type.priority)
    .sort();
  return priorities[0] ?? null;
}

/**
 * The day by which somebody should have looked, by what is claimed: the clocks of the codes themselves start only at
 * screening (decision 22). A request without a known code is looked at like one that is planned.
 */
export function answerDueOn(
  receivedOn: string,
  codes: readonly string[],
  pack: Pick<JurisdictionPack, 'needTypes' | 'priorityClocks'>,
): string {
  const priority = claimedPriority(codes, pack);
  const clock = priority === null ? null : pack.priorityClocks[priority];
  if (clock === null || clock.kind === 'DUE_DAY') return addDays(receivedOn, PLANNED_DAYS);
  const days =
    clock.kind === 'WALL' ? Math.floor(clock.answerMinutes / DAY_MINUTES) : clock.answerDays;
  return addDays(receivedOn, days);
}

/** The day `days` later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
