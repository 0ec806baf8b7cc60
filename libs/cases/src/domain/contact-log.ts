import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkDay, type CalendarDay } from './calendar-day.js';
import type { ChannelEvent } from './contact-channel-trust.js';
import { checkCode } from './family-checks.js';

/** How a family can be reached. */
export const CHANNEL_KINDS = [
  'PHONE',
  'MESSENGER',
  'EMAIL',
  'CONTACT_PERSON',
  'IN_PERSON',
  'POST',
] as const;

/**
 * What people may report about a channel. A replacement comes with its new channel and a transition with the move of
 * the case: nobody reports those two by hand, or a lost channel could be talked back to UNKNOWN.
 */
export const REPORTABLE_EVENTS = [
  'RELEASE',
  'ARREST',
  'SEARCH',
  'INTERROGATION',
  'DOUBT_RECORDED',
  'COMPROMISE_CONFIRMED',
  'HANDSHAKE_PASSED',
] as const satisfies readonly ChannelEvent[];

/** What came of a try to reach the family. */
export const CONTACT_OUTCOMES = [
  'REACHED',
  'NO_ANSWER',
  'WRONG_PERSON',
  'HANDSHAKE_PASSED',
  'HANDSHAKE_FAILED',
  'THEY_CONTACTED_US',
  'DO_NOT_CONTACT',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Longest and shortest agreed time between contacts, in days. */
export const CONTACT_RHYTHM_DAYS = { least: 1, most: 180 } as const;

const CONFIRMING: readonly ContactOutcome[] = ['REACHED', 'HANDSHAKE_PASSED', 'THEY_CONTACTED_US'];

const EVENT_OF: Readonly<Partial<Record<ContactOutcome, ChannelEvent>>> = {
  HANDSHAKE_PASSED: 'HANDSHAKE_PASSED',
  HANDSHAKE_FAILED: 'DOUBT_RECORDED',
  WRONG_PERSON: 'DOUBT_RECORDED',
};

/** What an outcome says about the channel it was made over; null where it says nothing. */
export function channelEventOf(outcome: ContactOutcome): ChannelEvent | null {
  return EVENT_OF[outcome] ?? null;
}

export interface ContactDay {
  readonly outcome: ContactOutcome;
  readonly madeOn: CalendarDay;
  readonly openedDay: CalendarDay;
  readonly lastConfirmed: CalendarDay | null;
}

/**
 * The day of the last confirmed contact after an attempt (decisions.md 21). An attempt that is noted late never moves
 * it back, and none from before the case can start its rhythm earlier than the case itself.
 */
export function lastConfirmedAfter({
  outcome,
  madeOn,
  openedDay,
  lastConfirmed,
}: ContactDay): CalendarDay | null {
  if (!CONFIRMING.includes(outcome)) return lastConfirmed;
  return madeOn >= (lastConfirmed ?? openedDay) ? madeOn : lastConfirmed;
}

/** Checks outcome and day. Invalid: `outcome` (`UNKNOWN_CODE`), `madeOn` (`NOT_A_DAY`, `IN_THE_FUTURE`). */
export function checkAttempt(
  outcome: string,
  madeOn: string,
  today: CalendarDay,
): Result<{ outcome: ContactOutcome; madeOn: CalendarDay }, DomainError> {
  const code = checkCode('outcome', outcome, CONTACT_OUTCOMES);
  if (!code.ok) return code;
  const day = checkDay('madeOn', madeOn);
  if (!day.ok) return day;
  if (day.value > today) return err(invalidInput('madeOn', 'IN_THE_FUTURE'));
  return ok({ outcome: code.value, madeOn: day.value });
}

/** Whole days from 1 to 180, else invalid `days` with `OUT_OF_RANGE`. */
export function checkRhythm(days: number): Result<number, DomainError> {
  const { least, most } = CONTACT_RHYTHM_DAYS;
  const isAllowed = Number.isInteger(days) && days >= least && days <= most;
  return isAllowed ? ok(days) : err(invalidInput('days', 'OUT_OF_RANGE'));
}
