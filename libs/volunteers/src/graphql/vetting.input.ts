import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { PageInput } from '@kinward/platform';
import type { InterviewAnswer, ReferenceAnswer, TrainingModule } from '../domain/vetting-facts.js';
import type { VettingState } from '../domain/vetting-states.js';
import type { ReviewOutcome } from '../application/referee-reviews.js';
import type { ScreeningStep } from '../application/screen-application.use-case.js';
import {
  InterviewAnswerEnum,
  ReferenceAnswerEnum,
  RefereeReviewOutcomeEnum,
  ScreeningStepEnum,
  TrainingModuleEnum,
  VettingStateEnum,
} from './vetting.type.js';

/** Generous outer bounds; the domain's own limits are tighter and name their reason. */
const MOST = 4_000;
const SHORT = 300;
const ID_LENGTH = 60;
const CODES = 60;

@InputType({ description: 'Tell us no more than we ask for.' })
export class ApplyAsVolunteerInput {
  @Field(() => String, { description: 'Code of the organisation.' })
  @IsString()
  @MaxLength(ID_LENGTH)
  organization!: string;

  @Field(() => String, { description: 'How we may call you; sealed.' })
  @IsString()
  @MaxLength(SHORT)
  name!: string;

  @Field(() => String, { description: 'An address of e-mail; sealed.' })
  @IsString()
  @MaxLength(SHORT)
  contact!: string;

  @Field(() => String, { nullable: true, description: 'Sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  message?: string | null;

  @Field(() => String, { description: 'Where you live, ISO 3166-1 alpha-2.' })
  @IsString()
  @MaxLength(ID_LENGTH)
  country!: string;

  @Field(() => String, { description: 'IANA' })
  @IsString()
  @MaxLength(ID_LENGTH)
  timeZone!: string;

  @Field(() => [String], { description: 'BCP 47' })
  @IsArray()
  @ArrayMaxSize(CODES)
  @IsString({ each: true })
  languages!: string[];

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(CODES)
  @IsString({ each: true })
  skills: string[] = [];
}

@InputType({ isAbstract: true })
export class OfApplicationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  applicationId!: string;
}

@InputType({ isAbstract: true })
export class ChangeApplicationInput extends OfApplicationInput {
  @Field(() => Int, { nullable: true, description: 'Of the application as you saw it.' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@InputType()
export class VolunteerApplicationsInput extends PageInput {
  @Field(() => [VettingStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  states?: VettingState[] | null;
}

@InputType()
export class VolunteerApplicationInput extends OfApplicationInput {}

@InputType()
export class RevealApplicantInput extends OfApplicationInput {}

@InputType()
export class ScreenApplicationInput extends ChangeApplicationInput {
  @Field(() => ScreeningStepEnum)
  step!: ScreeningStep;

  @Field(() => ID, { nullable: true, description: 'The account of an applicant who has one.' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  personId?: string | null;
}

@InputType()
export class NameRefereeInput extends OfApplicationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  refereeId!: string;
}

@InputType()
export class RecordReferenceInput extends OfApplicationInput {
  @Field(() => ReferenceAnswerEnum)
  answer!: ReferenceAnswer;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  knownYears?: number | null;
}

@InputType()
export class RecordInterviewInput extends OfApplicationInput {
  @Field(() => InterviewAnswerEnum)
  answer!: InterviewAnswer;

  @Field(() => Boolean, {
    description: 'Face and papers, live. Without it the talk does not count.',
  })
  @IsBoolean()
  identitySeenLive!: boolean;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(ID_LENGTH)
  heldOn!: string;
}

@InputType()
export class DeclineApplicationInput extends ChangeApplicationInput {
  @Field(() => String, {
    description: 'NO_REFERENCES, NOT_SUITABLE, NO_CAPACITY, SECURITY_DOUBT or NO_ANSWER',
  })
  @IsString()
  @MaxLength(ID_LENGTH)
  reason!: string;
}

@InputType()
export class DecideVolunteerInput extends ChangeApplicationInput {}

@InputType()
export class WithdrawApplicationInput extends ChangeApplicationInput {}

@InputType()
export class CompleteTrainingInput extends OfApplicationInput {
  @Field(() => TrainingModuleEnum)
  module!: TrainingModule;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(ID_LENGTH)
  completedOn!: string;
}

@InputType()
export class StartProbationInput extends ChangeApplicationInput {
  @Field(() => ID, { description: 'An account of the role VOLUNTEER.' })
  @IsString()
  @MaxLength(ID_LENGTH)
  personId!: string;
}

@InputType()
export class VettingDutiesInput extends PageInput {}

@InputType()
export class RecordRefereeReviewInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  reviewId!: string;

  @Field(() => RefereeReviewOutcomeEnum)
  outcome!: ReviewOutcome;
}
