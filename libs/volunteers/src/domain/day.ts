import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The day `days` later, YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to the other; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** A day that exists. Invalid: NOT_A_DAY. */
export function checkDay(field: string, day: string): Result<string, DomainError> {
  const instant = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const isDay = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
  return isDay ? ok(day) : err(invalidInput(field, 'NOT_A_DAY'));
}

/** A day that exists and is over or today. Invalid: NOT_A_DAY, IN_THE_FUTURE. */
export function checkPastDay(
  field: string,
  day: string,
  today: string,
): Result<string, DomainError> {
  const checked = checkDay(field, day);
  if (!checked.ok || day <= today) return checked;
  return err(invalidInput(field, 'IN_THE_FUTURE'));
}
