import type { DisbursementGuard } from './disbursement-guards.js';
import type { DisbursementState } from './disbursement-states.js';

export const DISBURSEMENT_TRANSITIONS = [
  'SUBMIT',
  'CHANGE',
  'CLEAR',
  'BLOCK',
  'COSIGN',
  'APPROVE',
  'REJECT',
  'RELEASE',
  'SEND',
  'DELIVER_PART',
  'DELIVER',
  'SETTLE_REST',
  'FAIL',
  'RETURN',
  'LOSE',
  'EVIDENCE',
  'RECONCILE',
  'FREEZE',
  'UNFREEZE',
  'DISPUTE',
  'SETTLE_DISPUTE',
  'SETTLE_AS_LOST',
  'SETTLE_AS_RETURNED',
  'SETTLE_PART_LOST',
  'SETTLE_PART_RETURNED',
  'CANCEL',
] as const;
export type DisbursementTransition = (typeof DISBURSEMENT_TRANSITIONS)[number];

/** Who may ask for a transition; SYSTEM is a rule that acts by itself, FAMILY the one-time word. */
export type DisbursementActor =
  'CASEWORKER' | 'COORDINATOR' | 'SECURITY_OFFICER' | 'FINANCE_OFFICER' | 'FAMILY' | 'SYSTEM';

/** What happens in the same transaction. */
export type DisbursementEffect =
  | 'VOID_SIGNATURES'
  | 'POST_AND_PAY'
  | 'BOOK_DELIVERED'
  | 'TAKE_BACK_DELIVERED'
  | 'BOOK_CAME_BACK'
  | 'BOOK_LOST'
  | 'RESERVE_AGAIN'
  | 'CONFIRM_NEED';

export interface DisbursementTransitionRow {
  readonly name: DisbursementTransition;
  readonly from: readonly DisbursementState[];
  /** `SAME` stays; `STATE_BEFORE` is the one that freeze or dispute kept. */
  readonly to: DisbursementState | 'SAME' | 'STATE_BEFORE';
  readonly who: readonly DisbursementActor[];
  readonly guards: readonly DisbursementGuard[];
  readonly effects: readonly DisbursementEffect[];
}

const PENDING = ['PENDING_SECURITY', 'PENDING_APPROVAL', 'APPROVED'] as const;
const OUT = ['RELEASED', 'IN_TRANSIT'] as const;
const FIELD = ['CASEWORKER', 'COORDINATOR', 'FINANCE_OFFICER'] as const;
const DESK = ['CASEWORKER', 'COORDINATOR'] as const;
const SETTLING = ['SELF_SETTLEMENT', 'REASON_REQUIRED'] as const;

/**
 * The state machine of domain.md C4. It has no row for a new draft after FAILED or RETURNED, because that is a new
 * disbursement. Rows beyond the design: a bank transfer fails without having been in transit, what was delivered in part
 * is settled when the rest came back or was lost, and a dispute ends. It ends alike wherever it began: a payout that was
 * matched with the bank stays matched, because what is corrected is where the money went and not that it left.
 */
