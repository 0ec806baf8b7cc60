import { err, invalidInput, ok, wrongState } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';
import { addMonths, checkDay } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';

export const CONSENT_STATES = ['GIVEN', 'WITHDRAWN', 'LAPSED'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Months until a consent lapses where the jurisdiction pack says nothing else (domain.md C6). */
export const DEFAULT_CONSENT_LAPSE_MONTHS = 12;

/** One consent for one purpose. Its wording is sealed elsewhere; these are the facts rules need. */
export interface Consent {
  readonly purpose: string;
  /** The one organisation it is meant for, `null` for purposes that name none. */
  readonly partnerId: string | null;
  readonly givenOn: CalendarDay;
  readonly withdrawnOn: CalendarDay | null;
}

/** What the jurisdiction pack says about a purpose. */
export interface PurposeRule {
  readonly code: string;
  readonly namesPartner: boolean;
}

export interface ConsentGiving {
  readonly purpose: string;
  readonly partnerId: string | null;
  readonly givenOn: string;
  readonly purposes: readonly PurposeRule[];
  readonly today: CalendarDay;
}

/**
 * Checks a consent as it is recorded. Invalid: `purpose` (`UNKNOWN_CODE`), `partnerId` (`REQUIRED`
 * or `NOT_ALLOWED`, as the purpose names a partner or not), `givenOn` (`NOT_A_DAY`, `IN_THE_FUTURE`).
 */
export function giveConsent(giving: ConsentGiving): Result<Consent, DomainError> {
  const { purpose, partnerId, purposes, today } = giving;
  const rule = purposes.find(({ code }) => code === purpose);
  if (rule === undefined) return err(invalidInput('purpose', 'UNKNOWN_CODE'));
  if (rule.namesPartner && partnerId === null) return err(invalidInput('partnerId', 'REQUIRED'));
  if (!rule.namesPartner && partnerId !== null)
    return err(invalidInput('partnerId', 'NOT_ALLOWED'));
  const givenOn = checkDay('givenOn', giving.givenOn);
  if (!givenOn.ok) return givenOn;
  if (givenOn.value > today) return err(invalidInput('givenOn', 'IN_THE_FUTURE'));
  return ok({ purpose, partnerId, givenOn: givenOn.value, withdrawnOn: null });
}

/**
 * Withdraws at once. A lapsed consent may be withdrawn too: a family that says no must never hear
 * that it is too late to say so. Only a second withdrawal is `WRONG_STATE`.
 */
export function withdrawConsent(
  consent: Consent,
  today: CalendarDay,
): Result<Consent, DomainError> {
  if (consent.withdrawnOn !== null) return err(wrongState('WITHDRAWN'));
  return ok({ ...consent, withdrawnOn: today });
}

/**
 * True when the last word for a purpose was a withdrawal after `givenOn`: an older yes, recorded late, does not undo a
 * younger no. While a consent stands, an earlier one of it was renewed and not withdrawn.
 */
export function wasWithdrawnSince(
  earlier: readonly { readonly withdrawnOn: CalendarDay | null }[],
  givenOn: CalendarDay,
): boolean {
  if (earlier.some(({ withdrawnOn }) => withdrawnOn === null)) return false;
  return earlier.some(({ withdrawnOn }) => withdrawnOn !== null && withdrawnOn > givenOn);
}

/** The state on a day. A consent lapses on the day its months are over, counted from the giving. */
export function consentState(
  consent: Consent,
  today: CalendarDay,
  lapseMonths: number = DEFAULT_CONSENT_LAPSE_MONTHS,
): ConsentState {
  if (consent.withdrawnOn !== null) return 'WITHDRAWN';
  return today < addMonths(consent.givenOn, lapseMonths) ? 'GIVEN' : 'LAPSED';
}

/** True while the consent may be relied on. */
export function isConsentLive(
  consent: Consent,
  today: CalendarDay,
  lapseMonths: number = DEFAULT_CONSENT_LAPSE_MONTHS,
): boolean {
  return consentState(consent, today, lapseMonths) === 'GIVEN';
}
