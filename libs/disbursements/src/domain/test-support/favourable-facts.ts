import type { DisbursementFacts } from '../disbursement-guards.js';

/** Facts under which every transition passes for the releaser `p-releaser`. */
export const favourableFacts: DisbursementFacts = {
  needIsFunded: true,
  openWarnings: [],
  isFrozen: false,
  caseIsLive: true,
  rule: 'A',
  reason: 'FAMILY_ASKED',
  actorId: 'p-releaser',
  makerIds: ['p-maker'],
  approverIds: ['p-approver', 'p-cosigner'],
  approvalsRequired: 2,
  involvedIds: ['p-deliverer'],
  isCleared: true,
  hasInterest: false,
  approverMayRelease: false,
  travels: true,
  deliveredMinor: 1n,
  evidenceSuffices: true,
  isWaived: false,
  hasReference: true,
  isResent: false,
};
