import type { NeedFacts } from '../need-guards.js';

/** Facts under which every guard but those about time and halting says yes. */
export const favourableNeed: NeedFacts = {
  amountMinor: 10_000n,
  mayBeFree: false,
  dueDay: '2030-06-15',
  today: '2030-06-15',
  aidConsentLive: true,
  priority: 'P2',
  duplicateAnswer: 'NONE_FOUND',
  channelCleared: true,
  reason: 'COVERED',
  makerIds: ['author'],
  actorId: 'approver',
  firstApproverId: null,
  needsSecondApprover: false,
  callOutUnderCap: true,
  reservedMinor: 0n,
  releasedMinor: 0n,
  deliveredMinor: 0n,
  caseHalted: false,
};

/** What else has to be so for a move of the books, of time, or of the case. */
export const FAVOURABLE_FOR: Readonly<Record<string, Partial<NeedFacts>>> = {
  FUND: { reservedMinor: 10_000n },
  MISS_WITH_MONEY: { reservedMinor: 10_000n },
  FINISH_DELIVERY: { releasedMinor: 10_000n, deliveredMinor: 10_000n },
  EXPIRE: { today: '2030-06-16' },
  LEAVE_UNMET: { today: '2030-06-16' },
  SUSPEND: { caseHalted: true },
};
