import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';

/** Why somebody decided as they did: codes, because a text would sooner or later hold a name. */
export const NEED_REASONS = {
  /** A priority that differs from the one of the kind of need. */
  PRIORITY: [
    'LIFE_AT_RISK',
    'CHILD_AFFECTED',
    'LEGAL_DEADLINE',
    'HEALTH_WORSENING',
    'FAMILY_CAN_WAIT',
    'PARTLY_COVERED',
  ],
  SEND_BACK: [
    'AMOUNT_UNCLEAR',
    'QUOTE_MISSING',
    'WRONG_CODE',
    'DUE_DAY_UNCLEAR',
    'FACTS_MISSING',
    'CHANNEL_TO_CHANGE',
    'DUPLICATE_TO_CHECK',
  ],
  REJECT: [
    'NOT_ELIGIBLE',
    'OUTSIDE_MANDATE',
    'COVERED_ELSEWHERE',
    'NO_SAFE_CHANNEL',
    'AMOUNT_NOT_JUSTIFIED',
    'NOT_CONFIRMED',
  ],
  CANCEL: [
    'FAMILY_WITHDREW',
    'NO_LONGER_NEEDED',
    'COVERED',
    'RECORDED_TWICE',
    'RECORDED_IN_ERROR',
    'NO_SAFE_CHANNEL',
  ],
  STOP_RECURRENCE: ['FAMILY_WITHDREW', 'NO_LONGER_NEEDED', 'AMOUNT_CHANGES', 'COVERED'],
} as const;
export type NeedReasonList = keyof typeof NEED_REASONS;

/** A code of the list. REFUSED `REASON_REQUIRED` without one, INVALID_INPUT `UNKNOWN_CODE` for another. */
export function checkNeedReason(
  list: NeedReasonList,
  code: string | null | undefined,
): Result<string, DomainError> {
  if (code === null || code === undefined || code === '') return err(refused('REASON_REQUIRED'));
  const known: readonly string[] = NEED_REASONS[list];
  return known.includes(code) ? ok(code) : err(invalidInput('reason', 'UNKNOWN_CODE'));
}
