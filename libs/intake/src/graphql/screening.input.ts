import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageInput } from '@kinward/platform';
import { INBOX_ORDERS, type InboxOrder } from '../application/screening/inbox-filter.js';
import {
  INTAKE_SOURCES,
  INTAKE_STATES,
  type IntakeSource,
  type IntakeState,
} from '../domain/intake-states.js';

const CODE = 60;
const MOST_CARDS = 50;
const MOST_ANSWERS = 60;
/** Generous outer bound of any answer; the use case's own limit is tighter and names its reason. */
const MOST_CHARACTERS = 20_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const enumOf = <Code extends string>(codes: readonly Code[]): Record<Code, Code> =>
  Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;

export const IntakeStateEnum = enumOf<IntakeState>(INTAKE_STATES);
registerEnumType(IntakeStateEnum, { name: 'IntakeState' });
const IntakeSourceEnum = enumOf<IntakeSource>(INTAKE_SOURCES);
registerEnumType(IntakeSourceEnum, { name: 'IntakeSource' });
const InboxOrderEnum = enumOf<InboxOrder>(INBOX_ORDERS);
registerEnumType(InboxOrderEnum, { name: 'IntakeInboxOrder' });

@InputType()
export class IntakeInboxFilterInput {
  @Field(() => [IntakeStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(INTAKE_STATES, { each: true })
  states?: IntakeState[] | null;

  @Field(() => String, { nullable: true, description: 'Group of a ticked need, such as MED.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  needGroup?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  region?: string | null;

  @Field(() => IntakeSourceEnum, { nullable: true })
  @IsOptional()
  @IsIn(INTAKE_SOURCES)
  source?: IntakeSource | null;

  @Field(() => Boolean, { nullable: true, description: 'A text had to be made harmless.' })
  @IsOptional()
  @IsBoolean()
  hasWarnings?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'As far as somebody has compared.' })
  @IsOptional()
  @IsBoolean()
  maybeDuplicate?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'A later version or a withdrawal waits.' })
  @IsOptional()
  @IsBoolean()
  hasProposedChange?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Cards of one screener.' })
  @IsOptional()
  @Matches(UUID)
  screenerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The request that a case came from.' })
  @IsOptional()
  @Matches(UUID)
  caseId?: string | null;
}

@InputType()
export class IntakeInboxInput extends PageInput {
  @Field(() => InboxOrderEnum, { defaultValue: 'RECEIVED' })
  @IsIn(INBOX_ORDERS)
  orderBy: InboxOrder = 'RECEIVED';

  @Field(() => IntakeInboxFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => IntakeInboxFilterInput)
  filter?: IntakeInboxFilterInput | null;
}

@InputType({ isAbstract: true })
export class RequestInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  requestId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@InputType()
export class OpenIntakeCardInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  requestId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Shows who it is, too: SCREEN_REQUEST, COMPARE_REQUESTS, ANSWER_APPEAL; goes to the disclosure log.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  identityPurpose?: string | null;
}

@InputType()
export class AcceptRequestInput extends RequestInput {
  @Field(() => Boolean, { description: 'You asked whether this may be bait.' })
  @IsBoolean()
  provocationCheckDone!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Who shall work on the case; a coordinator may name somebody else.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  assigneeId?: string | null;
}

@InputType({ description: 'The right answer to one question of the form.' })
export class RightAnswerInput {
  @Field(() => String, { description: 'Path of the question, such as location/region_class.' })
  @IsString()
  @MaxLength(CODE)
  path!: string;

  @Field(() => String, { description: 'Empty takes the answer away.' })
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  text!: string;
}

@InputType()
export class CorrectRequestInput extends RequestInput {
  @Field(() => [RightAnswerInput])
  @IsArray()
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => RightAnswerInput)
  answers!: RightAnswerInput[];
}

@InputType()
export class AskApplicantInput extends RequestInput {
  @Field(() => String, {
    description: 'FACTS_MISSING, CONTACT_UNCLEAR, PRISONER_UNCLEAR, NEED_UNCLEAR, CONSENT_UNCLEAR',
  })
  @IsString()
  @MaxLength(CODE)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; default: in a week.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  dueOn?: string | null;
}

@InputType()
export class DeclineRequestInput extends RequestInput {
  @Field(() => String, {
    description:
      'SPAM, COULD_NOT_BE_CONFIRMED, OUTSIDE_MANDATE, COVERED_ELSEWHERE, SAME_AS_ANOTHER_CASE, PROVOCATION_SUSPECTED, NO_SAFE_WAY_TO_HELP, WITHDRAWN_BY_FAMILY',
  })
  @IsString()
  @MaxLength(CODE)
  reason!: string;
}

@InputType()
export class AppealRequestInput extends RequestInput {}

@InputType()
export class MarkCallOutInput extends RequestInput {}

@InputType({ description: 'One of the two: another request, or a case that you hold.' })
export class MergeRequestInput extends RequestInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  intoRequestId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  intoCaseId?: string | null;
}

@InputType()
export class ApplyProposedChangeInput extends RequestInput {
  @Field(() => [String], {
    description: 'Paths of the answers that you take over; all others are rejected.',
  })
  @IsArray()
  @ArrayMaxSize(MOST_ANSWERS)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  take!: string[];
}

@InputType({ description: 'One decision on many cards: refuse them, or give them to a screener.' })
export class ScreenRequestsInput {
  @Field(() => [ID], { description: 'At most 50.' })
  @IsArray()
  @ArrayMaxSize(MOST_CARDS)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  requestIds!: string[];

  @Field(() => String, { nullable: true, description: 'As for one card; SPAM among them.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  declineReason?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  screenerId?: string | null;

  @Field(() => ID, { description: 'A UUID of your own, kept for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;
}
