import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MoneyType, resultUnion } from '@kinward/platform';
import type { FreezeCount, FrozenCohort } from '../application/freeze-disbursements.use-case.js';
import type { RailExposure } from '../application/rail-review.use-case.js';
import { CODE, MOST } from './disbursement-changed.type.js';
import { RailInput } from './draft.type.js';

const MOST_OF_A_LIST = 500;

@InputType({ description: 'A cohort: every criterion that is given must fit.' })
export class FreezePreviewInput {
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  channelClasses?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  fundIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  caseIds?: string[] | null;

  @Field(() => RailInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RailInput)
  counterparty?: RailInput | null;
}

@InputType({ description: 'A cohort: every criterion that is given must fit.' })
export class FreezeDisbursementsInput extends FreezePreviewInput {
  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@InputType()
export class UnfreezeDisbursementsInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  freezeId!: string;
}

@ObjectType()
export class StateCount {
  @Field(() => String)
  state!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What a freeze would stop now; nothing is stopped.' })
export class FreezePreview {
  @Field(() => [StateCount])
  counts: readonly StateCount[];

  @Field(() => Int)
  payments: number;

  @Field(() => MoneyType)
  amount: MoneyType;

  @Field(() => Int, { description: 'Families behind them.' })
  cases: number;

  constructor(counts: readonly FreezeCount[]) {
    this.counts = counts;
    this.payments = counts.reduce((sum, { count }) => sum + count, 0);
    this.amount = new MoneyType(
      counts.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
    );
    this.cases = counts[0]?.cases ?? 0;
  }
}

export const FreezePreviewResult = resultUnion('FreezePreviewResult', FreezePreview);

@ObjectType({ description: 'What was stopped, or set free again, by its state.' })
export class CohortFrozen extends FreezePreview {
  @Field(() => ID)
  freezeId: string;

  constructor({ freezeId, counts }: FrozenCohort) {
    super(counts);
    this.freezeId = freezeId;
  }
}

export const CohortFrozenResult = resultUnion('CohortFrozenResult', CohortFrozen);

@ObjectType({ description: 'A freeze that stands, and what it holds now.' })
export class DisbursementFreeze {
  @Field(() => ID)
  id!: string;

  @Field(() => [String], { nullable: true })
  regions!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  channelClasses!: readonly string[] | null;

  @Field(() => [ID], { nullable: true })
  fundIds!: readonly string[] | null;

  @Field(() => [ID], { nullable: true })
  caseIds!: readonly string[] | null;

  @Field(() => String, { nullable: true })
  counterpartyKind!: string | null;

  @Field(() => String)
  reason!: string;

  @Field(() => GraphQLISODateTime)
  frozenAt!: Date;

  @Field(() => Int, { description: 'Payouts that it holds, with others or alone.' })
  payments!: number;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => Int, { description: 'Families behind them.' })
  cases!: number;
}

@InputType({ description: 'A professional vendor that sees more families by its trade.' })
export class ReviewVendorLimitInput extends RailInput {
  @Field(() => Int)
  @IsInt()
  families!: number;

  @Field(() => String, { description: 'YYYY-MM-DD, within a year.' })
  @IsString()
  @MaxLength(CODE)
  reviewDue!: string;
}

@ObjectType()
export class VendorLimitReviewed {
  @Field(() => Int)
  families!: number;

  @Field(() => String)
  reviewDue!: string;
}

export const ReviewVendorLimitResult = resultUnion('ReviewVendorLimitResult', VendorLimitReviewed);

@InputType()
export class RailExposureInput {
  @Field(() => RailInput, { nullable: true, description: 'Only this one.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RailInput)
  rail?: RailInput | null;
}

@ObjectType({ description: 'What one identifier would tell about families.' })
export class RailExposureType {
  @Field(() => String)
  kind: string;

  @Field(() => String, { description: 'The same for the same identifier; it tells nothing else.' })
  reference: string;

  @Field(() => Int)
  families: number;

  @Field(() => Int)
  limit: number;

  @Field(() => String)
  lastUsedOn: string;

  @Field(() => String, { description: 'The same as a sentence.' })
  sentence: string;

  constructor(row: RailExposure) {
    this.kind = row.kind;
    this.reference = row.reference;
    this.families = row.families;
    this.limit = row.limit;
    this.lastUsedOn = row.lastUsedOn;
    const owner = OWNERS[row.kind] ?? 'whoever runs it';
    const effect =
      row.families === 1
        ? '1 family becomes known'
        : `${String(row.families)} families become linkable`;
    this.sentence = `If ${owner} behind ${row.reference} talks today, ${effect}.`;
  }
}

const OWNERS: Readonly<Record<string, string>> = {
  MERCHANT: 'the merchant',
  CARD: 'the issuer of the card',
  BANK_SENDER: 'the bank that receives',
  COURIER_ACCOUNT: 'the courier',
  ORDER_EMAIL: 'whoever reads the e-mail of the order',
  ORDER_PHONE: 'the phone company',
  DELIVERY_SLOT: 'whoever plans the deliveries',
};

@InputType()
export class IssueReceiptWordInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  disbursementId!: string;
}

@ObjectType({ description: 'Shown once; it is kept nowhere.' })
export class ReceiptWordIssued {
  @Field(() => String)
  word!: string;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

export const IssueReceiptWordResult = resultUnion('IssueReceiptWordResult', ReceiptWordIssued);

@InputType()
export class ConfirmReceiptInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MOST)
  word!: string;
}

@ObjectType({ description: 'Always the same: it does not say whether the word was right.' })
export class ReceiptNoted {
  @Field(() => String)
  message: string = 'Thank you. We have noted it.';
}

export const ConfirmReceiptResult = resultUnion('ConfirmReceiptResult', ReceiptNoted);
