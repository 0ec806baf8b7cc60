import type { VettingState } from '@kinward/volunteers';

/** Somebody who helps, or wants to; invented throughout. */
export interface DemoVolunteer {
  /** Of the account; null for those who have none yet, or never will. */
  readonly key: string | null;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  /** Kinds of tasks to be left alone with; null for who has not said anything about their time. */
  readonly refuses: readonly string[] | null;
  /** Where the way ends, on the day of the seeding. */
  readonly until: VettingState;
  /** Reason of the last step, where it has one. */
  readonly reason: string | null;
  /** Brought in long ago, so that the probation is over, or lately. */
  readonly isExperienced: boolean;
  /** The family for which a panel trusts them more than others. */
  readonly trustedWith: string | null;
}

const POLAND = { country: 'PL', timeZone: 'Europe/Warsaw', languages: ['be', 'pl', 'ru'] };
const LITHUANIA = { country: 'LT', timeZone: 'Europe/Vilnius', languages: ['be', 'lt', 'ru'] };
const GEORGIA = { country: 'GE', timeZone: 'Asia/Tbilisi', languages: ['en', 'ru'] };

type Given = Partial<DemoVolunteer> & Pick<DemoVolunteer, 'name' | 'until'>;

const somebody = (given: Given): DemoVolunteer => ({
  ...POLAND,
  ...{ key: null, skills: ['LETTERS', 'TRANSLATION'], refuses: null, reason: null },
  ...{ isExperienced: false, trustedWith: null },
  ...given,
});

/** On probation: V1, work without anybody's data. */
const NEWCOMERS: readonly DemoVolunteer[] = [
  somebody({ ...LITHUANIA, key: 'volunteer', name: 'Demo-Volunteer One', until: 'PROBATION' }),
  somebody({ ...LITHUANIA, key: 'volunteer-two', name: 'Demo-Volunteer Two', until: 'PROBATION' }),
  somebody({
    ...LITHUANIA,
    key: 'volunteer-three',
    name: 'Demo-Volunteer Three',
    until: 'PROBATION',
    skills: ['HOTLINE', 'SOCIAL_WORK'],
  }),
  somebody({ key: 'volunteer-four', name: 'Demo-Volunteer Four', until: 'PROBATION' }),
  somebody({ key: 'volunteer-five', name: 'Demo-Volunteer Five', until: 'PROBATION' }),
];

/** Through their probation; what became of them. */
const EXPERIENCED: readonly DemoVolunteer[] = [
  somebody({
    ...LITHUANIA,
    key: 'volunteer-six',
    name: 'Demo-Volunteer Six',
    until: 'ACTIVE',
    skills: ['DRIVING', 'PARCELS', 'TRANSLATION'],
    refuses: [],
  }),
  somebody({
    key: 'volunteer-seven',
    name: 'Demo-Volunteer Seven',
    until: 'ACTIVE',
    skills: ['PARCELS', 'CHILDCARE'],
    refuses: ['DRIVE'],
  }),
  somebody({
    ...LITHUANIA,
    key: 'volunteer-mentor',
    name: 'Demo-Volunteer Mentor',
    until: 'ACTIVE',
    skills: ['MENTORING', 'PSYCHOLOGY'],
    trustedWith: 'SWIFT-12',
  }),
  // The third of tier V2: was abroad where somebody might have spoken to them, so nothing is given before a look.
  somebody({
    ...GEORGIA,
    key: 'volunteer-eight',
    name: 'Demo-Volunteer Eight',
    until: 'RECHECK_DUE',
    reason: 'TRAVEL',
  }),
  // Saved screenshots of the board.
  somebody({
    ...LITHUANIA,
    key: 'volunteer-suspended',
    name: 'Demo-Volunteer Suspended',
    until: 'SUSPENDED',
    reason: 'ALARM',
  }),
  somebody({
    ...GEORGIA,
    key: 'volunteer-revoked',
    name: 'Demo-Volunteer Revoked',
    until: 'REVOKED',
    reason: 'MISCONDUCT',
  }),
].map((one) => ({ ...one, isExperienced: true }));

/** On their way in, one at each step, and two who left it. */
const APPLICANTS: readonly DemoVolunteer[] = [
  somebody({ name: 'Demo-Applicant Wren', until: 'APPLIED' }),
  somebody({ ...GEORGIA, name: 'Demo-Applicant Dunnock', until: 'SCREENING' }),
  somebody({ ...LITHUANIA, name: 'Demo-Applicant Linnet', until: 'REFERENCES' }),
  somebody({ name: 'Demo-Applicant Serin', until: 'INTERVIEW' }),
  somebody({ ...LITHUANIA, name: 'Demo-Applicant Brambling', until: 'SECURITY_REVIEW' }),
  somebody({ name: 'Demo-Applicant Siskinette', until: 'TRAINING' }),
  somebody({ name: 'Demo-Applicant Magpie', until: 'DECLINED', reason: 'SECURITY_DOUBT' }),
  somebody({ ...GEORGIA, name: 'Demo-Applicant Pipit', until: 'RESIGNED' }),
];

/** Everybody who volunteers or has applied. */
export const DEMO_VOLUNTEERS: readonly DemoVolunteer[] = [
  ...NEWCOMERS,
  ...EXPERIENCED,
  ...APPLICANTS,
];
