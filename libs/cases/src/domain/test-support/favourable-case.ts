import type { CaseFacts } from '../case-facts.js';
import type { Signatory, TransitionRequest } from '../case-state.js';
import { REASON_OF, WHO_MAY } from '../case-transitions.js';
import type { CaseTransition } from '../case-transitions.js';
import { CASE_REASONS } from '../case-reason-codes.js';

/** Examples for the specs of the state machine: everything in favour of the move. */
export const today = '2030-06-30';

export const favourableFacts: CaseFacts = {
  markedAsSpam: false,
  provocationCheckDone: true,
  holderIds: ['p-7', 'p-8'],
  aidConsentLive: true,
  transferConsentLive: true,
  evidence: 'DOCUMENT_SEEN',
  verifierIds: ['p-9'],
  emergencyVerificationDueDay: null,
  callOutOpen: true,
  capacityFree: true,
  firstByScore: true,
  writtenException: false,
  familyContactedUs: true,
  newChannelAgreed: true,
  handshakePassed: true,
  releaseOrRelocationRecorded: true,
  receivingOrganizationAccepted: true,
  lastConfirmedContact: '2029-06-30',
  contactRhythmDays: 45,
  transitionPlan: { startedOn: '2029-06-30', months: 12 },
  retentionEndsOn: '2030-06-29',
  erasureAskedByFamily: false,
};

/** A request that passes in every state that has the transition. */
export function favourable(transition: CaseTransition): TransitionRequest {
  const who = WHO_MAY[transition];
  const rule = REASON_OF[transition];
  return {
    state: 'ERASED',
    transition,
    actor: { personId: 'p-1', roles: ['oneOf' in who ? who.oneOf[0] : who.bothOf[0]].map(String) },
    secondSignature: null,
    reasonCode: rule?.required === true ? CASE_REASONS[rule.list][0].code : null,
    facts: favourableFacts,
    today,
  };
}

/** The other person whose signature a transition needs, if it needs one. */
export function secondPerson(transition: CaseTransition): Signatory | null {
  const who = WHO_MAY[transition];
  return 'bothOf' in who ? { personId: 'p-2', roles: [...who.bothOf] } : null;
}
