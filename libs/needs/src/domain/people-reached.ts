import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';

/** Age bands and sexes of reports (decision 6). */
export const AGE_BANDS = ['0_4', '5_17', '18_59', '60_PLUS', 'UNKNOWN'] as const;
export const SEXES = ['F', 'M', 'X'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export type Sex = (typeof SEXES)[number];

/** Counts above this say "many"; a family is not larger, and an exact large number would name it. */
export const MOST_OF_A_KIND = 6;

/** People reached by age band and sex, in counts from 1 to {@link MOST_OF_A_KIND}; nobody is left out. */
export type PeopleReached = Readonly<
  Partial<Record<AgeBand, Readonly<Partial<Record<Sex, number>>>>>
>;

export interface ReachedClaim {
  readonly ageBand: string;
  readonly sex: string;
  readonly count: number;
}

/**
 * Brings a list of counts into its stored shape: a kind that is named twice is added up, larger counts are cut.
 * Invalid: `reach` with UNKNOWN_CODE or NOT_A_COUNT.
 */
export function checkReached(claims: readonly ReachedClaim[]): Result<PeopleReached, DomainError> {
  const counts = new Map<AgeBand, Map<Sex, number>>();
  for (const claim of claims) {
    const band = AGE_BANDS.find((each) => each === claim.ageBand);
    const sex = SEXES.find((each) => each === claim.sex);
    if (band === undefined || sex === undefined) return err(invalidInput('reach', 'UNKNOWN_CODE'));
    if (!Number.isInteger(claim.count) || claim.count < 1) {
      return err(invalidInput('reach', 'NOT_A_COUNT'));
    }
    const bySex = counts.get(band) ?? new Map<Sex, number>();
    bySex.set(sex, Math.min(MOST_OF_A_KIND, (bySex.get(sex) ?? 0) + claim.count));
    counts.set(band, bySex);
  }
  return ok(
    Object.fromEntries([...counts].map(([band, bySex]) => [band, Object.fromEntries(bySex)])),
  );
}

/** The stored shape as a list again, in the order of the bands. */
export function listReached(reached: PeopleReached): ReachedClaim[] {
  return AGE_BANDS.flatMap((ageBand) =>
    SEXES.flatMap((sex) => {
      const count = reached[ageBand]?.[sex] ?? 0;
      return count === 0 ? [] : [{ ageBand, sex, count }];
    }),
  );
}
