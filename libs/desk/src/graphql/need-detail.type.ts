import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { NeedStateEnum, PeopleReachedType, type NeedState } from '@kinward/needs';
import { MoneyType, resultUnion } from '@kinward/platform';
import { NeedSummary } from './need-queue.type.js';

@InputType('NeedInput')
export class NeedDetailInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  needId!: string;
}

@ObjectType()
export class NeedMove {
  @Field(() => String)
  transition!: string;

  @Field(() => NeedStateEnum)
  fromState!: NeedState;

  @Field(() => NeedStateEnum)
  toState!: NeedState;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { description: 'ISO instant, UTC' })
  madeAt!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Null where the system or the books did it.',
  })
  madeBy!: Person | null;
}

@ObjectType({ description: 'Money of one fund that is, or was, set aside for the need.' })
export class NeedReservation {
  @Field(() => ID, { description: 'What a payout is drafted from.' })
  id!: string;

  @Field(() => ID)
  fundId!: string;

  @Field(() => String)
  fundCode!: string;

  @Field(() => String)
  fundName!: string;

  @Field(() => String, { description: 'ACTIVE, SPENT, WITHDRAWN or EXPIRED' })
  state!: string;

  @Field(() => MoneyType, { description: 'What is still set aside.' })
  setAside!: MoneyType;

  @Field(() => String, { description: 'ISO instant, UTC' })
  expiresAt!: string;
}

@ObjectType({ description: 'What the score knows of the household.' })
export class TriageFactsType {
  @Field(() => Int)
  minors!: number;

  @Field(() => Boolean)
  singleCarer!: boolean;

  @Field(() => Boolean)
  disability!: boolean;

  @Field(() => Boolean)
  seriousIllness!: boolean;

  @Field(() => Boolean)
  age60Plus!: boolean;

  @Field(() => Boolean)
  pregnancy!: boolean;

  @Field(() => Boolean)
  bothParentsHeld!: boolean;

  @Field(() => Boolean)
  noOtherSupport!: boolean;
}

@ObjectType({ description: 'The sealed words, opened with the reader’s own key.' })
export class NeedWords {
  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true })
  vendor!: string | null;

  @Field(() => TriageFactsType, { nullable: true })
  facts!: TriageFactsType | null;
}

@ObjectType({ description: 'One need.' })
export class Need extends NeedSummary {
  @Field(() => String, { nullable: true, description: 'ISO instant, UTC' })
  clockStartedAt!: string | null;

  @Field(() => MoneyType)
  delivered!: MoneyType;

  @Field(() => String, { nullable: true, description: 'E0 to E4' })
  requiredEvidence!: string | null;

  @Field(() => String, { nullable: true })
  duplicateAnswer!: string | null;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;

  @Field(() => String, { nullable: true })
  scoreVersion!: string | null;

  @Field(() => [PeopleReachedType])
  reach!: readonly PeopleReachedType[];

  @Field(() => ID, { nullable: true, description: 'The template that made it.' })
  recurrenceId!: string | null;

  @Field(() => Person, { nullable: true })
  author!: Person | null;

  @Field(() => Person, { nullable: true })
  screenedBy!: Person | null;

  @Field(() => Person, { nullable: true })
  assessedBy!: Person | null;

  @Field(() => Person, { nullable: true, description: 'The first of two approvers.' })
  firstApprover!: Person | null;

  @Field(() => Person, { nullable: true })
  approvedBy!: Person | null;

  @Field(() => [NeedMove], { description: 'Oldest first.' })
  moves!: readonly NeedMove[];

  @Field(() => [NeedReservation], { description: 'The latest first.' })
  reservations!: readonly NeedReservation[];

  @Field(() => [String], { description: 'What your role may try now.' })
  availableTransitions!: readonly string[];

  @Field(() => NeedWords, { nullable: true, description: 'Null: sealed, and you hold no key.' })
  words!: NeedWords | null;
}

export const NeedResult = resultUnion('NeedResult', Need);
