import { err, invalidInput, ok } from '@kinward/kernel';
import type { InvalidInputError, Result } from '@kinward/kernel';

/** A day `YYYY-MM-DD` in the organisation's zone; such texts sort by time. */
export type CalendarDay = string;

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** True for a day that exists, so not for 30 February. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && dayOf(instant) === text;
}

/** The day itself, or `INVALID_INPUT` of `field` with reason `NOT_A_DAY`. */
export function checkDay(field: string, text: string): Result<CalendarDay, InvalidInputError> {
  return isCalendarDay(text) ? ok(text) : err(invalidInput(field, 'NOT_A_DAY'));
}

/** The day `days` later (earlier where negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOf(new Date(startOf(day) + days * MILLISECONDS_PER_DAY));
}

/** The same day of the month `months` later, or the last day of a month too short for it. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const target = new Date(startOf(day));
  const dayOfMonth = target.getUTCDate();
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0));
  target.setUTCDate(Math.min(dayOfMonth, lastDay.getUTCDate()));
  return dayOf(target);
}

/** Whole days from one day to the other; negative where `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((startOf(to) - startOf(from)) / MILLISECONDS_PER_DAY);
}

function startOf(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(instant: Date): CalendarDay {
  return instant.toISOString().slice(0, 10);
}
