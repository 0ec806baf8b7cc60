import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { connectionOf, MoneyType, PageInput, resultUnion } from '@kinward/platform';
import { TOTALS_STATES, type TotalsState } from '../domain/totals-state.js';

const CODE = 60;

export const TotalsStateEnum = Object.fromEntries(TOTALS_STATES.map((code) => [code, code])) as {
  readonly [Key in TotalsState]: Key;
};
registerEnumType(TotalsStateEnum, { name: 'TotalsState' });

@InputType()
export class PublicTotalsInput {
  @Field(() => String, { description: 'Code of the organisation.' })
  @IsString()
  @MaxLength(CODE)
  organization!: string;

  @Field(() => String, { defaultValue: 'en', description: 'en, be, ru, pl, lt' })
  @IsString()
  @MaxLength(CODE)
  locale: string = 'en';
}

@InputType()
export class TotalsSnapshotsInput extends PageInput {}

@InputType()
export class SignTotalsInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  totalsId!: string;
}

@InputType()
export class WithdrawTotalsInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  totalsId!: string;
}

@ObjectType('TotalsLine', {
  description: 'A group of needs in one month; never fewer than ten people.',
})
export class TotalsLineType {
  @Field(() => String, { description: 'Code, or OTHER for groups that were gathered.' })
  needGroup!: string;

  @Field(() => String)
  needLabel!: string;

  @Field(() => Int, { description: 'At least so many people, rounded to five.' })
  people!: number;

  @Field(() => MoneyType, { description: 'Delivered, rounded to five euros.' })
  amount!: MoneyType;
}

@ObjectType('PublicMonth', { description: 'A month that two people have published.' })
export class PublicMonthType {
  @Field(() => String, { description: 'YYYY-MM' })
  month!: string;

  @Field(() => [TotalsLineType])
  lines!: readonly TotalsLineType[];
}

@ObjectType('PublicTotals', { description: 'What everybody may know of an organisation’s help.' })
export class PublicTotalsType {
  @Field(() => String)
  organizationName!: string;

  @Field(() => [PublicMonthType], { description: 'Newest first, 24 at most.' })
  months!: readonly PublicMonthType[];
}

@ObjectType('TotalsSnapshot', { description: 'The numbers of a month as they were taken once.' })
export class TotalsSnapshotType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'YYYY-MM' })
  month!: string;

  @Field(() => TotalsStateEnum)
  state!: TotalsState;

  @Field(() => GraphQLISODateTime)
  takenAt!: Date;

  @Field(() => Int, { description: 'How many people have signed it; two publish it.' })
  signatures!: number;

  @Field(() => Boolean)
  isSignedByMe!: boolean;

  @Field(() => [TotalsLineType])
  lines!: readonly TotalsLineType[];
}

@ObjectType()
export class TotalsChanged {
  @Field(() => ID)
  totalsId!: string;

  @Field(() => TotalsStateEnum)
  state!: TotalsState;
}

export const TotalsSnapshotConnection = connectionOf('TotalsSnapshot', TotalsSnapshotType);
export const SignTotalsResult = resultUnion('SignTotalsResult', TotalsChanged);
export const WithdrawTotalsResult = resultUnion('WithdrawTotalsResult', TotalsChanged);
