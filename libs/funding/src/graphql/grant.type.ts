import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyInput, MoneyType, resultUnion } from '@kinward/platform';
import { FundRulesInput } from './fund.type.js';

const CODE = 60;
const LINE = 500;
const MOST_LINES = 30;

@InputType()
export class GrantLineInput {
  @Field(() => String, { description: 'A need group.' })
  @IsString()
  @MaxLength(CODE)
  group!: string;

  @Field(() => String, { description: 'Minor units.' })
  @IsString()
  @MaxLength(CODE)
  ceilingMinor!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of need of the group; left out: all that no other line names.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  codes?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'People to reach.' })
  @IsOptional()
  @IsInt()
  peopleTarget?: number | null;

  @Field(() => Int, { nullable: true, description: 'Needs to meet.' })
  @IsOptional()
  @IsInt()
  needsTarget?: number | null;
}

@InputType({ isAbstract: true })
class GrantContentInput {
  @Field(() => String, { description: 'Such as G-CHILD.' })
  @IsString()
  @MaxLength(CODE)
  code!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(LINE)
  name!: string;

  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  startsOn!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  endsOn!: string;

  @Field(() => String, { description: 'YYYY-MM-DD; after it what is left goes back.' })
  @IsString()
  @MaxLength(CODE)
  lapsesOn!: string;

  @Field(() => ID, { nullable: true, description: 'The foundation manager who may see it.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  managerId?: string | null;

  @Field(() => [GrantLineInput], { description: 'The budget by need group; may be empty.' })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => GrantLineInput)
  lines!: GrantLineInput[];
}

@InputType()
export class RecordGrantInput extends GrantContentInput {
  @Field(() => ID, { description: 'The fund that its money goes to.' })
  @IsString()
  @MaxLength(CODE)
  fundId!: string;
}

@InputType({ description: 'A grant with a fund of its own, of the same code.' })
export class SetUpGrantInput extends GrantContentInput {
  @Field(() => FundRulesInput, {
    description: 'Kinds of need, places, ceilings, share for the work.',
  })
  @ValidateNested()
  @Type(() => FundRulesInput)
  rules!: FundRulesInput;
}

@InputType()
export class ChangeGrantLinesInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  grantId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => [GrantLineInput])
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => GrantLineInput)
  lines!: GrantLineInput[];
}

@InputType()
export class AdvanceGrantInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  grantId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => String, { description: 'SIGN, OPEN, START_CLOSING, REPORT, CLOSE, SUSPEND, RESUME' })
  @IsString()
  @MaxLength(CODE)
  step!: string;
}

@InputType()
export class BookGrantInstalmentInput {
  @Field(() => ID, { description: 'A UUID of yours; the same command acts once.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  grantId!: string;

  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, { description: 'Capitals, digits, - and /; never a name.' })
  @IsString()
  @MaxLength(CODE)
  bankReference!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  receivedOn!: string;
}

@ObjectType({ description: 'The change is stored.' })
export class GrantChanged {
  @Field(() => ID)
  grantId!: string;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version!: number;
}
export const GrantChangedResult = resultUnion('GrantChangedResult', GrantChanged);

@ObjectType({ description: 'The money is in the fund.' })
export class GrantInstalmentBooked {
  @Field(() => ID)
  instalmentId!: string;

  @Field(() => ID)
  transferId!: string;

  @Field(() => MoneyType, { description: 'Of the amount, moved on for the work itself.' })
  overhead!: MoneyType;
}
export const GrantInstalmentResult = resultUnion('GrantInstalmentResult', GrantInstalmentBooked);

@ObjectType('GrantLine')
export class GrantLineType {
  @Field(() => String)
  group!: string;

  @Field(() => String)
  ceilingMinor!: string;

  @Field(() => [String], { nullable: true })
  codes?: readonly string[];

  @Field(() => Int, { nullable: true })
  peopleTarget?: number;

  @Field(() => Int, { nullable: true })
  needsTarget?: number;
}

@ObjectType('Grant', { description: 'A funder’s promise, and how much of it has arrived.' })
export class GrantType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  state!: string;

  @Field(() => ID)
  fundId!: string;

  @Field(() => ID, { nullable: true })
  managerId!: string | null;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'Instalments booked so far.' })
  received!: MoneyType;

  @Field(() => MoneyType, { description: 'Of that, moved on for the work itself.' })
  overhead!: MoneyType;

  @Field(() => String)
  startsOn!: string;

  @Field(() => String)
  endsOn!: string;

  @Field(() => String)
  lapsesOn!: string;

  @Field(() => [GrantLineType])
  lines!: readonly GrantLineType[];

  @Field(() => Int)
  version!: number;
}
