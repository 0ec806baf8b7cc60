import type { NeedState } from './queue.documents';

/** Reasons by the act that needs one; a reason is a code, never a text. */
export const REASONS = {
  PRIORITY: [
    ...['LIFE_AT_RISK', 'CHILD_AFFECTED', 'LEGAL_DEADLINE', 'HEALTH_WORSENING'],
    ...['FAMILY_CAN_WAIT', 'PARTLY_COVERED'],
  ],
  SEND_BACK: [
    ...['AMOUNT_UNCLEAR', 'QUOTE_MISSING', 'WRONG_CODE', 'DUE_DAY_UNCLEAR'],
    ...['FACTS_MISSING', 'CHANNEL_TO_CHANGE', 'DUPLICATE_TO_CHECK'],
  ],
  REJECT: [
    ...['NOT_ELIGIBLE', 'OUTSIDE_MANDATE', 'COVERED_ELSEWHERE', 'NO_SAFE_CHANNEL'],
    ...['AMOUNT_NOT_JUSTIFIED', 'NOT_CONFIRMED'],
  ],
  CANCEL: [
    ...['FAMILY_WITHDREW', 'NO_LONGER_NEEDED', 'COVERED', 'RECORDED_TWICE'],
    ...['RECORDED_IN_ERROR', 'NO_SAFE_CHANNEL'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether somebody else already helps with the same thing. */
export const DUPLICATE_ANSWERS = ['NONE_FOUND', 'PARTLY_COVERED', 'COVERED'] as const;

/** How soon a family needs an answer. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;

/** States in which money may be set aside for a need (domain.md C3). */
export const FUNDABLE: readonly NeedState[] = ['APPROVED', 'WAITING_FUNDS'];
