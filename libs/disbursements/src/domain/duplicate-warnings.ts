import type { NeedCadence } from '@kinward/jurisdictions';

/** What should make people look twice (story of duplicates; shown on the decision sheet). */
export const DUPLICATE_WARNINGS = [
  'SAME_NEED_CODE_IN_PERIOD',
  'SAME_FAMILY_IN_PERIOD',
  'OVER_CEILING',
  'OTHER_PAYOUT_FOR_THIS_NEED',
] as const;
export type DuplicateWarning = (typeof DUPLICATE_WARNINGS)[number];

/** Days in which the same help is looked for, by how often it may be given; anything not named is looked at a year. */
const PERIOD_DAYS: Readonly<Partial<Record<NeedCadence, number>>> = {
  WEEKLY: 7,
  MONTHLY: 28,
  UP_TO_6_MONTHS: 28,
  UP_TO_3_IN_A_ROW: 14,
  QUARTERLY: 90,
  FEW_A_YEAR: 60,
  BY_FACILITY_RULE: 28,
  ON_PERMIT: 28,
  EVENT: 30,
  PER_STAGE: 60,
  WINTER: 28,
};
const YEAR_DAYS = 365;

/** Days in which any other payout to the family is shown. */
export const FAMILY_PERIOD_DAYS = 30;

/** Days in which a second payout of the same code is unusual. */
export function samePeriodDays(cadence: NeedCadence): number {
  return PERIOD_DAYS[cadence] ?? YEAR_DAYS;
}

export interface DuplicateFacts {
  /** Other payouts of the same code to the same family within its period. */
  readonly sameCode: number;
  /** Other payouts of any code to the same family within {@link FAMILY_PERIOD_DAYS}. */
  readonly sameFamily: number;
  /** Other payouts for this very need that have not failed. */
  readonly sameNeed: number;
  readonly needAmountMinor: bigint;
  /** 0 has no ceiling: two sign anyway. */
  readonly ceilingMinor: bigint;
}

/** The warnings that must be acknowledged before the draft goes on. */
export function duplicateWarnings(facts: DuplicateFacts): DuplicateWarning[] {
  const { sameCode, sameFamily, sameNeed, needAmountMinor, ceilingMinor } = facts;
  const warnings: (DuplicateWarning | null)[] = [
    sameCode > 0 ? 'SAME_NEED_CODE_IN_PERIOD' : null,
    sameFamily > 0 ? 'SAME_FAMILY_IN_PERIOD' : null,
    ceilingMinor > 0n && needAmountMinor > ceilingMinor ? 'OVER_CEILING' : null,
    sameNeed > 0 ? 'OTHER_PAYOUT_FOR_THIS_NEED' : null,
  ];
  return warnings.filter((warning) => warning !== null);
}
