/** One person's day of openings beside the four weeks before it. */
export interface DayOfOpenings {
  readonly today: number;
  /** The most on one of the days before. */
  readonly mostBefore: number;
  /** The middle of the days on which anything was opened. */
  readonly middleBefore: number;
  /** Days before today on which anything was opened. */
  readonly daysBefore: number;
}

/** Days that count as a person's usual. */
export const USUAL_DAYS = 28;
/** Fewer days than these are no usual. */
const ENOUGH_DAYS = 5;
/** So many times the own middle is far out (security.md § 8.13). */
const FAR_OUT = 3;

export type DayJudgement = 'FAR_MORE' | 'MORE' | 'USUAL' | 'TOO_NEW';

/** How a day compares with the person's own; a judgement about a number, never about a person. */
export function judgeDay(day: DayOfOpenings): DayJudgement {
  if (day.daysBefore < ENOUGH_DAYS) return 'TOO_NEW';
  if (day.today <= day.mostBefore) return 'USUAL';
  return day.today >= FAR_OUT * day.middleBefore ? 'FAR_MORE' : 'MORE';
}

const RANK: Readonly<Record<DayJudgement, number>> = { FAR_MORE: 3, MORE: 2, TOO_NEW: 1, USUAL: 1 };

/** The odd ones first, then whoever opened most today. */
export function oddFirst(
  one: DayOfOpenings & { readonly judgement: DayJudgement },
  other: DayOfOpenings & { readonly judgement: DayJudgement },
): number {
  return RANK[other.judgement] - RANK[one.judgement] || other.today - one.today;
}
