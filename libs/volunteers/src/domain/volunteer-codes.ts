import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { JurisdictionPack } from '@kinward/jurisdictions';

/** What volunteers can do; the codes are stored, the words are the client's. */
export const VOLUNTEER_SKILLS = [
  'DRIVING',
  'PARCELS',
  'LETTERS',
  'TRANSLATION',
  'INTERPRETING',
  'MENTORING',
  'HOSTING',
  'CHILDCARE',
  'LAW',
  'MEDICINE',
  'PSYCHOLOGY',
  'DIGITAL_SECURITY',
  'HOTLINE',
  'SOCIAL_WORK',
] as const;

/** Why an application ends, a volunteer stops or is looked at again: codes, because the words would name people. */
export const VETTING_REASONS = {
  DECLINE: ['NO_REFERENCES', 'NOT_SUITABLE', 'NO_CAPACITY', 'SECURITY_DOUBT', 'NO_ANSWER'],
  SUSPEND: ['ALARM', 'COMPLAINT', 'ACCOUNT_DOUBT', 'DEVICE_LOST', 'OWN_WISH'],
  REVOKE: ['EXPOSED', 'MISCONDUCT', 'RECHECK_FAILED', 'UNREACHABLE'],
  RECHECK: ['TRAVEL', 'CONTACTED_BY_STATE', 'DETAINED', 'RELATIVE_UNDER_PRESSURE'],
} as const;
export type VettingReasonList = keyof typeof VETTING_REASONS;

/** Revoked for this, the referees of a volunteer are looked at (security.md § 8.12). */
export const EXPOSED = 'EXPOSED';

/** The reason, or INVALID_INPUT `reason` `UNKNOWN_CODE`. */
export function checkReason(list: VettingReasonList, reason: string): Result<string, DomainError> {
  const isKnown = (VETTING_REASONS[list] as readonly string[]).includes(reason);
  return isKnown ? ok(reason) : err(invalidInput('reason', 'UNKNOWN_CODE'));
}

/**
 * True where nobody can help us safely: the persecuting state itself, and the states whose banks work for it, which is
 * what the pack knows of a state's reach (domain.md C6: nobody in-country gets an account).
 */
export function isRefusedCountry(pack: JurisdictionPack, country: string): boolean {
  return country === pack.code || pack.refusedCardCountries.includes(country);
}
