import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyType, resultUnion } from '@kinward/platform';
import { DONOR_LANGUAGES, FUND_STATES, type FundRules } from '../domain/fund.js';

const CODE = 60;
const LINE = 500;
const MOST = 100;

@InputType({ description: 'What a fund may be used for; what is left out does not restrict.' })
export class FundRulesInput {
  @Field(() => [String], { nullable: true, description: 'Need codes.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  codes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Need groups.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  groups?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  excludedCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'IN_COUNTRY, ABROAD' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  channelClasses?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Minor units.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  perNeedCeilingMinor?: string | null;

  @Field(() => String, { nullable: true, description: 'Minor units in a calendar month.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  perPeriodCeilingMinor?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of each instalment of a grant, for the work itself; 0 to 100.',
  })
  @IsOptional()
  @IsInt()
  overheadPercent?: number | null;
}

@InputType({ description: 'What donors read in one language.' })
export class PublicNameInput {
  @Field(() => String, { description: 'en, be, ru, pl, lt' })
  @IsString()
  @MaxLength(CODE)
  language!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(LINE)
  name!: string;
}

@InputType({ isAbstract: true })
class FundContentInput {
  @Field(() => String, { description: 'What the public reads where a language has no name.' })
  @IsString()
  @MaxLength(LINE)
  name!: string;

  @Field(() => [PublicNameInput], {
    nullable: true,
    description: 'What donors read in their language; left out, the names stay.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(DONOR_LANGUAGES.length)
  @ValidateNested({ each: true })
  @Type(() => PublicNameInput)
  publicNames?: PublicNameInput[] | null;

  @Field(() => FundRulesInput)
  @ValidateNested()
  @Type(() => FundRulesInput)
  rules!: FundRulesInput;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; the last day of its use.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  lapsesOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Minor units that always stay in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  floorMinor?: string | null;

  @Field(() => Boolean, { description: 'Whether donors may choose it.' })
  @IsBoolean()
  isPublic!: boolean;
}

@InputType()
export class OpenFundInput extends FundContentInput {
  @Field(() => String, { description: 'Such as P-FREE.' })
  @IsString()
  @MaxLength(CODE)
  code!: string;

  @Field(() => String, { description: 'GRANT, PUBLIC, EMERGENCY' })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; default: today.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  opensOn?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Takes what has no other place, and pays what donors take back. One only.',
  })
  @IsBoolean()
  isFreeFund: boolean = false;
}

@InputType()
export class ChangeFundRulesInput extends FundContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  fundId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType()
export class ChangeFundStateInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  fundId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => String, { description: 'SUSPEND, REOPEN, CLOSE' })
  @IsString()
  @MaxLength(CODE)
  change!: string;
}

@InputType()
export class FundsInput {
  @Field(() => [String], { nullable: true, description: 'OPEN, SUSPENDED, CLOSED; default: all.' })
  @IsOptional()
  @IsArray()
  @IsIn(FUND_STATES, { each: true })
  states?: string[] | null;
}

@ObjectType({ description: 'The change is stored.' })
export class FundChanged {
  @Field(() => ID)
  fundId!: string;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version!: number;
}
export const FundChangedResult = resultUnion('FundChangedResult', FundChanged);

@ObjectType('FundRules')
export class FundRulesType {
  @Field(() => [String], { nullable: true })
  codes?: readonly string[];

  @Field(() => [String], { nullable: true })
  groups?: readonly string[];

  @Field(() => [String], { nullable: true })
  excludedCodes?: readonly string[];

  @Field(() => [String], { nullable: true })
  regions?: readonly string[];

  @Field(() => [String], { nullable: true })
  channelClasses?: readonly string[];

  @Field(() => String, { nullable: true })
  perNeedCeilingMinor?: string;

  @Field(() => String, { nullable: true })
  perPeriodCeilingMinor?: string;

  @Field(() => Int, { nullable: true })
  overheadPercent?: number;
}

@ObjectType({ description: 'What donors read in one language.' })
export class PublicName {
  @Field(() => String)
  language!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('Fund', { description: 'Money with a purpose, and what became of it.' })
export class FundType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [PublicName])
  publicNames!: readonly PublicName[];

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  state!: string;

  @Field(() => FundRulesType)
  rules!: FundRules;

  @Field(() => String)
  opensOn!: string;

  @Field(() => String, { nullable: true })
  lapsesOn!: string | null;

  @Field(() => Boolean)
  isPublic!: boolean;

  @Field(() => Boolean)
  isFreeFund!: boolean;

  @Field(() => MoneyType, { description: 'What always stays in it.' })
  floor!: MoneyType;

  @Field(() => MoneyType, { description: 'All that came in.' })
  received!: MoneyType;

  @Field(() => MoneyType, { description: 'Promised to needs and not released yet.' })
  reserved!: MoneyType;

  @Field(() => MoneyType, { description: 'Released, given back, paid as fees, moved elsewhere.' })
  spent!: MoneyType;

  @Field(() => MoneyType, {
    description: 'Of that, moved to the account OVERHEAD for the work itself.',
  })
  overhead!: MoneyType;

  @Field(() => MoneyType, { description: 'What can still be promised, the floor included.' })
  left!: MoneyType;

  @Field(() => Int)
  version!: number;
}
