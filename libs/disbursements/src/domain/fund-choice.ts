/** What the order of proposed funds looks at; amounts in minor units. */
export interface FundCandidate {
  readonly fundId: string;
  readonly isEarmarked: boolean;
  /** How many rules narrow the fund. */
  readonly ruleCount: number;
  /** YYYY-MM-DD */
  readonly lapsesOn: string | null;
  readonly availableMinor: bigint;
  /** Emergency money is kept for emergencies. */
  readonly isEmergency: boolean;
}

export const CHOICE_REASONS = [
  'EARMARKED',
  'LAPSES_FIRST',
  'MOST_RESTRICTED',
  'ONLY_CHOICE',
] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

export interface FundChoice {
  readonly fundId: string;
  readonly reason: ChoiceReason;
}

/**
 * Which of the allowed funds to take first: money for this need alone, then the most restricted, then what lapses
 * first; the emergency pot last. A fund that cannot cover the amount comes after those that can. Null without any.
 */
export function chooseFund(
  candidates: readonly FundCandidate[],
  amountMinor: bigint,
): FundChoice | null {
  const usable = candidates.filter((fund) => fund.availableMinor > 0n);
  const [first, second] = [...usable].sort(
    (one, other) =>
      trueFirst(one.isEarmarked, other.isEarmarked) ||
      trueFirst(other.isEmergency, one.isEmergency) ||
      trueFirst(one.availableMinor >= amountMinor, other.availableMinor >= amountMinor) ||
      other.ruleCount - one.ruleCount ||
      compareDays(one.lapsesOn, other.lapsesOn) ||
      (one.fundId < other.fundId ? -1 : 1),
  );
  if (first === undefined) return null;
  return { fundId: first.fundId, reason: reasonOf(first, second) };
}

function reasonOf(first: FundCandidate, second: FundCandidate | undefined): ChoiceReason {
  if (first.isEarmarked) return 'EARMARKED';
  if (second === undefined) return 'ONLY_CHOICE';
  const lapsesFirst =
    first.ruleCount <= second.ruleCount && compareDays(first.lapsesOn, second.lapsesOn) < 0;
  return lapsesFirst ? 'LAPSES_FIRST' : 'MOST_RESTRICTED';
}

/** What holds for one and not for the other comes first. */
function trueFirst(one: boolean, other: boolean): number {
  if (one === other) return 0;
  return one ? -1 : 1;
}

/** A day before another; never comes last. */
function compareDays(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
