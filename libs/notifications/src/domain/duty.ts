import { err, invalidInput, ok, type InvalidInputError, type Result } from '@kinward/kernel';

/** Longest time of duty at once: nobody is woken because somebody forgot to sign off. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

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
