import type { CaseNeedsQuery } from './case-needs.documents';
import type { ListedCase } from './case-row';
import { addDays } from './days';

export type ListedNeed = CaseNeedsQuery['needQueue']['edges'][number]['node'];

/** Days ahead that are shown. */
const AHEAD_DAYS = 7;
/** Steps of a need that a caseworker takes. */
const MY_STEPS: readonly string[] = ['SCREEN', 'ASSESS', 'FOLLOW_DELIVERY', 'CONFIRM'];
/** Promises that are kept by reaching somebody. */
const CALLS: readonly string[] = ['CALL_FAMILY', 'TRY_HANDSHAKE'];
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
  /** A call was promised for today or earlier. */
  readonly calls: readonly ListedCase[];
  readonly late: readonly ListedCase[];
  readonly today: readonly ListedCase[];
  /** Not heard of for longer than was agreed, or lost. */
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
  const isCall = ({ nextStep }: ListedCase): boolean =>
    nextStep !== null && nextStep.dueDay <= today && CALLS.includes(nextStep.kind);
  const isSilent = ({ state, contactOverdue }: ListedCase): boolean =>
    state === 'CONTACT_LOST' || contactOverdue;
  const others = cases.filter((each) => !isCall(each) && !isSilent(each));
  const due = (fits: (day: string) => boolean): readonly ListedCase[] =>
    others.filter(({ nextStep }) => nextStep !== null && fits(nextStep.dueDay));
  const until = addDays(today, AHEAD_DAYS);
  const deadlines = needs.filter(
    ({ dueDay, state }) => dueDay !== null && dueDay <= until && !OVER.includes(state),
  );
  return {
    calls: cases.filter(isCall),
    late: due((day) => day < today),
    today: due((day) => day === today),
    silent: cases.filter((each) => isSilent(each) && !isCall(each)),
    deadlines,
    waiting: needs.filter(
      (need) => MY_STEPS.includes(need.nextStep ?? '') && !deadlines.includes(need),
    ),
    week: due((day) => day > today && day <= until),
    unplanned: others.filter(({ nextStep }) => nextStep === null),
  };
}
