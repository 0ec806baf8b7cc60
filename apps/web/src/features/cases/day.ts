import type { CaseNeedsQuery } from './case-needs.documents';
import type { ListedCase } from './case-row';
import { addDays } from './days';

export type ListedNeed = CaseNeedsQuery['needQueue']['edges'][number]['node'];

/** Days ahead that are shown. */
const AHEAD_DAYS = 7;
/** Steps of a need that a caseworker takes. */
const MY_STEPS: readonly string[] = ['SCREEN', 'ASSESS', 'FOLLOW_DELIVERY', 'CONFIRM'];
/** States in which a due day still means something. */
const OVER: readonly string[] = [
  'DELIVERED',
  'CONFIRMED',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
  'UNMET',
];

/** The day of a caseworker, by what it asks for. */
export interface Day {
  readonly late: readonly ListedCase[];
  readonly today: readonly ListedCase[];
  /** Contact is lost. */
  readonly silent: readonly ListedCase[];
  readonly deadlines: readonly ListedNeed[];
  readonly waiting: readonly ListedNeed[];
  readonly week: readonly ListedCase[];
  /** Nothing is promised. */
  readonly unplanned: readonly ListedCase[];
}

/** Sorts what there is into the parts of a day; a case stands in one part only. */
export function dayOf(
  cases: readonly ListedCase[],
  needs: readonly ListedNeed[],
  today: string,
): Day {
  const silent = cases.filter(({ state }) => state === 'CONTACT_LOST');
  const others = cases.filter(({ state }) => state !== 'CONTACT_LOST');
  const due = (fits: (day: string) => boolean): readonly ListedCase[] =>
    others.filter(({ nextStep }) => nextStep !== null && fits(nextStep.dueDay));
  const until = addDays(today, AHEAD_DAYS);
  const deadlines = needs.filter(
    ({ dueDay, state }) => dueDay !== null && dueDay <= until && !OVER.includes(state),
  );
  return {
    late: due((day) => day < today),
    today: due((day) => day === today),
    silent,
    deadlines,
    waiting: needs.filter(
      (need) => MY_STEPS.includes(need.nextStep ?? '') && !deadlines.includes(need),
    ),
    week: due((day) => day > today && day <= addDays(today, AHEAD_DAYS)),
    unplanned: others.filter(({ nextStep }) => nextStep === null),
  };
}