export const DISBURSEMENT_TRANSITION_TABLE: readonly DisbursementTransitionRow[] = [
  {
    name: 'SUBMIT',
    from: ['DRAFT'],
    to: 'PENDING_SECURITY',
    who: DESK,
    guards: ['NEED_NOT_FUNDED', 'CASE_NOT_LIVE', 'COHORT_FROZEN', 'WARNINGS_NOT_ACKNOWLEDGED'],
    effects: [],
  },
  {
    name: 'CHANGE',
    from: ['DRAFT', ...PENDING],
    to: 'DRAFT',
    who: DESK,
    guards: ['CASE_NOT_LIVE'],
    effects: ['VOID_SIGNATURES'],
  },
  {
    // By itself where the rule is A; by a person where it is S, and with a reason where it is B.
    name: 'CLEAR',
    from: ['PENDING_SECURITY'],
    to: 'PENDING_APPROVAL',
    who: ['SECURITY_OFFICER', 'SYSTEM'],
    guards: [
      'SELF_CLEARANCE',
      'INTEREST_NOT_DECLARED',
      'CONFLICT_OF_INTEREST',
      'OVERRIDE_REASON_REQUIRED',
    ],
    effects: [],
  },
  {
    name: 'BLOCK',
    from: ['PENDING_SECURITY'],
    to: 'BLOCKED',
    who: ['SECURITY_OFFICER'],
    guards: ['REASON_REQUIRED'],
    effects: [],
  },
  {
    // The first of two approvals.
    name: 'COSIGN',
    from: ['PENDING_APPROVAL'],
    to: 'SAME',
    who: ['COORDINATOR'],
    guards: ['SELF_APPROVAL', 'INTEREST_NOT_DECLARED', 'CONFLICT_OF_INTEREST'],
    effects: [],
  },
  {
    name: 'APPROVE',
    from: ['PENDING_APPROVAL'],
    to: 'APPROVED',
    who: ['COORDINATOR'],
    guards: [
      'SELF_APPROVAL',
      'INTEREST_NOT_DECLARED',
      'CONFLICT_OF_INTEREST',
      'ALL_APPROVALS_REQUIRED',
    ],
    effects: [],
  },
  {
    name: 'REJECT',
    from: ['PENDING_APPROVAL'],
    to: 'REJECTED',
    who: ['COORDINATOR'],
    guards: ['SELF_APPROVAL', 'REASON_REQUIRED'],
    effects: [],
  },
  {
    name: 'RELEASE',
    from: ['APPROVED'],
    to: 'RELEASED',
    who: ['FINANCE_OFFICER', 'COORDINATOR'],
    guards: [
      'CASE_NOT_LIVE',
      'COHORT_FROZEN',
      'INTEREST_NOT_DECLARED',
      'CONFLICT_OF_INTEREST',
      'ALL_APPROVALS_REQUIRED',
      'SELF_RELEASE',
      'WAY_LESS_SAFE_NOW',
    ],
    effects: ['POST_AND_PAY', 'RESERVE_AGAIN'],
  },
  {
    name: 'SEND',
    from: ['RELEASED'],
    to: 'IN_TRANSIT',
    who: FIELD,
    guards: ['NOTHING_TRAVELS'],
    effects: [],
  },
  {
    name: 'DELIVER_PART',
    from: OUT,
    to: 'SAME',
    who: FIELD,
    guards: [],
    effects: ['BOOK_DELIVERED'],
  },
  {
    name: 'DELIVER',
    from: OUT,
    to: 'DELIVERED',
    who: FIELD,
    guards: [],
    effects: ['BOOK_DELIVERED'],
  },
  {
    // Part of it had arrived; the rest came back or was lost, and nothing is outstanding any more.
    name: 'SETTLE_REST',
    from: OUT,
    to: 'DELIVERED',
    who: FIELD,
    guards: ['NOTHING_DELIVERED'],
    effects: [],
  },
  {
    name: 'FAIL',
    from: OUT,
    to: 'FAILED',
    who: FIELD,
    guards: ['REASON_REQUIRED'],
    effects: ['BOOK_CAME_BACK', 'RESERVE_AGAIN'],
  },
  {
    name: 'RETURN',
    from: OUT,
    to: 'RETURNED',
    who: FIELD,
    guards: ['REASON_REQUIRED'],
    effects: ['BOOK_CAME_BACK', 'RESERVE_AGAIN'],
  },
  {
    name: 'LOSE',
    from: OUT,
    to: 'LOST_OR_SEIZED',
    who: FIELD,
    guards: ['REASON_REQUIRED'],
    effects: ['BOOK_LOST'],
  },
  {
    name: 'EVIDENCE',
    from: ['DELIVERED'],
    to: 'EVIDENCED',
    who: ['CASEWORKER', 'COORDINATOR', 'FINANCE_OFFICER', 'FAMILY'],
    guards: ['EVIDENCE_TOO_WEAK'],
    effects: ['CONFIRM_NEED'],
  },
  {
    name: 'RECONCILE',
    from: ['EVIDENCED'],
    to: 'RECONCILED',
    who: ['FINANCE_OFFICER'],
    guards: ['REFERENCE_REQUIRED'],
    effects: [],
  },
  {
    name: 'FREEZE',
    from: PENDING,
    to: 'FROZEN',
    who: ['SECURITY_OFFICER'],
    guards: ['REASON_REQUIRED'],
    effects: [],
  },
  {
    name: 'UNFREEZE',
    from: ['FROZEN'],
    to: 'STATE_BEFORE',
    who: ['SECURITY_OFFICER'],
    guards: ['COHORT_FROZEN'],
    effects: [],
  },
  {
    name: 'DISPUTE',
    from: ['DELIVERED', 'EVIDENCED', 'RECONCILED'],
    to: 'DISPUTED',
    who: ['CASEWORKER', 'COORDINATOR', 'SECURITY_OFFICER'],
    guards: ['REASON_REQUIRED'],
    effects: [],
  },
  {
    name: 'SETTLE_DISPUTE',
    from: ['DISPUTED'],
    to: 'STATE_BEFORE',
    who: ['SECURITY_OFFICER'],
    guards: SETTLING,
    effects: ['CONFIRM_NEED'],
  },
  {
    // The family was right: nothing of it arrived, and it is gone.
    name: 'SETTLE_AS_LOST',
    from: ['DISPUTED'],
    to: 'LOST_OR_SEIZED',
    who: ['SECURITY_OFFICER'],
    guards: SETTLING,
    effects: ['TAKE_BACK_DELIVERED', 'BOOK_LOST'],
  },
  {
    // Likewise, and the money is back in the bank.
    name: 'SETTLE_AS_RETURNED',
    from: ['DISPUTED'],
    to: 'RETURNED',
    who: ['SECURITY_OFFICER'],
    guards: SETTLING,
    effects: ['TAKE_BACK_DELIVERED', 'BOOK_CAME_BACK', 'RESERVE_AGAIN'],
  },
  {
    // A part of it did arrive, and stays what it was.
    name: 'SETTLE_PART_LOST',
    from: ['DISPUTED'],
    to: 'STATE_BEFORE',
    who: ['SECURITY_OFFICER'],
    guards: SETTLING,
    effects: ['TAKE_BACK_DELIVERED', 'BOOK_LOST'],
  },
  {
    name: 'SETTLE_PART_RETURNED',
    from: ['DISPUTED'],
    to: 'STATE_BEFORE',
    who: ['SECURITY_OFFICER'],
    guards: SETTLING,
    effects: ['TAKE_BACK_DELIVERED', 'BOOK_CAME_BACK', 'RESERVE_AGAIN'],
  },
  {
    name: 'CANCEL',
    from: ['DRAFT', ...PENDING, 'BLOCKED', 'REJECTED', 'FAILED', 'RETURNED'],
    to: 'CANCELLED',
    who: DESK,
    guards: ['REASON_REQUIRED', 'ALREADY_RESENT'],
    effects: [],
  },
];
