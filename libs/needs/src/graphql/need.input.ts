import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyInput } from '@kinward/platform';
import { MOST_NEEDS, NEEDS_ACTS, type NeedsAct } from '../application/act-on-needs.use-case.js';
import { NeedsActEnum } from './need.type.js';

/** Generous outer bounds; the domain's own limits are tighter and name their reason. */
const MOST = 10_000;
const CODE = 60;
const KINDS = 30;

@InputType({ description: 'People whom the aid reaches: coarse counts for reports, no persons.' })
export class PeopleReachedInput {
  @Field(() => String, { description: '0_4, 5_17, 18_59, 60_PLUS or UNKNOWN' })
  @IsString()
  @MaxLength(CODE)
  ageBand!: string;

  @Field(() => String, { description: 'F, M or X' })
  @IsString()
  @MaxLength(CODE)
  sex!: string;

  @Field(() => Int)
  @IsInt()
  count!: number;
}

@InputType({ description: 'What the score knows of the household; sealed.' })
export class TriageFactsInput {
  @Field(() => Int, { description: 'Children under 18 in the household.' })
  @IsInt()
  minors!: number;

  @Field(() => Boolean)
  @IsBoolean()
  singleCarer!: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  disability!: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  seriousIllness!: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  age60Plus!: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  pregnancy!: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  bothParentsHeld!: boolean;

  @Field(() => Boolean, { description: 'No relative with means, no other organisation.' })
  @IsBoolean()
  noOtherSupport!: boolean;
}

/** Fields that a need and a template of needs share. */
@InputType({ isAbstract: true })
export class NeedContentInput {
  @Field(() => String, { description: 'A code of `needTaxonomy`.' })
  @IsString()
  @MaxLength(CODE)
  code!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Null: open yet, or costs nothing.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'The way the family would like.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  channelClass?: string | null;

  @Field(() => [PeopleReachedInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(KINDS)
  @ValidateNested({ each: true })
  @Type(() => PeopleReachedInput)
  reach: PeopleReachedInput[] = [];

  @Field(() => TriageFactsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => TriageFactsInput)
  facts?: TriageFactsInput | null;
}

@InputType({ isAbstract: true })
export class NeedTextInput extends NeedContentInput {
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  dueDay?: string | null;

  @Field(() => String, { nullable: true, description: 'Sealed to those who hold the case.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Who would be paid; sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  vendor?: string | null;
}

@InputType({ description: 'Needs the key to the story of the case.' })
export class RecordNeedInput extends NeedTextInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID that you make and keep for every repetition.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  commandKey?: string | null;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  caseId!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; today where left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  askedOn?: string | null;
}

@InputType({ description: 'The whole form anew. Needs the key to the story of the case.' })
export class ChangeNeedInput extends NeedTextInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;

  @Field(() => Int, { description: 'The version you read; refused when stale.' })
  @IsInt()
  @Min(1)
  version!: number;
}

/** Every change names its need and, where it decides on what was read, the version that was read. */
@InputType({ isAbstract: true })
export class NeedInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@InputType()
export class RescoreNeedInput extends NeedInput {
  @Field(() => TriageFactsInput, { nullable: true, description: 'The household as it is now.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TriageFactsInput)
  facts?: TriageFactsInput | null;
}

@InputType()
export class ScreenNeedInput extends NeedInput {
  @Field(() => String, { nullable: true, description: 'P0 to P4; as usual where left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  priority?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not the usual one.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  priorityReason?: string | null;
}

@InputType()
export class AssessNeedInput extends NeedInput {
  @Field(() => String, { description: 'NONE_FOUND, PARTLY_COVERED or COVERED' })
  @IsString()
  @MaxLength(CODE)
  duplicateAnswer!: string;

  @Field(() => String, { nullable: true, description: 'The wished one where left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  channelClass?: string | null;
}

@InputType({ isAbstract: true })
export class NeedReasonInput extends NeedInput {
  @Field(() => String, { nullable: true, description: 'A code of the list of this decision.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  reason?: string | null;
}

@InputType()
export class SendBackNeedInput extends NeedReasonInput {}

@InputType()
export class RejectNeedInput extends NeedReasonInput {}

@InputType()
export class CancelNeedInput extends NeedReasonInput {}

@InputType()
export class PutOnWaitingListInput extends NeedInput {}

@InputType()
export class NeedToActOn extends NeedInput {}

@InputType({ description: 'One act on many needs.' })
export class ActOnNeedsInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => [NeedToActOn], { description: 'At most 50, each once.' })
  @IsArray()
  @ArrayMaxSize(MOST_NEEDS)
  @ValidateNested({ each: true })
  @Type(() => NeedToActOn)
  needs!: NeedToActOn[];

  @Field(() => NeedsActEnum)
  @IsIn(NEEDS_ACTS)
  act!: NeedsAct;

  @Field(() => ID, { nullable: true, description: 'Whom to assign; for ASSIGN.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  personId?: string | null;
}

@InputType()
export class ApproveNeedInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;

  @Field(() => Int, { description: 'The version you read; refused when stale.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A template. Needs the key to the story of the case.' })
export class StartRecurringNeedInput extends NeedContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  caseId!: string;

  @Field(() => String, { description: 'WEEKLY, MONTHLY, QUARTERLY or YEARLY' })
  @IsString()
  @MaxLength(CODE)
  rhythm!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  firstDueDay!: string;

  @Field(() => String, { nullable: true, description: 'Last day; this or `count` is needed.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  untilDay?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many times, at most 60.' })
  @IsOptional()
  @IsInt()
  count?: number | null;
}

@InputType()
export class StopRecurringNeedInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  recurrenceId!: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  reason!: string;
}

@InputType()
export class RecurringNeedsInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  caseId!: string;
}

@InputType()
export class NeedTaxonomyInput {
  @Field(() => String, { defaultValue: 'en', description: 'Language of the labels.' })
  @IsString()
  @MaxLength(CODE)
  language: string = 'en';
}
