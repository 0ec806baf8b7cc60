import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { MoneyInput, MoneyType, resultUnion } from '@kinward/platform';
import type { NeedMatch } from '../application/match-need.query.js';
import type { ReservedForNeed } from '../application/reserve-for-need.command.js';
import { CODE } from './disbursement-changed.type.js';

@InputType()
export class MatchNeedInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;
}

@InputType()
export class ReserveForNeedInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  needId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the need you read.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  fundId!: string;

  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;
}

@InputType()
export class ReleaseReservationInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  reservationId!: string;
}

@ObjectType({ description: 'Set aside, or set free again.' })
export class ReservationChanged {
  @Field(() => ID)
  reservationId: string;

  @Field(() => ID)
  needId: string;

  @Field(() => String)
  needState: string;

  @Field(() => Int)
  needVersion: number;

  constructor(change: ReservedForNeed) {
    this.reservationId = change.reservationId;
    this.needId = change.needId;
    this.needState = change.needState;
    this.needVersion = change.needVersion;
  }
}

export const ReservationChangedResult = resultUnion('ReservationChangedResult', ReservationChanged);

@ObjectType({ description: 'A rule of a fund, as a code and as a sentence.' })
export class FundReason {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'What one fund could do for the need.' })
export class FundMatchType {
  @Field(() => ID)
  fundId!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  isAllowed!: boolean;

  @Field(() => [FundReason], { description: 'Every rule that says no.' })
  reasons!: readonly FundReason[];

  @Field(() => MoneyType, { description: 'What it can still promise.' })
  available!: MoneyType;

  @Field(() => MoneyType, { description: 'What would be left; below nothing: it is not enough.' })
  left!: MoneyType;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  lapsesOn!: string | null;

  @Field(() => Int, { description: 'Other needs that wait for money and that it may serve.' })
  otherNeeds!: number;

  @Field(() => String, {
    nullable: true,
    description: 'EARMARKED, MOST_RESTRICTED, LAPSES_FIRST or ONLY_CHOICE: take this one first.',
  })
  choice!: string | null;
}

@ObjectType({ description: 'Which funds may serve a need, and which first.' })
export class NeedMatchType {
  @Field(() => ID)
  needId: string;

  @Field(() => MoneyType, { description: 'What the need still lacks.' })
  missing: MoneyType;

  @Field(() => [FundMatchType])
  funds: readonly FundMatchType[];

  constructor(match: NeedMatch) {
    this.needId = match.needId;
    this.missing = new MoneyType(match.missingMinor);
    this.funds = match.funds.map(({ availableMinor, leftMinor, reasons, ...fund }) => ({
      ...fund,
      reasons: [...reasons],
      available: new MoneyType(availableMinor),
      left: new MoneyType(leftMinor),
    }));
  }
}

export const MatchNeedResult = resultUnion('MatchNeedResult', NeedMatchType);
