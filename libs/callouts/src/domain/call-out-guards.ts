/** What the guards of the state machine look at, read under the lock of the call-out. */
export interface CallOutFacts {
  readonly actorId: string | null;
  /** The actor may act as a security officer. */
  readonly isSecurity: boolean;
  /** The actor may cancel tasks and stop payouts. */
  readonly runsTheDesk: boolean;
  readonly isAcknowledged: boolean;
  readonly isAcknowledgementOverdue: boolean;
  /** People who have said the same as the actor now says, the actor among them. */
  readonly callers: readonly string[];
  readonly hasCoordinatorCalled: boolean;
  /** A life is at risk, and the word is to go on: one person is enough (domain.md C5). */
  readonly mayCallAlone: boolean;
  /** Nobody has made the second call yet. */
  readonly isSecondCallMissing: boolean;
  readonly knowsTrigger: boolean;
  /** No dispatch of the organisation has waited too long for its second signature. */
  readonly deskHasCap: boolean;
  readonly dispatcherId: string | null;
  readonly hasMoney: boolean;
  readonly isSigned: boolean;
  readonly reason: string | null;
  readonly outcome: string | null;
}

/** The guards by name; `true` lets pass. A guard that fails refuses with its own name as the reason. */
export const CALL_OUT_GUARDS = {
  ALREADY_ACKNOWLEDGED: ({ isAcknowledged }) => !isAcknowledged,
  ACKNOWLEDGEMENT_NOT_OVERDUE: ({ isAcknowledged, isAcknowledgementOverdue }) =>
    !isAcknowledged && isAcknowledgementOverdue,
  SECOND_CALL_REQUIRED: ({ callers, mayCallAlone }) => callers.length >= 2 || mayCallAlone,
  COORDINATOR_CALL_REQUIRED: ({ hasCoordinatorCalled, mayCallAlone }) =>
    hasCoordinatorCalled || mayCallAlone,
  SECURITY_OR_TWO_REQUIRED: ({ isSecurity, callers }) => isSecurity || callers.length >= 2,
  DESK_DECIDES: ({ runsTheDesk }) => runsTheDesk,
  SECOND_CALL_MADE: ({ isSecondCallMissing }) => isSecondCallMissing,
  SECOND_CALLER_IS_ANOTHER: ({ callers }) => callers.length >= 2,
  SECOND_CALL_MISSING: ({ isSecondCallMissing }) => !isSecondCallMissing,
  TRIGGER_REQUIRED: ({ knowsTrigger }) => knowsTrigger,
  CALL_OUT_CAP_LOST: ({ deskHasCap }) => deskHasCap,
  NOTHING_TO_SIGN: ({ hasMoney }) => hasMoney,
  SIGNED_ALREADY: ({ isSigned }) => !isSigned,
  DISPATCHER_DOES_NOT_SIGN: ({ actorId, dispatcherId }) => actorId !== dispatcherId,
  REASON_REQUIRED: ({ reason }) => reason !== null,
  OUTCOME_REQUIRED: ({ outcome }) => outcome !== null,
} as const satisfies Readonly<Record<string, (facts: CallOutFacts) => boolean>>;

export type CallOutGuard = keyof typeof CALL_OUT_GUARDS;

/** Guards that say "not yet": the actor's word is kept, and another one is waited for. */
export const NOT_YET: readonly CallOutGuard[] = [
  'SECOND_CALL_REQUIRED',
  'COORDINATOR_CALL_REQUIRED',
  'SECURITY_OR_TWO_REQUIRED',
  'DESK_DECIDES',
];
