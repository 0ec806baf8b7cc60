import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Person } from '@kinward/identity';
import {
  connectionOf,
  MoneyType,
  PageInput,
  resultUnion,
  type Connection,
} from '@kinward/platform';
import { CASE_MATTER_KINDS, type CaseMatterKind } from '../application/case-matters.query.js';
import { CASE_EVENT_KINDS, type CaseEventKind } from '../application/case-timeline.query.js';

const namesOf = <Code extends string>(codes: readonly Code[]): Record<Code, Code> =>
  Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;

export const CaseEventKindEnum = namesOf(CASE_EVENT_KINDS);
registerEnumType(CaseEventKindEnum, { name: 'CaseEventKind' });
export const CaseMatterKindEnum = namesOf(CASE_MATTER_KINDS);
registerEnumType(CaseMatterKindEnum, { name: 'CaseMatterKind' });
export const CasePostEnum = namesOf(['CASEWORKER', 'DEPUTY'] as const);
registerEnumType(CasePostEnum, { name: 'CasePost' });

@InputType()
export class CaseTimelineInput extends PageInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  caseId!: string;

  @Field(() => [CaseEventKindEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(CASE_EVENT_KINDS, { each: true })
  kinds?: CaseEventKind[] | null;
}

@ObjectType({ description: 'Something that happened in a case.' })
export class CaseEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => CaseEventKindEnum)
  kind!: CaseEventKind;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  day!: string;

  @Field(() => String, { description: 'New state, outcome, purpose or kind of note.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The state before.' })
  fromCode!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the need, the payout or the task.' })
  subjectCode!: string | null;

  @Field(() => ID, { nullable: true, description: 'The need, the payout or the task.' })
  subjectId!: string | null;

  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;

  @Field(() => Person, { nullable: true, description: 'Null where the system did it.' })
  madeBy!: Person | null;

  @Field(() => String, { nullable: true, description: 'Sealed; null without a key.' })
  text!: string | null;

  @Field(() => Boolean, { description: 'There are words that your keys do not open.' })
  isSealed!: boolean;
}

const CaseEventConnection = connectionOf('CaseEvent', CaseEvent);

@ObjectType()
export class CaseTimeline {
  @Field(() => CaseEventConnection, { description: 'Newest first.' })
  events: Connection<CaseEvent>;

  constructor(events: Connection<CaseEvent>) {
    this.events = events;
  }
}

@InputType()
export class CaseMattersInput extends PageInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  caseId!: string;

  @Field(() => CaseMatterKindEnum)
  @IsIn(CASE_MATTER_KINDS)
  kind!: CaseMatterKind;
}

@ObjectType({ description: 'A need, a payout or a task of a case.' })
export class CaseMatter {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Kind of need or of task.' })
  code!: string;

  @Field(() => String)
  state!: string;

  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  dueDay!: string | null;
}

const CaseMatterConnection = connectionOf('CaseMatter', CaseMatter);

@ObjectType()
export class CaseMatters {
  @Field(() => CaseMatterConnection, { description: 'Newest first.' })
  matters: Connection<CaseMatter>;

  constructor(matters: Connection<CaseMatter>) {
    this.matters = matters;
  }
}

@InputType()
export class AwaitingAccessInput extends PageInput {}

@ObjectType({ description: 'Somebody on a case who cannot open it yet.' })
export class AwaitedKey {
  @Field(() => ID)
  caseId!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => CasePostEnum)
  post!: 'CASEWORKER' | 'DEPUTY';

  @Field(() => String, { description: 'YYYY-MM-DD' })
  since!: string;

  @Field(() => [Person], { description: 'Who holds the key and can pass it on.' })
  holders!: readonly Person[];
}

export const AwaitedKeyConnection = connectionOf('AwaitedKey', AwaitedKey);

@InputType()
export class ReleasesAheadInput {
  @Field(() => Int, { defaultValue: 60, description: 'Days to look ahead, at most 365.' })
  @IsInt()
  @Min(1)
  @Max(365)
  days: number = 60;
}

@ObjectType({ description: 'A sentence that ends soon, in a case I carry.' })
export class ReleaseAhead {
  @Field(() => ID)
  caseId!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => ID)
  prisonerId!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  endsOn!: string;
}

@ObjectType()
export class ReleasesAhead {
  @Field(() => [ReleaseAhead], { description: 'Soonest first.' })
  releases: readonly ReleaseAhead[];

  constructor(releases: readonly ReleaseAhead[]) {
    this.releases = releases;
  }
}

export const CaseTimelineResult = resultUnion('CaseTimelineResult', CaseTimeline);
export const CaseMattersResult = resultUnion('CaseMattersResult', CaseMatters);
export const ReleasesAheadResult = resultUnion('ReleasesAheadResult', ReleasesAhead);
