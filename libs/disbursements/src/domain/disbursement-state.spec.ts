import { describe, expect, it } from '@jest/globals';
import type { DisbursementFacts } from './disbursement-guards.js';
import { decideDisbursement } from './disbursement-state.js';
import {
  DISBURSEMENT_STATES,
  FREEZABLE_STATES,
  type DisbursementState,
} from './disbursement-states.js';
import {
  DISBURSEMENT_TRANSITION_TABLE,
  type DisbursementActor,
  type DisbursementTransition,
} from './disbursement-transitions.js';
import { favourableFacts } from './test-support/favourable-facts.js';

const EVERYBODY: readonly DisbursementActor[] = [
  'CASEWORKER',
  'COORDINATOR',
  'SECURITY_OFFICER',
  'FINANCE_OFFICER',
  'FAMILY',
];

function outcomeOf(
  state: DisbursementState,
  transition: DisbursementTransition,
  more: Partial<DisbursementFacts> = {},
  actingAs: readonly DisbursementActor[] = EVERYBODY,
): string {
  const decided = decideDisbursement({
    state,
    stateBefore: 'APPROVED',
    transition,
    actingAs,
    facts: { ...favourableFacts, ...more },
  });
  if (decided.ok) return decided.value;
  return decided.error.kind === 'REFUSED' ? decided.error.reason : decided.error.kind;
}

/** The table of the design, written down a second time and by hand. */
const ARROWS: readonly (readonly [DisbursementTransition, string, string])[] = [
  ['SUBMIT', 'DRAFT', 'PENDING_SECURITY'],
  ['CLEAR', 'PENDING_SECURITY', 'PENDING_APPROVAL'],
  ['BLOCK', 'PENDING_SECURITY', 'BLOCKED'],
  ['COSIGN', 'PENDING_APPROVAL', 'PENDING_APPROVAL'],
  ['APPROVE', 'PENDING_APPROVAL', 'APPROVED'],
  ['REJECT', 'PENDING_APPROVAL', 'REJECTED'],
  ['CHANGE', 'DRAFT PENDING_SECURITY PENDING_APPROVAL APPROVED', 'DRAFT'],
  ['RELEASE', 'APPROVED', 'RELEASED'],
  ['SEND', 'RELEASED', 'IN_TRANSIT'],
  ['DELIVER_PART', 'RELEASED', 'RELEASED'],
  ['DELIVER_PART', 'IN_TRANSIT', 'IN_TRANSIT'],
  ['DELIVER', 'RELEASED IN_TRANSIT', 'DELIVERED'],
  ['SETTLE_REST', 'RELEASED IN_TRANSIT', 'DELIVERED'],
  ['FAIL', 'RELEASED IN_TRANSIT', 'FAILED'],
  ['RETURN', 'RELEASED IN_TRANSIT', 'RETURNED'],
  ['LOSE', 'RELEASED IN_TRANSIT', 'LOST_OR_SEIZED'],
  ['EVIDENCE', 'DELIVERED', 'EVIDENCED'],
  ['RECONCILE', 'EVIDENCED', 'RECONCILED'],
  ['FREEZE', 'PENDING_SECURITY PENDING_APPROVAL APPROVED', 'FROZEN'],
  ['UNFREEZE', 'FROZEN', 'APPROVED'],
  ['DISPUTE', 'DELIVERED EVIDENCED RECONCILED', 'DISPUTED'],
  ['SETTLE_DISPUTE', 'DISPUTED', 'APPROVED'],
  ['SETTLE_AS_LOST', 'DISPUTED', 'LOST_OR_SEIZED'],
  ['SETTLE_AS_RETURNED', 'DISPUTED', 'RETURNED'],
  ['SETTLE_PART_LOST', 'DISPUTED', 'APPROVED'],
  ['SETTLE_PART_RETURNED', 'DISPUTED', 'APPROVED'],
  [
    'CANCEL',
    'DRAFT PENDING_SECURITY PENDING_APPROVAL APPROVED BLOCKED REJECTED FAILED RETURNED',
    'CANCELLED',
  ],
];

