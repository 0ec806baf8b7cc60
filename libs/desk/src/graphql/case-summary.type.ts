import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { CASE_STATES, CaseStateEnum, type CaseState } from '@kinward/cases';
import { Person } from '@kinward/identity';
import { connectionOf, PageInput } from '@kinward/platform';
import { CASE_LIST_ORDERS, type CaseListOrder } from '../application/case-list.query.js';

export const CaseListOrderEnum: Record<CaseListOrder, CaseListOrder> = {
  NEXT_STEP: 'NEXT_STEP',
  CODENAME: 'CODENAME',
};
registerEnumType(CaseListOrderEnum, { name: 'CaseListOrder' });

@ObjectType({ description: 'The promise of a live case.' })
export class NextStep {
  @Field(() => String)
  kind!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  dueDay!: string;

  @Field(() => Boolean)
  isOverdue!: boolean;
}

@ObjectType({ description: 'A case as a row: work data only.' })
export class CaseSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  stateSince!: string;

  @Field(() => String)
  region!: string;

  @Field(() => Person, { nullable: true })
  assignee!: Person | null;

  @Field(() => Person, { nullable: true })
  deputy!: Person | null;

  @Field(() => NextStep, { nullable: true })
  nextStep!: NextStep | null;

  @Field(() => String, { nullable: true, description: 'Lowest trust among its contact channels.' })
  channelTrust!: string | null;

  @Field(() => Boolean, { description: 'Somebody on the case still waits for a key.' })
  awaitsAccess!: boolean;

  @Field(() => Int)
  contactRhythmDays!: number;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  lastConfirmedContactDay!: string | null;

  @Field(() => Boolean, { description: 'Silent for longer than was agreed.' })
  contactOverdue!: boolean;
}

export const CaseSummaryConnection = connectionOf('CaseSummary', CaseSummary);

@InputType()
export class CaseListInput extends PageInput {
  @Field(() => [CaseStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(CASE_STATES, { each: true })
  states?: CaseState[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  region?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  unassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'I am caseworker or deputy.' })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Silent for longer than was agreed.' })
  @IsOptional()
  @IsBoolean()
  contactOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Somebody on it waits for a key.' })
  @IsOptional()
  @IsBoolean()
  awaitsAccess?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Nothing is promised.' })
  @IsOptional()
  @IsBoolean()
  noNextStep?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Next step due by this day, YYYY-MM-DD.' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  dueBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a codename.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  codename?: string | null;

  @Field(() => CaseListOrderEnum, { defaultValue: 'NEXT_STEP' })
  @IsIn(CASE_LIST_ORDERS)
  orderBy: CaseListOrder = 'NEXT_STEP';
}

@InputType()
export class CaseloadInput extends PageInput {}

@ObjectType({ description: 'How much one person carries.' })
export class Caseload {
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => Int, { description: 'Live cases as caseworker.' })
  cases!: number;

  @Field(() => Int)
  asDeputy!: number;

  @Field(() => Int, { description: 'Families that this person’s keys would name.' })
  heldIdentities!: number;

  @Field(() => Int)
  overdueSteps!: number;

  @Field(() => String, { description: 'GREEN to 25, AMBER to 40, RED above.' })
  band!: string;
}

export const CaseloadConnection = connectionOf('Caseload', Caseload);
