import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';

/** What an auditor notes about a payment: codes only, so that no sentence names anybody. */
export const FINDINGS = [
  'OK',
  'EVIDENCE_MISSING',
  'EVIDENCE_WEAK',
  'SIGNATURE_MISSING',
  'AMOUNT_DIFFERS',
  'LATE',
  'RULE_BROKEN',
  'CANNOT_TELL',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** The most payments of one sample. */
export const MOST_SAMPLED = 100;

/** A period in days of the organisation's zone, both included, and how many are wanted. */
export interface SampleOrder {
  readonly fromDay: string;
  readonly toDay: string;
  readonly size: number;
}

/**
 * Checks what is asked for. INVALID_INPUT `fromDay` or `toDay` with `NOT_A_DAY`, `toDay` with `NOT_AFTER_FROM`, `size` with
 * `TOO_SMALL` or `TOO_LARGE`; REFUSED with `PERIOD_NOT_OVER`: while payments may still be added, the same seed would
 * draw others tomorrow.
 */
export function checkSample(
  { fromDay, toDay, size }: SampleOrder,
  today: string,
): Result<void, DomainError> {
  if (!isDay(fromDay)) return err(invalidInput('fromDay', 'NOT_A_DAY'));
  if (!isDay(toDay)) return err(invalidInput('toDay', 'NOT_A_DAY'));
  if (toDay < fromDay) return err(invalidInput('toDay', 'NOT_AFTER_FROM'));
  if (size < 1) return err(invalidInput('size', 'TOO_SMALL'));
  if (size > MOST_SAMPLED) return err(invalidInput('size', 'TOO_LARGE'));
  return toDay >= today ? err(refused('PERIOD_NOT_OVER')) : ok();
}

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}
