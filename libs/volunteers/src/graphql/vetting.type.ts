import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, resultUnion } from '@kinward/platform';
import type { ChangedVetting } from '../application/changed-vetting.js';
import { SCREENING_STEPS } from '../application/screen-application.use-case.js';
import { REVIEW_OUTCOMES } from '../application/referee-reviews.js';
import { INTERVIEW_ANSWERS, REFERENCE_ANSWERS, TRAINING_MODULES } from '../domain/vetting-facts.js';
import {
  VETTING_STATES,
  VOLUNTEER_TIERS,
  type VettingState,
  type VolunteerTier,
} from '../domain/vetting-states.js';

const enumOf = <Code extends string>(
  name: string,
  codes: readonly Code[],
  description: string,
): Record<Code, Code> => {
  const type = Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;
  registerEnumType(type, { name, description });
  return type;
};

export const VettingStateEnum = enumOf(
  'VettingState',
  VETTING_STATES,
  'In the order of the way in.',
);
export const VolunteerTierEnum = enumOf(
  'VolunteerTier',
  VOLUNTEER_TIERS,
  'V1 no personal data, V2 the least and for a time, V3 trusted with one case.',
);
export const ScreeningStepEnum = enumOf('ScreeningStep', SCREENING_STEPS, 'Of an application.');
export const ReferenceAnswerEnum = enumOf(
  'ReferenceAnswer',
  REFERENCE_ANSWERS,
  'A referee’s word.',
);
export const InterviewAnswerEnum = enumOf('InterviewAnswer', INTERVIEW_ANSWERS, 'After one talk.');
export const TrainingModuleEnum = enumOf(
  'TrainingModule',
  TRAINING_MODULES,
  'All three are needed.',
);
export const RefereeReviewOutcomeEnum = enumOf(
  'RefereeReviewOutcome',
  REVIEW_OUTCOMES,
  'What security found about a referee.',
);

@ObjectType({ description: 'The application is with us; the answer is always the same.' })
export class ApplicationReceived {
  @Field(() => String)
  message = 'Thank you. If we can work together, somebody writes to you within three weeks.';
}

export const ApplyAsVolunteerResult = resultUnion('ApplyAsVolunteerResult', ApplicationReceived);

@ObjectType({ description: 'The change is stored.' })
export class VettingChanged {
  @Field(() => ID, { nullable: true })
  applicationId: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the account; null before the probation.' })
  volunteerId: string | null;

  @Field(() => VettingStateEnum)
  state: VettingState;

  @Field(() => VolunteerTierEnum, { nullable: true })
  tier: VolunteerTier | null;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version: number;

  @Field(() => Boolean, {
    description: 'Your signature counts; others are missing, nothing moved.',
  })
  awaitsSignatures: boolean;

  constructor(change: ChangedVetting) {
    this.applicationId = change.applicationId;
    this.volunteerId = change.volunteerId;
    this.state = change.state as VettingState;
    this.tier = change.tier as VolunteerTier | null;
    this.version = change.version;
    this.awaitsSignatures = change.awaitsSignatures;
  }
}

export const VettingChangedResult = resultUnion('VettingChangedResult', VettingChanged);

@ObjectType({
  description: 'Who applied. Do not copy it: it is destroyed when the application is over.',
})
export class ApplicantRevealed {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  contact!: string;

  @Field(() => String, { nullable: true })
  message!: string | null;
}

export const RevealApplicantResult = resultUnion('RevealApplicantResult', ApplicantRevealed);

@ObjectType()
export class RefereeReviewed {
  @Field(() => ID)
  reviewId!: string;

  @Field(() => RefereeReviewOutcomeEnum)
  outcome!: string;
}

export const RefereeReviewedResult = resultUnion('RefereeReviewedResult', RefereeReviewed);

@ObjectType({ description: 'Somebody’s word on an applicant.' })
export class VettingVoice {
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Null while it is awaited.' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  day!: string | null;
}

@ObjectType()
export class TrainingDone {
  @Field(() => TrainingModuleEnum)
  module!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  completedOn!: string;
}

@ObjectType({ description: 'An application: codes and days; who it is stays sealed.' })
export class VolunteerApplication {
  @Field(() => ID)
  id!: string;

  @Field(() => VettingStateEnum)
  state!: string;

  @Field(() => String)
  stateSince!: string;

  @Field(() => String)
  appliedOn!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2' })
  country!: string;

  @Field(() => [String], { description: 'BCP 47' })
  languages!: readonly string[];

  @Field(() => [String])
  skills!: readonly string[];

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;

  @Field(() => Int, { description: 'Applications of the same address that ended without us.' })
  earlier!: number;

  @Field(() => [VettingVoice])
  references!: readonly VettingVoice[];

  @Field(() => [VettingVoice])
  interviews!: readonly VettingVoice[];

  @Field(() => [TrainingDone])
  training!: readonly TrainingDone[];

  @Field(() => [VettingVoice], { description: 'Signatures that wait for others.' })
  signatures!: readonly VettingVoice[];

  @Field(() => Int)
  version!: number;
}

export const VolunteerApplicationConnection = connectionOf(
  'VolunteerApplication',
  VolunteerApplication,
);

export const VolunteerApplicationResult = resultUnion(
  'VolunteerApplicationResult',
  VolunteerApplication,
);

@ObjectType({ description: 'Something about vetting that is due.' })
export class VettingDuty {
  @Field(() => String, {
    description:
      'SCREENING_DUE, REFERENCES_MISSING, INTERVIEWS_DUE, DECISION_DUE, TRAINING_DUE, PROBATION_OVER, RECHECK, SUSPENSION, PANEL, REFEREE_REVIEW or, for security officers, CERTIFICATE',
  })
  kind!: string;

  @Field(() => ID, { description: 'Of the application, the person or the review.' })
  subjectId!: string;

  personId!: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  dueDay!: string;
}

export const VettingDutyConnection = connectionOf('VettingDuty', VettingDuty);

@ObjectType({ description: 'Somebody asks you to speak for somebody you know.' })
export class ReferenceRequest {
  @Field(() => ID)
  applicationId!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  namedOn!: string;

  @Field(() => String, { nullable: true })
  applicantName!: string | null;
}
