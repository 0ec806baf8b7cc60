import type { RequestIdentity, RequestStory } from '../request-contents.js';

/** Youngest age that counts as old, as the triage formula has it. */
const OLD_AGE = 60;
const ADULT_AGE = 18;
const SMALL_CHILD_AGE = 5;
/** More of a kind says "many"; an exact large number would name the family. */
const MOST_OF_A_KIND = 6;

type Band = '0_4' | '5_17' | '18_59' | '60_PLUS' | 'UNKNOWN';
type Sex = 'F' | 'M' | 'X';

/** What the triage formula wants to know, as far as the form tells. Shape of the needs' facts. */
export interface HouseholdFacts {
  readonly minors: number;
  readonly singleCarer: boolean;
  readonly disability: boolean;
  readonly seriousIllness: boolean;
  readonly age60Plus: boolean;
  readonly pregnancy: boolean;
  readonly bothParentsHeld: boolean;
  readonly noOtherSupport: boolean;
}

/** Facts for the score; null where the form tells nothing of the household. @param year of today */
export function householdFacts(
  identity: RequestIdentity,
  story: RequestStory,
  year: number,
): HouseholdFacts | null {
  const signs = new Set(story.members.flatMap((member) => member.vulnerability));
  const years = identity.members.map((member) => member.birthYear).filter((born) => born !== null);
  const young = years.filter((born) => year - born < ADULT_AGE).length;
  const stated = story.household.minors;
  if (stated === null && story.members.length === 0) return null;
  const ages = [
    ...years,
    ...(identity.applicant.birthYear === null ? [] : [identity.applicant.birthYear]),
  ];
  return {
    minors: Math.min(MOST_MINORS, Math.max(stated ?? 0, young)),
    singleCarer: signs.has('single_carer'),
    disability: signs.has('disability'),
    seriousIllness: signs.has('chronic_illness'),
    age60Plus: signs.has('elderly') || ages.some((born) => year - born >= OLD_AGE),
    pregnancy: signs.has('pregnant'),
    // The form does not ask; whoever screens the request may add it.
    bothParentsHeld: false,
    noOtherSupport: false,
  };
}

const MOST_MINORS = 20;

/** People whom help would reach, by age band and sex, in counts from 1 to 6. */
export function peopleReached(
  identity: RequestIdentity,
  story: RequestStory,
  year: number,
): Partial<Record<Band, Partial<Record<Sex, number>>>> {
  const counts: Partial<Record<Band, Partial<Record<Sex, number>>>> = {};
  const add = (band: Band, sex: Sex, more: number): void => {
    const bySex = (counts[band] ??= {});
    bySex[sex] = Math.min(MOST_OF_A_KIND, (bySex[sex] ?? 0) + more);
  };
  story.members.forEach((member, place) => {
    add(bandOf(identity.members[place]?.birthYear ?? null, year), sexOf(member.sex), 1);
  });
  const unnamed = (story.household.size ?? 0) - story.members.length;
  if (unnamed > 0) add('UNKNOWN', 'X', unnamed);
  return counts;
}

function bandOf(born: number | null, year: number): Band {
  if (born === null) return 'UNKNOWN';
  const age = year - born;
  if (age < SMALL_CHILD_AGE) return '0_4';
  if (age < ADULT_AGE) return '5_17';
  return age < OLD_AGE ? '18_59' : '60_PLUS';
}

function sexOf(code: string | null): Sex {
  const letter = code?.toUpperCase();
  return letter === 'F' || letter === 'M' ? letter : 'X';
}