describe('the life of a payout', () => {
  it.each(DISBURSEMENT_TRANSITION_TABLE.map((row) => row.name))(
    '%s leads where the design says, and from nowhere else',
    (transition) => {
      for (const state of DISBURSEMENT_STATES) {
        const arrow = ARROWS.find(
          ([name, from]) => name === transition && from.split(' ').includes(state),
        );
        expect([state, outcomeOf(state, transition)]).toEqual([state, arrow?.[2] ?? 'WRONG_STATE']);
      }
    },
  );

  it.each<[DisbursementState, DisbursementTransition, Partial<DisbursementFacts>, string]>([
    ['DRAFT', 'SUBMIT', { needIsFunded: false }, 'NEED_NOT_FUNDED'],
    ['DRAFT', 'SUBMIT', { caseIsLive: false }, 'CASE_NOT_LIVE'],
    ['DRAFT', 'SUBMIT', { isFrozen: true }, 'COHORT_FROZEN'],
    ['DRAFT', 'SUBMIT', { openWarnings: ['OVER_CEILING'] }, 'WARNINGS_NOT_ACKNOWLEDGED'],
    ['PENDING_SECURITY', 'CLEAR', { makerIds: ['p-releaser'] }, 'SELF_CLEARANCE'],
    ['PENDING_SECURITY', 'CLEAR', { hasInterest: null }, 'INTEREST_NOT_DECLARED'],
    ['PENDING_SECURITY', 'CLEAR', { rule: 'B', reason: null }, 'OVERRIDE_REASON_REQUIRED'],
    ['PENDING_SECURITY', 'CLEAR', { rule: 'B' }, 'PENDING_APPROVAL'],
    ['PENDING_SECURITY', 'BLOCK', { reason: null }, 'REASON_REQUIRED'],
    ['PENDING_APPROVAL', 'APPROVE', { makerIds: ['p-releaser'] }, 'SELF_APPROVAL'],
    ['PENDING_APPROVAL', 'COSIGN', { hasInterest: true }, 'CONFLICT_OF_INTEREST'],
    ['PENDING_APPROVAL', 'APPROVE', { approverIds: ['p-1', 'p-1'] }, 'ALL_APPROVALS_REQUIRED'],
    ['APPROVED', 'RELEASE', { actorId: 'p-approver' }, 'SELF_RELEASE'],
    ['APPROVED', 'RELEASE', { actorId: 'p-maker' }, 'SELF_RELEASE'],
    ['APPROVED', 'RELEASE', { actorId: 'p-approver', approverMayRelease: true }, 'SELF_RELEASE'],
    [
      'APPROVED',
      'RELEASE',
      { actorId: 'p-maker', approverMayRelease: true, approvalsRequired: 1 },
      'SELF_RELEASE',
    ],
    [
      'APPROVED',
      'RELEASE',
      { actorId: 'p-approver', approverMayRelease: true, approvalsRequired: 1 },
      'RELEASED',
    ],
    ['APPROVED', 'RELEASE', { isFrozen: true }, 'COHORT_FROZEN'],
    ['APPROVED', 'RELEASE', { rule: 'S', isCleared: false }, 'WAY_LESS_SAFE_NOW'],
    ['RELEASED', 'SEND', { travels: false }, 'NOTHING_TRAVELS'],
    ['RELEASED', 'SETTLE_REST', { deliveredMinor: 0n }, 'NOTHING_DELIVERED'],
    ['DELIVERED', 'EVIDENCE', { evidenceSuffices: false }, 'EVIDENCE_TOO_WEAK'],
    ['DELIVERED', 'EVIDENCE', { evidenceSuffices: false, isWaived: true }, 'EVIDENCED'],
    ['EVIDENCED', 'RECONCILE', { hasReference: false }, 'REFERENCE_REQUIRED'],
    ['FAILED', 'CANCEL', { isResent: true }, 'ALREADY_RESENT'],
    ['DISPUTED', 'SETTLE_DISPUTE', { actorId: 'p-deliverer' }, 'SELF_SETTLEMENT'],
    ['DISPUTED', 'SETTLE_AS_LOST', { actorId: 'p-maker' }, 'SELF_SETTLEMENT'],
    ['DISPUTED', 'SETTLE_AS_RETURNED', { actorId: null }, 'SELF_SETTLEMENT'],
    ['DISPUTED', 'SETTLE_PART_LOST', { reason: null }, 'REASON_REQUIRED'],
  ])('%s × %s with %j: %s', (state, transition, facts, outcome) => {
    expect(outcomeOf(state, transition, facts)).toBe(outcome);
  });

  it('asks first whether the role may do it at all', () => {
    expect(outcomeOf('APPROVED', 'RELEASE', {}, ['CASEWORKER'])).toBe('ROLE_NOT_ALLOWED');
    expect(outcomeOf('DRAFT', 'FREEZE', {}, ['COORDINATOR'])).toBe('ROLE_NOT_ALLOWED');
  });

  it('lets a rule clear by itself what a person would have to sign for', () => {
    const nobody = { actorId: null, hasInterest: null };

    expect(outcomeOf('PENDING_SECURITY', 'CLEAR', nobody, ['SYSTEM'])).toBe('PENDING_APPROVAL');
    expect(outcomeOf('PENDING_SECURITY', 'CLEAR', nobody, ['SECURITY_OFFICER'])).toBe(
      'SELF_CLEARANCE',
    );
  });

  it('freezes exactly what has been handed in and has not left', () => {
    const frozen = DISBURSEMENT_STATES.filter((state) => outcomeOf(state, 'FREEZE') === 'FROZEN');

    expect(frozen).toEqual(FREEZABLE_STATES);
  });
});
