import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CaseStateEnum, type CaseState } from '@kinward/cases';
import { Person } from '@kinward/identity';
import { NeedStateEnum, OPEN_NEED_STATES, PRIORITIES, type NeedState } from '@kinward/needs';
import { connectionOf, MoneyType, PageInput } from '@kinward/platform';
import { NEED_QUEUE_ORDERS, type NeedQueueOrder } from '../application/need-queue.sql.js';

const CODE = 60;
const MOST_CODES = 60;

export const NeedQueueOrderEnum: Record<NeedQueueOrder, NeedQueueOrder> = {
  SCORE: 'SCORE',
  CLOCK: 'CLOCK',
  DUE_DAY: 'DUE_DAY',
  OLDEST: 'OLDEST',
};
registerEnumType(NeedQueueOrderEnum, { name: 'NeedQueueOrder' });

@ObjectType({ description: 'The clock that runs: until the answer, then until the action.' })
export class NeedClock {
  @Field(() => String, { description: 'ANSWER or ACTION' })
  kind!: string;

  @Field(() => String, { description: 'ISO instant, UTC' })
  dueAt!: string;

  @Field(() => Boolean)
  isOverdue!: boolean;
}

@ObjectType({ description: 'A part of the score; the formula is published.' })
export class ScoreFactor {
  @Field(() => String, { description: 'severity, timeLeft, vulnerability, sinceHelp, noSupport' })
  factor!: string;

  @Field(() => Int)
  points!: number;

  @Field(() => Int, { description: 'The most this factor can have.' })
  most!: number;
}

@ObjectType({ description: 'A need as a row: work data only.' })
export class NeedSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  caseState!: CaseState;

  @Field(() => NeedStateEnum)
  state!: NeedState;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  group!: string;

  @Field(() => String, { nullable: true, description: 'P0 to P4; null before screening.' })
  priority!: string | null;

  @Field(() => String)
  region!: string;

  @Field(() => Int, { nullable: true, description: '0 to 100' })
  score!: number | null;

  @Field(() => [ScoreFactor], { description: 'Why it has its place.' })
  factors!: readonly ScoreFactor[];

  @Field(() => NeedClock, { nullable: true })
  clock!: NeedClock | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  dueDay!: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  askedOn!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'Reserved, or paid out already.' })
  funded!: MoneyType;

  @Field(() => MoneyType)
  remaining!: MoneyType;

  @Field(() => String, { nullable: true, description: 'A code: what has to happen next.' })
  nextStep!: string | null;

  @Field(() => Person, { nullable: true })
  assignee!: Person | null;

  @Field(() => String, { nullable: true, description: 'Lowest trust among the contact channels.' })
  channelTrust!: string | null;

  @Field(() => String, { nullable: true })
  channelClass!: string | null;

  @Field(() => String, { nullable: true, description: 'A allowed, S security each time.' })
  clearance!: string | null;
}

@ObjectType({ description: 'How much is in the queue for me.' })
export class NeedQueueCounts {
  @Field(() => Int)
  open!: number;

  @Field(() => Int, { description: 'The clock has run out.' })
  late!: number;

  @Field(() => Int, { description: 'Needed by today, in the zone of the organisation.' })
  dueToday!: number;

  @Field(() => Int, { description: 'Counting stops here: a number this high may be more.' })
  countedTo!: number;
}

export const NeedSummaryConnection = connectionOf('NeedSummary', NeedSummary);

@ObjectType({ description: 'A need that waits for money, with its place.' })
export class WaitingNeed {
  @Field(() => Int, { description: 'Counted over all that wait in the organisation.' })
  position!: number;

  @Field(() => String, {
    description: 'FIRST, LOWER_SCORE, ASKED_LATER, ASKED_THE_SAME_DAY: why behind the one before.',
  })
  rule!: string;

  @Field(() => NeedSummary)
  need!: NeedSummary;
}

export const WaitingNeedConnection = connectionOf('WaitingNeed', WaitingNeed);

/** Codes alone: what a view may keep, too. */
@InputType({ isAbstract: true })
export class NeedCodesFilterInput {
  @Field(() => [NeedStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(OPEN_NEED_STATES, { each: true })
  states?: NeedState[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(PRIORITIES, { each: true })
  priorities?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  codes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Groups of `needTaxonomy`.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  groups?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Cases I am caseworker or deputy of.' })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Cases without a caseworker.' })
  @IsOptional()
  @IsBoolean()
  unassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  waitingForFunds?: boolean | null;
}

@InputType()
export class NeedQueueFilterInput extends NeedCodesFilterInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a codename.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  codename?: string | null;
}

@InputType()
export class NeedQueueInput extends PageInput {
  @Field(() => NeedQueueFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => NeedQueueFilterInput)
  filter?: NeedQueueFilterInput | null;

  @Field(() => NeedQueueOrderEnum, { defaultValue: 'SCORE' })
  @IsIn(NEED_QUEUE_ORDERS)
  orderBy: NeedQueueOrder = 'SCORE';
}

@InputType()
export class WaitingListInput extends PageInput {}
