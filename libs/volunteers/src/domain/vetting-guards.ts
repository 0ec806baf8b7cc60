import { hasTwoReferences } from './independence.js';
import { TRAINING_MODULES, type Signer, type VettingFacts } from './vetting-facts.js';

/** Days of probation, unless enough tasks were verified before (domain.md C6). */
export const PROBATION_DAYS = 60;
export const PROBATION_TASKS = 5;
/** A re-check may be signed this many days before it is due. */
export const RECHECK_LEAD_DAYS = 30;
export const PANEL_SIZE = 3;

/** Conditions by name; the name is the reason of the refusal. Each is true where the move may go on. */
export const VETTING_GUARDS = {
  OWN_VETTING: ({ actorId, subjectId }) => actorId === null || actorId !== subjectId,
  SUBJECT_VETTED_YOU: ({ subjectId, vettersOfActor }) =>
    subjectId === null || !vettersOfActor.includes(subjectId),
  YOU_VOUCHED: ({ actorId, referees }) =>
    !referees.some(({ refereeId, answer }) => refereeId === actorId && answer !== null),
  COUNTRY_NOT_SAFE: ({ countryRefused }) => !countryRefused,
  TWO_REFERENCES_REQUIRED: ({ referees, subjectId }) => hasTwoReferences(referees, subjectId),
  TWO_INTERVIEWERS_REQUIRED: hasTwoInterviews,
  TRAINING_REQUIRED: ({ training }) =>
    TRAINING_MODULES.every((module) => training.includes(module)),
  VOLUNTEER_ACCOUNT_REQUIRED: ({ hasVolunteerAccount }) => hasVolunteerAccount,
  PROBATION_NOT_OVER: ({ probationDays, verifiedTasks }) =>
    probationDays >= PROBATION_DAYS || verifiedTasks >= PROBATION_TASKS,
  TRUSTED_ALREADY: ({ isTrusted }) => !isTrusted,
  RECHECK_TOO_EARLY: ({ recheckInDays }) =>
    recheckInDays !== null && recheckInDays <= RECHECK_LEAD_DAYS,
  RECHECK_REASON_REQUIRED: ({ recheckReason }) => recheckReason !== null,
  REVIEW_OPEN: ({ hasOpenReview }) => !hasOpenReview,
  ALREADY_SIGNED_BY_YOU: ({ signers, actorId }) =>
    !signers.some(({ personId }) => personId === actorId),
  SECOND_SIGNATURE_REQUIRED: (facts) => hasBothDesks(signersWithActor(facts)),
  PANEL_REQUIRED: (facts) => {
    const signers = signersWithActor(facts);
    return signers.length >= PANEL_SIZE && hasBothDesks(signers);
  },
} as const satisfies Record<string, (facts: VettingFacts) => boolean>;

export type VettingGuard = keyof typeof VETTING_GUARDS;

/** These say that the signature counts and that others are missing. */
export const AWAITING_GUARDS: readonly string[] = [
  'SECOND_SIGNATURE_REQUIRED',
  'PANEL_REQUIRED',
] satisfies VettingGuard[];

/** Two of them, both have seen the person live, neither is a referee. */
function hasTwoInterviews({ interviews, referees, subjectId }: VettingFacts): boolean {
  const counted = interviews.filter(
    ({ interviewerId, answer, identitySeenLive }) =>
      answer === 'FOR' &&
      identitySeenLive &&
      interviewerId !== subjectId &&
      !referees.some(({ refereeId }) => refereeId === interviewerId),
  );
  return new Set(counted.map(({ interviewerId }) => interviewerId)).size >= 2;
}

function signersWithActor({ signers, actorAsSigner }: VettingFacts): Signer[] {
  const all = actorAsSigner === null ? signers : [...signers, actorAsSigner];
  return [...new Map(all.map((signer) => [signer.personId, signer])).values()];
}

/** One person with both roles is not two people. */
function hasBothDesks(signers: readonly Signer[]): boolean {
  return signers.some(
    (one) =>
      one.roles.includes('SECURITY_OFFICER') &&
      signers.some(
        (other) => other.personId !== one.personId && other.roles.includes('COORDINATOR'),
      ),
  );
}
