/** Why a waiting case may go before a higher score (domain.md C2, "written exception"). */
export const WAITLIST_EXCEPTIONS = [
  'CHILD_AT_RISK',
  'HEALTH_AT_RISK',
  'FUNDS_ONLY_FIT_THIS_CASE',
  'DEADLINE_NEAR',
] as const;

export interface TransitionCaseCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly transition: string;
  /** Code from the list that belongs to the transition. */
  readonly reason?: string | null;
  /** Said by whoever screens: is it bait, is it spam? */
  readonly provocationCheckDone?: boolean | null;
  readonly isSpam?: boolean | null;
  /** Code of {@link WAITLIST_EXCEPTIONS}. */
  readonly exception?: string | null;
  /** Months of the plan that starts with START_TRANSITION, 6 to 24. */
  readonly planMonths?: number | null;
}
