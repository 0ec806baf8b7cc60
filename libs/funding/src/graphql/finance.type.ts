import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { connectionOf, MoneyInput, MoneyType, PageInput, resultUnion } from '@kinward/platform';
import { GIFT_STATES, REFUND_STATES } from '../domain/gift-state.js';

const CODE = 60;
const EVENT_ID = 100;
const INBOX_STATES = ['RECEIVED', 'DONE', 'IGNORED', 'FAILED'];

@InputType()
export class RefundGiftInput {
  @Field(() => ID, { description: 'A UUID of yours; the same command acts once.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  giftId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Default: all that is left of the gift.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;

  @Field(() => String, { description: 'DONOR_ASKED, DUPLICATE, FRAUD, RISK_TO_DONOR, MISTAKE' })
  @IsString()
  @MaxLength(CODE)
  reason!: string;
}

@ObjectType({
  description: 'The refund will be carried out; the books follow when money has left.',
})
export class GiftRefundRequested {
  @Field(() => ID)
  refundId!: string;
}
export const RefundGiftResult = resultUnion('RefundGiftResult', GiftRefundRequested);

@InputType()
export class RetryPaymentEventInput {
  @Field(() => ID, { description: 'A UUID of yours; the same command acts once.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => String, { description: 'The provider’s own id, as stripeInbox shows it.' })
  @IsString()
  @MaxLength(EVENT_ID)
  eventId!: string;
}

@ObjectType({ description: 'The event will be worked on again within a minute.' })
export class PaymentEventRetried {
  @Field(() => String)
  eventId!: string;

  @Field(() => String)
  state!: string;
}
export const RetryPaymentEventResult = resultUnion('RetryPaymentEventResult', PaymentEventRetried);

@InputType()
export class GiftsInput extends PageInput {
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(GIFT_STATES, { each: true })
  states?: string[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  fundId?: string | null;
}

@InputType()
export class GiftRefundsInput extends PageInput {
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @IsIn(REFUND_STATES, { each: true })
  states?: string[] | null;
}

@InputType()
export class StripeInboxInput extends PageInput {
  @Field(() => [String], { nullable: true, description: 'RECEIVED, DONE, IGNORED, FAILED' })
  @IsOptional()
  @IsArray()
  @IsIn(INBOX_STATES, { each: true })
  states?: string[] | null;
}

@ObjectType('Gift', { description: 'A gift without a word on who gave it.' })
export class GiftType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType)
  fee!: MoneyType;

  @Field(() => MoneyType)
  refunded!: MoneyType;

  @Field(() => ID)
  fundId!: string;

  @Field(() => Boolean)
  isMonthly!: boolean;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  startedOn!: string;
}
export const GiftConnection = connectionOf('Gift', GiftType);

@ObjectType('GiftRefund')
export class GiftRefundType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  giftId!: string;

  @Field(() => String)
  state!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  reason!: string;

  @Field(() => Boolean, { description: 'No fund could pay it; the free fund still owes it.' })
  isOwed!: boolean;

  @Field(() => Date)
  requestedAt!: Date;
}

@InputType()
export class GiftInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  giftId!: string;
}

@ObjectType('GiftTransfer', { description: 'What the books hold of a gift.' })
export class GiftTransferType {
  @Field(() => ID)
  transferId!: string;

  @Field(() => String, { description: 'GIFT, GIFT_FEE, FUND_TRANSFER, GIFT_REFUND, REFUND_FAILED' })
  code!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => Date)
  bookedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The account of the fund that took part.' })
  fundAccountId!: string | null;
}

@ObjectType('GiftDetail', { description: 'One gift: what was given back, and its bookings.' })
export class GiftDetailType extends GiftType {
  @Field(() => MoneyType, { description: 'What can still be given back.' })
  refundable!: MoneyType;

  @Field(() => [GiftRefundType], { description: 'Oldest first.' })
  refunds!: readonly GiftRefundType[];

  @Field(() => [GiftTransferType], { description: 'Oldest first.' })
  transfers!: readonly GiftTransferType[];
}
export const GiftResult = resultUnion('GiftResult', GiftDetailType);
export const GiftRefundConnection = connectionOf('GiftRefund', GiftRefundType);

@ObjectType({
  description: 'Something the payment provider told us; never what it said of a donor.',
})
export class StripeInboxEvent {
  @Field(() => ID)
  eventId!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  state!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, as a code.' })
  failure!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is tried again, while it waits.' })
  nextTryAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The gift that it was about, where known.' })
  giftId!: string | null;
}
export const StripeInboxConnection = connectionOf('StripeInbox', StripeInboxEvent);
