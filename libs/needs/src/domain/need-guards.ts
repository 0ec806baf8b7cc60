/** What the guards of the state machine look at, read under the locks of case and need. */
export interface NeedFacts {
  readonly amountMinor: bigint;
  /** The code stands for work or advice, so that it may cost nothing. */
  readonly mayBeFree: boolean;
  readonly dueDay: string | null;
  /** Today in the organisation's zone. */
  readonly today: string;
  /** The consent that aid depends on is given, not withdrawn, not lapsed. */
  readonly aidConsentLive: boolean;
  readonly priority: string | null;
  readonly duplicateAnswer: string | null;
  /** The channel class is allowed, or allowed with clearance, where this family is. */
  readonly channelCleared: boolean;
  readonly reason: string | null;
  /** Everybody who wrote the request. */
  readonly makerIds: readonly string[];
  /** Who acts; null for the books and for the system. */
  readonly actorId: string | null;
  /** The first of two signatures, above the ceiling of the code. */
  readonly firstApproverId: string | null;
  readonly needsSecondApprover: boolean;
  readonly callOutUnderCap: boolean;
  readonly reservedMinor: bigint;
  readonly releasedMinor: bigint;
  readonly deliveredMinor: bigint;
  /** The case is paused by the family or in quarantine. */
  readonly caseHalted: boolean;
}

/** The guards by name; `true` lets pass. A guard that fails refuses with its own name as the reason. */
export const NEED_GUARDS = {
  AMOUNT_REQUIRED: ({ amountMinor, mayBeFree }) => amountMinor > 0n || mayBeFree,
  DUE_DAY_REQUIRED: ({ dueDay }) => dueDay !== null,
  DUE_DAY_PASSED: ({ dueDay, today }) => dueDay === null || dueDay >= today,
  DUE_DAY_NOT_PASSED: ({ dueDay, today }) => dueDay !== null && dueDay < today,
  AID_CONSENT_REQUIRED: ({ aidConsentLive }) => aidConsentLive,
  PRIORITY_REQUIRED: ({ priority }) => priority !== null,
  DUPLICATE_ANSWER_REQUIRED: ({ duplicateAnswer }) =>
    duplicateAnswer !== null && duplicateAnswer !== 'COVERED',
  CHANNEL_NOT_CLEARED: ({ channelCleared }) => channelCleared,
  REASON_REQUIRED: ({ reason }) => reason !== null,
  SELF_APPROVAL: ({ makerIds, actorId }) => actorId !== null && !makerIds.includes(actorId),
  ALREADY_SIGNED_BY_YOU: ({ firstApproverId, actorId }) =>
    firstApproverId === null || firstApproverId !== actorId,
  SECOND_APPROVER_REQUIRED: ({ needsSecondApprover, firstApproverId }) =>
    !needsSecondApprover || firstApproverId !== null,
  CALL_OUT_UNDER_CAP_REQUIRED: ({ callOutUnderCap }) => callOutUnderCap,
  COSTS_NOTHING: ({ amountMinor }) => amountMinor > 0n,
  FULLY_FUNDED_REQUIRED: ({ amountMinor, reservedMinor, releasedMinor }) =>
    reservedMinor + releasedMinor === amountMinor,
  FULLY_DELIVERED_REQUIRED: ({ amountMinor, deliveredMinor }) => deliveredMinor === amountMinor,
  NOTHING_OUT_REQUIRED: ({ releasedMinor, deliveredMinor }) => releasedMinor === deliveredMinor,
  /** Money that is reserved or on its way must be dealt with first. */
  MONEY_STANDS: ({ reservedMinor, releasedMinor, deliveredMinor }) =>
    reservedMinor === 0n && releasedMinor === deliveredMinor,
  CASE_NOT_HALTED: ({ caseHalted }) => caseHalted,
  CASE_HALTED: ({ caseHalted }) => !caseHalted,
} as const satisfies Readonly<Record<string, (facts: NeedFacts) => boolean>>;

export type NeedGuard = keyof typeof NEED_GUARDS;
