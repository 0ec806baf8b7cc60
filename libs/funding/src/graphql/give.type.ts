import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType, resultUnion } from '@kinward/platform';

@ObjectType()
export class PublicFundType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType()
export class CaseCardFact {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;

  @Field(() => String, { nullable: true, description: 'Words of the country’s pack, for regions.' })
  label!: string | null;
}

@ObjectType({ description: 'A need as the public sees it.' })
export class CaseCardType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => String)
  needGroup!: string;

  @Field(() => String)
  needLabel!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What has been given so far.' })
  given!: MoneyType;

  @Field(() => [CaseCardFact])
  facts!: readonly CaseCardFact[];

  @Field(() => String, { nullable: true, description: 'What the family agreed to be said.' })
  text!: string | null;
}

@ObjectType({ description: 'What a donor may choose from, and must know before paying.' })
export class GiveOptionsType {
  @Field(() => String)
  organizationName!: string;

  @Field(() => [PublicFundType])
  funds!: readonly PublicFundType[];

  @Field(() => [CaseCardType])
  caseCards!: readonly CaseCardType[];

  @Field(() => [String], { description: 'ISO 3166-1 alpha-2.' })
  refusedCardCountries!: readonly string[];

  @Field(() => [String], { description: 'To be shown above the pay button.' })
  notices!: readonly string[];

  @Field(() => MoneyType)
  minimum!: MoneyType;

  @Field(() => MoneyType)
  maximum!: MoneyType;

  @Field(() => Boolean)
  takesCards!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What a card statement will show; null where it is not known here.',
  })
  statementName!: string | null;

  @Field(() => Int, { description: 'Of a thousand: what the payment provider usually keeps.' })
  usualRatePerMille!: number;

  @Field(() => MoneyType, { description: 'What it usually keeps besides.' })
  feeFixed!: MoneyType;
}

@ObjectType({ description: 'Open the page to pay; keep the token, it is shown once.' })
export class GiftStarted {
  @Field(() => String)
  checkoutUrl!: string;

  @Field(() => String, { description: 'Opens the private page of the gift.' })
  token!: string;
}
export const StartGiftResult = resultUnion('StartGiftResult', GiftStarted);
