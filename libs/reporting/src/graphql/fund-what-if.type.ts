import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsString, MaxLength, ValidateNested } from 'class-validator';
import { MoneyInput, MoneyType, resultUnion } from '@kinward/platform';
import type { FundWhatIf as FundWhatIfValue } from '../application/fund-what-if.query.js';
import type { WaitingForMoney } from '../application/waiting-needs.js';

@InputType()
export class FundWhatIfInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  fundId!: string;

  @Field(() => MoneyInput, { description: 'The sum that the fund would have more.' })
  @ValidateNested()
  @Type(() => MoneyInput)
  more!: MoneyInput;
}

@ObjectType({ description: 'A need that would be funded.' })
export class LiftedNeed {
  @Field(() => ID)
  needId: string;

  @Field(() => ID)
  caseId: string;

  @Field(() => String)
  codename: string;

  @Field(() => String)
  code: string;

  @Field(() => Int, { nullable: true })
  score: number | null;

  @Field(() => MoneyType)
  missing: MoneyType;

  constructor({ needId, caseId, codename, code, score, missingMinor }: WaitingForMoney) {
    this.needId = needId;
    this.caseId = caseId;
    this.codename = codename;
    this.code = code;
    this.score = score;
    this.missing = new MoneyType(missingMinor);
  }
}

@ObjectType({ description: 'What a sum more in one fund would do, in the order of the queue.' })
export class FundWhatIf {
  @Field(() => ID)
  fundId: string;

  @Field(() => MoneyType, { description: 'The sum counted with: whole steps of EUR 500 outside.' })
  more: MoneyType;

  @Field(() => Int, { nullable: true, description: 'Without it. Null: fewer than ten families.' })
  fundedNow: number | null;

  @Field(() => Int, { nullable: true, description: 'Only with it. Null: fewer than ten families.' })
  lifted: number | null;

  @Field(() => [LiftedNeed], { nullable: true, description: 'The first fifty; null: counts only.' })
  needs: readonly LiftedNeed[] | null;

  @Field(() => Boolean, { description: 'The ceiling of the month stands in the way of more.' })
  isHeldByCeiling: boolean;

  constructor(value: FundWhatIfValue) {
    this.fundId = value.fundId;
    this.more = new MoneyType(value.moreMinor);
    this.fundedNow = value.fundedNow;
    this.lifted = value.lifted;
    this.needs = value.needs?.map((need) => new LiftedNeed(need)) ?? null;
    this.isHeldByCeiling = value.isHeldByCeiling;
  }
}

export const FundWhatIfResult = resultUnion('FundWhatIfResult', FundWhatIf);
