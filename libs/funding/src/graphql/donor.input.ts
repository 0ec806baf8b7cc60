import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MoneyInput } from '@kinward/platform';

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
