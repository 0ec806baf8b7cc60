/** Why something was done to a case. A refused family may appeal to somebody else in five days. */
export interface CaseReason {
  readonly code: string;
  readonly appealPossible: boolean;
}

const refusal = (code: string): CaseReason => ({ code, appealPossible: true });
const note = (code: string): CaseReason => ({ code, appealPossible: false });

/**
 * The reasons by what they explain. Words of the field: a claim "could not be confirmed", it is
 * never called false (decisions.md 35).
 */
export const CASE_REASONS = {
  DISMISS: [
    refusal('SPAM'),
    refusal('COULD_NOT_BE_CONFIRMED'),
    refusal('OUTSIDE_MANDATE'),
    refusal('COVERED_ELSEWHERE'),
    refusal('SAME_AS_ANOTHER_CASE'),
    refusal('PROVOCATION_SUSPECTED'),
    refusal('NO_SAFE_WAY_TO_HELP'),
    note('WITHDRAWN_BY_FAMILY'),
  ],
  DECLINE: [
    refusal('COULD_NOT_BE_CONFIRMED'),
    refusal('OUTSIDE_MANDATE'),
    refusal('COVERED_ELSEWHERE'),
    refusal('SAME_AS_ANOTHER_CASE'),
    refusal('PROVOCATION_SUSPECTED'),
    refusal('NO_SAFE_WAY_TO_HELP'),
    note('WITHDRAWN_BY_FAMILY'),
  ],
  CLOSE: [
    note('PLAN_COMPLETED'),
    note('FAMILY_ASKED'),
    note('CONTACT_NOT_RESTORED'),
    refusal('OUTSIDE_MANDATE'),
    refusal('COVERED_ELSEWHERE'),
    refusal('QUARANTINE_NOT_RESOLVED'),
  ],
  PAUSE: [note('FAMILY_ASKED'), note('SUMMONED_OR_WATCHED'), note('TRAVELLING')],
  QUARANTINE: [
    note('SEARCH'),
    note('INTERROGATION'),
    note('ARREST_IN_HOUSEHOLD'),
    note('DEVICE_SEIZED'),
    note('CHANNEL_COMPROMISED'),
    note('PROVOCATION_SUSPECTED'),
    note('HELPER_UNDER_PRESSURE'),
    note('PARTNER_INCIDENT'),
    note('DATA_EXPOSED'),
  ],
} as const satisfies Readonly<Record<string, readonly CaseReason[]>>;

export type ReasonList = keyof typeof CASE_REASONS;

/** The reason of that code in a list, or `undefined`. */
export function findReason(list: ReasonList, code: string): CaseReason | undefined {
  return CASE_REASONS[list].find((reason) => reason.code === code);
}
