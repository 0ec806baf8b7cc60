import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MoneyInput, MoneyType, resultUnion } from '@kinward/platform';

const CODE = 60;
const ADDRESS = 254;
const TOKEN = 100;

@InputType()
export class GiveOptionsInput {
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
export class StartGiftInput {
  @Field(() => String, { description: 'Code of the organisation.' })
  @IsString()
  @MaxLength(CODE)
  organization!: string;

  @Field(() => String, { description: 'ONCE, MONTHLY' })
  @IsString()
  @MaxLength(CODE)
  rhythm!: string;

  @Field(() => ID, { nullable: true, description: 'A fund, or else a case card.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  fundId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  caseCardId?: string | null;

  @Field(() => String, {
    defaultValue: 'FREE_FUND',
    description: 'Where a gift goes when a card takes no more: SAME_KIND, FREE_FUND',
  })
  @IsString()
  @MaxLength(CODE)
  fallback: string = 'FREE_FUND';

  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, { defaultValue: 'en', description: 'en, be, ru, pl, lt' })
  @IsString()
  @MaxLength(CODE)
  locale: string = 'en';

  @Field(() => String, { nullable: true, description: 'Sealed; never needed.' })
  @IsOptional()
  @IsString()
  @MaxLength(ADDRESS)
  email?: string | null;

  @Field(() => Boolean, { description: 'I have read from which countries no cards are taken.' })
  @IsBoolean()
  acceptsCardNotice!: boolean;
}

@InputType({ isAbstract: true })
class TokenInput {
  @Field(() => String, { description: 'Of the private link.' })
  @IsString()
  @MaxLength(TOKEN)
  token!: string;
}

@InputType()
export class MyGiftsInput extends TokenInput {
  @Field(() => String, {
    nullable: true,
    description: 'en, be, ru, pl, lt; default: the language in which the gift was begun.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  locale?: string | null;
}

@InputType()
export class ForgetMeInput extends TokenInput {}

@InputType()
export class StopMonthlyGiftInput extends TokenInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  pledgeId!: string;
}

@InputType()
export class RenewMonthlyCardInput extends TokenInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  pledgeId!: string;
}

@InputType()
export class ChangeMonthlyGiftInput extends TokenInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  pledgeId!: string;

  @Field(() => String, { description: 'PAUSE, RESUME, AMOUNT' })
  @IsString()
  @MaxLength(CODE)
  change!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'With AMOUNT: from the next month on.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;
}

@InputType()
export class ChooseFallbackInput extends TokenInput {
  @Field(() => ID, { nullable: true, description: 'A gift, or else a monthly gift.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  giftId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  pledgeId?: string | null;

  @Field(() => String, { description: 'SAME_KIND, FREE_FUND' })
  @IsString()
  @MaxLength(CODE)
  fallback!: string;
}

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

@ObjectType({ description: 'Part of a gift, and how far it has come.' })
export class GiftPartType {
  @Field(() => String, { description: 'CONFIRMED, DELIVERED, ON_ITS_WAY, RESERVED, WAITING' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'A group of needs.' })
  group!: string | null;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'Why and where part of a gift went elsewhere.' })
export class GiftMoveType {
  @Field(() => String, { description: 'OVER_FUNDED, CLOSED, WITHDRAWN' })
  reason!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  movedOn!: string;
}

@ObjectType()
export class MyGift {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  fallback!: string;

  @Field(() => Boolean, { description: 'Given for the need of one family, which may be full.' })
  isForOneNeed!: boolean;

  @Field(() => String)
  startedOn!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What the payment provider kept.' })
  fee!: MoneyType;

  @Field(() => MoneyType)
  refunded!: MoneyType;

  @Field(() => [GiftPartType])
  parts!: GiftPartType[];

  @Field(() => [GiftMoveType])
  moves!: GiftMoveType[];

  @Field(() => Int, { nullable: true })
  receiptYear!: number | null;

  @Field(() => Int, { nullable: true })
  receiptNumber!: number | null;
}

@ObjectType()
export class MyMonthlyGift {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  startedOn!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'What a family agreed to tell those who gave for its need.' })
export class DonorUpdate {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The public codename of the card.' })
  codename!: string;

  @Field(() => String, { description: 'YYYY-MM; no day is said.' })
  month!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'The private page of a donor.' })
export class MyGiftsPage {
  @Field(() => String)
  organizationName!: string;

  @Field(() => String)
  thanks!: string;

  @Field(() => [MyGift])
  gifts!: MyGift[];

  @Field(() => [MyMonthlyGift])
  monthlyGifts!: MyMonthlyGift[];

  @Field(() => [DonorUpdate], { description: 'Newest first.' })
  updates!: readonly DonorUpdate[];
}
export const MyGiftsResult = resultUnion('MyGiftsResult', MyGiftsPage);

@ObjectType({ description: 'It is noted, and the payment provider will hear of it.' })
export class DonorWishNoted {
  @Field(() => String)
  state!: string;
}
export const DonorWishResult = resultUnion('DonorWishResult', DonorWishNoted);

@ObjectType({ description: 'Open the page to leave another card.' })
export class CardPageOpened {
  @Field(() => String)
  checkoutUrl!: string;
}
export const RenewMonthlyCardResult = resultUnion('RenewMonthlyCardResult', CardPageOpened);
