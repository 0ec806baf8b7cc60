import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyInput } from '@kinward/platform';
import { CODE, MOST } from './disbursement-changed.type.js';

const MOST_OF_A_LIST = 20;

@InputType({ description: 'Something of a payout that can be seen by others: a merchant, a card.' })
export class RailInput {
  @Field(() => String, {
    description:
      'MERCHANT, CARD, BANK_SENDER, COURIER_ACCOUNT, ORDER_EMAIL, ORDER_PHONE, DELIVERY_SLOT',
  })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { description: 'Kept as a keyed hash only.' })
  @IsString()
  @MaxLength(MOST)
  value!: string;
}

@InputType({ description: 'What an approver decides by; no names. Sealed to the approvers.' })
export class SheetContentInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  reason!: string;

  @Field(() => String, { description: 'Where the price comes from.' })
  @IsString()
  @MaxLength(MOST)
  quote!: string;
}

@InputType({ description: 'Whom to pay and how. Sealed to whoever pays.' })
export class PaymentInstructionInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  payee!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  account!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  pickUpWord?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  note?: string | null;
}

@InputType({ isAbstract: true })
class DisbursementContentInput {
  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, { description: 'BANK_ABROAD, PARTNER_ROUTE … (docs/domains)' })
  @IsString()
  @MaxLength(CODE)
  channelClass!: string;

  @Field(() => String, {
    nullable: true,
    description: 'FAMILY (default), PERSON_HELD (default for a parcel) or PERSON_RELEASED',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  recipient?: string | null;

  @Field(() => SheetContentInput)
  @ValidateNested()
  @Type(() => SheetContentInput)
  sheet!: SheetContentInput;

  @Field(() => PaymentInstructionInput)
  @ValidateNested()
  @Type(() => PaymentInstructionInput)
  instruction!: PaymentInstructionInput;

  @Field(() => [RailInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @ValidateNested({ each: true })
  @Type(() => RailInput)
  counterparties?: RailInput[] | null;

  @Field(() => Boolean, { description: 'You, or somebody close to you, gains from it.' })
  @IsBoolean()
  hasInterest!: boolean;

  @Field(() => [String], { nullable: true, description: 'Warnings you have looked into.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  acknowledgedWarnings?: string[] | null;
}

@InputType({ description: 'Writes a payout anew; every signature under the old version is void.' })
export class ChangeDisbursementInput extends DisbursementContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  disbursementId!: string;

  @Field(() => Int, { description: 'The version you read.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A payout from a reservation.' })
export class DraftDisbursementInput extends DisbursementContentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  reservationId!: string;

  @Field(() => ID, { nullable: true, description: 'The failed or returned payout it repeats.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  resendOf?: string | null;
}
