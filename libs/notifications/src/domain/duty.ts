import { err, invalidInput, ok, type InvalidInputError, type Result } from '@kinward/kernel';

/** Longest time of duty at once: nobody is woken because somebody forgot to sign off. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** How far ahead duty is planned. */
const FURTHEST_MS = 7 * LONGEST_MS;

/** A time of duty that is planned. */
export interface PlannedDuty {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Reads a time of duty for a colleague; without a beginning it begins now. Errors name `from` or `until`: no instant, an
 * end that is over or not after the beginning, longer than a day, a beginning more than a week ahead.
 */
export function readPlannedDuty(
  from: string | null,
  until: string,
  now: Date,
): Result<PlannedDuty, InvalidInputError> {
  const start = from === null ? now : new Date(from);
  const end = new Date(until);
  const wrong = (field: string, reason: string) => err(invalidInput(`input.${field}`, reason));
  if (Number.isNaN(start.getTime())) return wrong('from', 'NOT_AN_INSTANT');
  if (Number.isNaN(end.getTime())) return wrong('until', 'NOT_AN_INSTANT');
  if (end <= now) return wrong('until', 'NOT_IN_THE_FUTURE');
  if (end <= start) return wrong('until', 'NOT_AFTER_FROM');
  const begins = start < now ? now : start;
  if (end.getTime() - begins.getTime() > LONGEST_MS) return wrong('until', 'TOO_LONG');
  return start.getTime() - now.getTime() > FURTHEST_MS
    ? wrong('from', 'TOO_FAR_AHEAD')
    : ok({ from: begins, until: end });
}

/** Reads the end of a time of duty. Errors: no instant, not after `now`, more than a day away. */
export function readDutyEnd(text: string, now: Date): Result<Date, InvalidInputError> {
  const until = new Date(text);
  if (Number.isNaN(until.getTime())) return err(invalidInput('input.until', 'NOT_AN_INSTANT'));
  if (until <= now) return err(invalidInput('input.until', 'NOT_IN_THE_FUTURE'));
  if (until.getTime() - now.getTime() > LONGEST_MS) {
    return err(invalidInput('input.until', 'TOO_LONG'));
  }
  return ok(until);
}
