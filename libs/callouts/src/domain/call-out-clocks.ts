import type { PriorityClock } from '@kinward/jurisdictions';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Minutes in which somebody must have said "I have seen it" (domain.md C5). */
export const ACKNOWLEDGE_MINUTES = 15;
/** Hours after which the dispatch must bear its second signature, or the desk loses its cap (domain.md C5). */
export const SIGNATURE_HOURS = 72;
/** Hours before that at which people are reminded, once. */
export const REMIND_HOURS = 24;
/** Hours in which a family should be stable (background.md A3). */
export const STABILISE_HOURS = 72;
/** Hours in which the second call follows where one person was enough; a proposal to be reviewed. */
export const SECOND_CALL_HOURS = 6;

/** The clocks that start with the alarm; instants. */
export interface AlarmClocks {
  readonly acknowledgeDueAt: Date;
  /** When somebody must have acted, as the priority says. */
  readonly actionDueAt: Date;
  readonly stabiliseDueAt: Date;
}

/** Everything about a call-out runs on wall time, nights and holidays included (decision 30). */
export function alarmClocks(raisedAt: Date, clock: PriorityClock): AlarmClocks {
  const actionMinutes = clock.kind === 'WALL' ? clock.actionMinutes : STABILISE_HOURS * 60;
  return {
    acknowledgeDueAt: later(raisedAt, ACKNOWLEDGE_MINUTES * MINUTE_MS),
    actionDueAt: later(raisedAt, actionMinutes * MINUTE_MS),
    stabiliseDueAt: later(raisedAt, STABILISE_HOURS * HOUR_MS),
  };
}

/** So many hours later. */
export function hoursAfter(from: Date, hours: number): Date {
  return later(from, hours * HOUR_MS);
}

/** So many minutes later. */
export function minutesAfter(from: Date, minutes: number): Date {
  return later(from, minutes * MINUTE_MS);
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
