import type { CallOutFacts } from '../call-out-guards.js';

/** Facts under which every guard of a person passes. */
export const favourableCallOut: CallOutFacts = {
  actorId: 'p-actor',
  isSecurity: true,
  runsTheDesk: true,
  isAcknowledged: false,
  isAcknowledgementOverdue: true,
  callers: ['p-actor', 'p-other'],
  hasCoordinatorCalled: true,
  mayCallAlone: false,
  isSecondCallMissing: false,
  knowsTrigger: true,
  deskHasCap: true,
  dispatcherId: 'p-dispatcher',
  hasMoney: true,
  isSigned: false,
  reason: 'SOURCE_DOUBTFUL',
  outcome: 'STABLE_WITH_OWNER',
};
