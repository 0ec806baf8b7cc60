import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';

/** A day `YYYY-MM-DD` in the organisation's zone; such texts sort by time. */
export type CalendarDay = string;

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The day itself where it exists, else `NOT_A_DAY`. */
export function checkNeedDay(field: string, text: string): Result<CalendarDay, DomainError> {
  return DAY.test(text) && isRealDay(text) ? ok(text) : err(invalidInput(field, 'NOT_A_DAY'));
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOf(startOf(day) + days * DAY_MS);
}

/** The same day of the month `months` later, or the last day of a month too short for it. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const date = new Date(startOf(day));
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(first);
  const lastDay = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first + (Math.min(date.getUTCDate(), lastDay) - 1) * DAY_MS);
}

/**
 * The instant at which a day begins in a zone. Where clocks jump over midnight, the first instant that exists.
 * @param timeZone IANA
 */
export function startOfDay(day: CalendarDay, timeZone: string): Date {
  const midnight = startOf(day);
  let instant = midnight;
  // The offset is asked for at the instant that it leads to, so a change of clocks in between is seen.
  for (let round = 0; round < 2; round += 1) {
    instant = midnight - offsetAt(new Date(instant), timeZone);
  }
  return new Date(instant);
}

/** The instant at which a day is over. */
export function endOfDay(day: CalendarDay, timeZone: string): Date {
  return startOfDay(addDays(day, 1), timeZone);
}

/** Making one costs a hundred times as much as using it. */
const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(timeZone: string): Intl.DateTimeFormat {
  const known = walls.get(timeZone);
  if (known !== undefined) return known;
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  walls.set(timeZone, wall);
  return wall;
}

/** Milliseconds by which the wall of a zone is ahead of UTC. */
function offsetAt(instant: Date, timeZone: string): number {
  const parts = wallOf(timeZone).formatToParts(instant);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const wall = Date.parse(`${day}T${of('hour')}:${of('minute')}:${of('second')}Z`);
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

function isRealDay(text: string): boolean {
  const start = startOf(text);
  return !Number.isNaN(start) && dayOf(start) === text;
}

function startOf(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(milliseconds: number): CalendarDay {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
