/** What the guards of the state machine look at, read under the locks of need and disbursement. */
export interface DisbursementFacts {
  /** The need has all its money, or a part of it is on its way already. */
  readonly needIsFunded: boolean;
  /** Codes of duplicate warnings that nobody has acknowledged. */
  readonly openWarnings: readonly string[];
  /** A frozen cohort covers it. */
  readonly isFrozen: boolean;
  readonly caseIsLive: boolean;
  /** The delivery rule as it stands now, A, S or B. */
  readonly rule: 'A' | 'S' | 'B';
  readonly reason: string | null;
  readonly actorId: string | null;
  /** Everybody who ever wrote this disbursement's content. */
  readonly makerIds: readonly string[];
  /** Valid approvals under the present version, the actor's own included where one is being given. */
  readonly approverIds: readonly string[];
  readonly approvalsRequired: number;
  /** Whoever works on the case, and whoever said that this was sent or delivered. */
  readonly involvedIds: readonly string[];
  /** A valid clearance of a person stands under the present version. */
  readonly isCleared: boolean;
  /** Null where the actor has not declared. */
  readonly hasInterest: boolean | null;
  /** The organisation lets the approver release in the lowest band (decision 16). */
  readonly approverMayRelease: boolean;
  /** The channel class goes through hands. */
  readonly travels: boolean;
  /** Minor units of this disbursement that have arrived. */
  readonly deliveredMinor: bigint;
  readonly evidenceSuffices: boolean;
  readonly isWaived: boolean;
  readonly hasReference: boolean;
  readonly isResent: boolean;
}

/** The guards by name; `true` lets pass. A guard that fails refuses with its own name as the reason. */
export const DISBURSEMENT_GUARDS = {
  NEED_NOT_FUNDED: ({ needIsFunded }) => needIsFunded,
  CASE_NOT_LIVE: ({ caseIsLive }) => caseIsLive,
  COHORT_FROZEN: ({ isFrozen }) => !isFrozen,
  WARNINGS_NOT_ACKNOWLEDGED: ({ openWarnings }) => openWarnings.length === 0,
  REASON_REQUIRED: ({ reason }) => reason !== null,
  /** B cells pass with a reason only; hard blocks never come this far. */
  OVERRIDE_REASON_REQUIRED: ({ rule, reason }) => rule !== 'B' || reason !== null,
  INTEREST_NOT_DECLARED: ({ hasInterest }) => hasInterest !== null,
  CONFLICT_OF_INTEREST: ({ hasInterest }) => hasInterest !== true,
  SELF_CLEARANCE: ({ actorId, makerIds }) => actorId !== null && !makerIds.includes(actorId),
  SELF_APPROVAL: ({ actorId, makerIds }) => actorId !== null && !makerIds.includes(actorId),
  ALL_APPROVALS_REQUIRED: ({ approverIds, approvalsRequired }) =>
    new Set(approverIds).size >= approvalsRequired,
  /** Maker, approvers and releaser are different people; the lowest band may be an exception. */
  SELF_RELEASE: (facts) => {
    const { actorId, makerIds, approverIds, approvalsRequired, approverMayRelease } = facts;
    if (actorId === null || makerIds.includes(actorId)) return false;
    return !approverIds.includes(actorId) || (approverMayRelease && approvalsRequired === 1);
  },
  /** Nobody judges a dispute about their own work. */
  SELF_SETTLEMENT: ({ actorId, makerIds, involvedIds }) =>
    actorId !== null && !makerIds.includes(actorId) && !involvedIds.includes(actorId),
  /** A way that has become worse since it was cleared needs a clearance that knows. */
  WAY_LESS_SAFE_NOW: ({ rule, isCleared }) => rule === 'A' || isCleared,
  NOTHING_TRAVELS: ({ travels }) => travels,
  NOTHING_DELIVERED: ({ deliveredMinor }) => deliveredMinor > 0n,
  EVIDENCE_TOO_WEAK: ({ evidenceSuffices, isWaived }) => evidenceSuffices || isWaived,
  REFERENCE_REQUIRED: ({ hasReference }) => hasReference,
  ALREADY_RESENT: ({ isResent }) => !isResent,
} as const satisfies Readonly<Record<string, (facts: DisbursementFacts) => boolean>>;

export type DisbursementGuard = keyof typeof DISBURSEMENT_GUARDS;
