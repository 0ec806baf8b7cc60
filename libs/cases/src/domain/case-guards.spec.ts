import { describe, expect, it } from '@jest/globals';
import type { CaseFacts } from './case-facts.js';
import {
  favourable,
  favourableFacts,
  secondPerson,
  today,
} from './test-support/favourable-case.js';
import { decideTransition } from './case-state.js';
import type { CaseState } from './case-states.js';
import type { CaseTransition } from './case-transitions.js';

type Change = Partial<CaseFacts>;

function outcomeOf(state: CaseState, transition: CaseTransition, change: Change): string {
  const decided = decideTransition({
    ...favourable(transition),
    state,
    secondSignature: secondPerson(transition),
    facts: { ...favourableFacts, ...change },
  });
  if (decided.ok) return 'passes';
  return 'reason' in decided.error ? decided.error.reason : decided.error.kind;
}

const oneHolder: Change = { holderIds: ['p-7', 'p-7'] };
const noConsent: Change = { aidConsentLive: false };
const noEvidence: Change = { evidence: null };
const emergency = (dueDay: string): Change => ({
  evidence: null,
  emergencyVerificationDueDay: dueDay,
});

describe('guards of the case, by arrow', () => {
  it.each<[CaseState, CaseTransition, Change, string]>([
    ['INTAKE', 'START_SCREENING', { markedAsSpam: true }, 'NOT_SPAM'],
    ['INTAKE', 'START_SCREENING', { provocationCheckDone: false }, 'PROVOCATION_CHECK_REQUIRED'],

    ['SCREENING', 'ACTIVATE_EMERGENCY', { callOutOpen: false }, 'OPEN_CALL_OUT_REQUIRED'],
    ['SCREENING', 'ACTIVATE_EMERGENCY', oneHolder, 'TWO_HOLDERS_REQUIRED'],
    ['SCREENING', 'ACTIVATE_EMERGENCY', noEvidence, 'passes'],
    ['SCREENING', 'ACTIVATE_EMERGENCY', noConsent, 'passes'],

    ['VERIFYING', 'ACTIVATE', { verifierIds: ['p-9', 'p-1'] }, 'NOT_BY_VERIFIER'],
    ['VERIFYING', 'ACTIVATE', noEvidence, 'EVIDENCE_REQUIRED'],
    ['VERIFYING', 'ACTIVATE', emergency('2030-07-01'), 'EVIDENCE_REQUIRED'],
    ['VERIFYING', 'ACTIVATE', noConsent, 'CONSENT_REQUIRED'],
    ['VERIFYING', 'ACTIVATE', oneHolder, 'TWO_HOLDERS_REQUIRED'],
    ['VERIFYING', 'ACTIVATE', { evidence: 'LIST' }, 'passes'],
    ['VERIFYING', 'ACTIVATE', { evidence: 'TWO_REFEREES' }, 'passes'],
    ['VERIFYING', 'WAITLIST', { verifierIds: ['p-1'] }, 'NOT_BY_VERIFIER'],
    ['VERIFYING', 'WAITLIST', noEvidence, 'EVIDENCE_REQUIRED'],
    ['VERIFYING', 'WAITLIST', noConsent, 'CONSENT_REQUIRED'],
    ['VERIFYING', 'WAITLIST', oneHolder, 'passes'],
    ['VERIFYING', 'DECLINE', { verifierIds: ['p-1'] }, 'NOT_BY_VERIFIER'],
    ['SCREENING', 'DECLINE', { verifierIds: ['p-1'] }, 'passes'],

    ['WAITLISTED', 'ACTIVATE', { capacityFree: false }, 'CAPACITY_REQUIRED'],
    ['WAITLISTED', 'ACTIVATE', { firstByScore: false }, 'SCORE_ORDER_OR_EXCEPTION_REQUIRED'],
    ['WAITLISTED', 'ACTIVATE', { firstByScore: false, writtenException: true }, 'passes'],
    [
      'WAITLISTED',
      'ACTIVATE',
      { capacityFree: false, writtenException: true },
      'CAPACITY_REQUIRED',
    ],
    ['WAITLISTED', 'ACTIVATE', noEvidence, 'EVIDENCE_REQUIRED'],
    ['WAITLISTED', 'ACTIVATE', noConsent, 'CONSENT_REQUIRED'],
    ['WAITLISTED', 'ACTIVATE', oneHolder, 'TWO_HOLDERS_REQUIRED'],

    ['ACTIVE', 'PAUSE', { ...oneHolder, ...noConsent, ...noEvidence }, 'passes'],
    ['ACTIVE', 'QUARANTINE', { ...oneHolder, ...noConsent, ...noEvidence }, 'passes'],
    ['PAUSED_BY_FAMILY', 'RESUME', { familyContactedUs: false }, 'FAMILY_CONTACT_REQUIRED'],
    ['CONTACT_LOST', 'RESTORE_CONTACT', { handshakePassed: false }, 'HANDSHAKE_REQUIRED'],
    ['QUARANTINED', 'LIFT_QUARANTINE', { newChannelAgreed: false }, 'NEW_CHANNEL_REQUIRED'],
    ['QUARANTINED', 'LIFT_QUARANTINE', { handshakePassed: false }, 'HANDSHAKE_REQUIRED'],
    ['QUARANTINED', 'CLOSE_QUARANTINED', { handshakePassed: false }, 'passes'],

    ['ACTIVE', 'LOSE_CONTACT', { lastConfirmedContact: '2030-05-16' }, 'CONTACT_NOT_OVERDUE'],
    ['ACTIVE', 'LOSE_CONTACT', { lastConfirmedContact: '2030-05-15' }, 'passes'],
    [
      'ACTIVE',
      'LOSE_CONTACT',
      { lastConfirmedContact: '2030-05-15', contactRhythmDays: 60 },
      'CONTACT_NOT_OVERDUE',
    ],
    ['CONTACT_LOST', 'CLOSE', { lastConfirmedContact: '2030-01-02' }, 'CONTACT_LOST_TOO_RECENTLY'],
    ['CONTACT_LOST', 'CLOSE', { lastConfirmedContact: '2030-01-01' }, 'passes'],

    [
      'ACTIVE',
      'START_TRANSITION',
      { releaseOrRelocationRecorded: false },
      'RELEASE_OR_RELOCATION_REQUIRED',
    ],
    [
      'ACTIVE',
      'TRANSFER',
      { receivingOrganizationAccepted: false },
      'RECEIVER_ACCEPTANCE_REQUIRED',
    ],
    ['TRANSITION', 'TRANSFER', { transferConsentLive: false }, 'TRANSFER_CONSENT_REQUIRED'],

    ['CLOSED', 'ERASE', { retentionEndsOn: today }, 'RETENTION_NOT_OVER'],
    ['CLOSED', 'ERASE', { retentionEndsOn: null }, 'RETENTION_NOT_OVER'],
    ['CLOSED', 'ERASE', { retentionEndsOn: today, erasureAskedByFamily: true }, 'passes'],
  ])('%s × %s, %j: %s', (state, transition, change, outcome) => {
    expect(outcomeOf(state, transition, {})).toBe('passes');
    expect(outcomeOf(state, transition, change)).toBe(outcome);
  });

  const returns: [CaseState, CaseTransition][] = [
    ['PAUSED_BY_FAMILY', 'RESUME'],
    ['CONTACT_LOST', 'RESTORE_CONTACT'],
    ['QUARANTINED', 'LIFT_QUARANTINE'],
    ['TRANSITION', 'RETURN_TO_ACTIVE'],
  ];
  const conditions: [Change, string][] = [
    [oneHolder, 'TWO_HOLDERS_REQUIRED'],
    [noConsent, 'CONSENT_REQUIRED'],
    [noEvidence, 'EVIDENCE_OR_EMERGENCY_REQUIRED'],
    [emergency('2030-06-29'), 'EVIDENCE_OR_EMERGENCY_REQUIRED'],
    [emergency(today), 'passes'],
  ];

  it.each(returns.flatMap((arrow) => conditions.map((row) => [...arrow, ...row] as const)))(
    '%s × %s, back to active, %j: %s',
    (state, transition, change, outcome) => {
      expect(outcomeOf(state, transition, change)).toBe(outcome);
    },
  );

  it.each(['RETURN_TO_ACTIVE', 'CLOSE'] as const)('TRANSITION × %s waits for its plan', (name) => {
    const outcomes = [
      null,
      { startedOn: '2029-12-31', months: 6 },
      { startedOn: '2029-12-30', months: 6 },
      { startedOn: '2028-06-30', months: 24 },
      { startedOn: '2028-07-01', months: 24 },
      { startedOn: '2029-01-01', months: 5 },
      { startedOn: '2020-01-01', months: 25 },
    ].map((transitionPlan) => outcomeOf('TRANSITION', name, { transitionPlan }));

    const waits = 'TRANSITION_PLAN_NOT_OVER';
    expect(outcomes).toEqual([waits, 'passes', 'passes', 'passes', waits, waits, waits]);
  });

  it('never takes the family or the system for an independent coordinator', () => {
    const decided = decideTransition({
      ...favourable('ACTIVATE'),
      state: 'VERIFYING',
      actor: { personId: null, roles: ['COORDINATOR'] },
    });

    expect(decided).toEqual({ ok: false, error: { kind: 'REFUSED', reason: 'NOT_BY_VERIFIER' } });
  });
});
