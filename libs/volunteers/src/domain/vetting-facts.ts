/** Somebody who was named to speak for an applicant. */
export interface Referee {
  readonly refereeId: string;
  readonly answer: ReferenceAnswer | null;
  /** Standing of an account ACTIVE, and of a volunteer ACTIVE too. */
  readonly isActive: boolean;
  /** Those who vouched for the referee. */
  readonly voucherIds: readonly string[];
  /** Everybody who vouched for the referee, for those, and so on. */
  readonly chainIds: readonly string[];
}

export const REFERENCE_ANSWERS = ['VOUCHES', 'KNOWS_TOO_LITTLE', 'ADVISES_AGAINST'] as const;
export type ReferenceAnswer = (typeof REFERENCE_ANSWERS)[number];

/** One of two talks with the applicant. */
export interface Interview {
  readonly interviewerId: string;
  readonly answer: InterviewAnswer;
  /** The face and the papers were seen, live. */
  readonly identitySeenLive: boolean;
}

export const INTERVIEW_ANSWERS = ['FOR', 'UNSURE', 'AGAINST'] as const;
export type InterviewAnswer = (typeof INTERVIEW_ANSWERS)[number];

export const TRAINING_MODULES = ['DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING'] as const;
export type TrainingModule = (typeof TRAINING_MODULES)[number];

/** Somebody who signed, with what he does on the desk. */
export interface Signer {
  readonly personId: string;
  readonly roles: readonly string[];
}

/** What the guards of the state machine look at, read under the lock of the subject. */
export interface VettingFacts {
  /** The account of the applicant or volunteer, where there is one. */
  readonly subjectId: string | null;
  /** Null for the system. */
  readonly actorId: string | null;
  /** Those who once spoke for, interviewed or decided on the actor. */
  readonly vettersOfActor: readonly string[];
  /** The country is one where the persecuting state can reach a volunteer. */
  readonly countryRefused: boolean;
  readonly referees: readonly Referee[];
  readonly interviews: readonly Interview[];
  readonly training: readonly TrainingModule[];
  /** An account with the role VOLUNTEER that belongs to nobody else. */
  readonly hasVolunteerAccount: boolean;
  readonly probationDays: number;
  readonly verifiedTasks: number;
  readonly recheckReason: string | null;
  /** Days until the re-check; negative where it is late, null where none is planned. */
  readonly recheckInDays: number | null;
  readonly isTrusted: boolean;
  /** He vouched for somebody who was exposed, and nobody has looked at it yet. */
  readonly hasOpenReview: boolean;
  /** Those who have signed this decision so far, without the actor. */
  readonly signers: readonly Signer[];
  /** The actor as a signer. */
  readonly actorAsSigner: Signer | null;
}
