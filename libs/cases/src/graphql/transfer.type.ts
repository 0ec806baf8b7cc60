import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { connectionOf, PageInput, resultUnion, type Connection } from '@kinward/platform';
import { TRANSFER_STATES, type TransferState } from '../domain/case-transfer.js';
import { CaseInput } from './case-changed.type.js';

const TransferStateEnum = Object.fromEntries(
  TRANSFER_STATES.map((state) => [state, state]),
) as Record<TransferState, TransferState>;
registerEnumType(TransferStateEnum, { name: 'CaseTransferState' });

@InputType()
export class OfferCaseTransferInput extends CaseInput {
  @Field(() => ID, { description: 'One of the `partners` of `caseTransfers`.' })
  @IsString()
  @MaxLength(60)
  organizationId!: string;
}

@InputType({ isAbstract: true })
class TransferInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  offerId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@InputType()
export class AnswerCaseTransferInput extends TransferInput {
  @Field(() => Boolean)
  @IsBoolean()
  accepts!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'With a no: NO_CAPACITY, OUTSIDE_MANDATE, NO_SAFE_WAY_TO_HELP.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  reason?: string | null;
}

@InputType()
export class WithdrawCaseTransferInput extends TransferInput {}

@InputType()
export class SendCaseTransferInput extends TransferInput {}

@InputType()
export class ReceiveCaseTransferInput extends TransferInput {
  @Field(() => Boolean, { description: 'It was asked whether this may be a provocation.' })
  @IsBoolean()
  provocationCheckDone!: boolean;
}

@ObjectType({ description: 'The offer is stored as it is now.' })
export class CaseTransferChanged {
  @Field(() => ID)
  offerId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => TransferStateEnum)
  state!: TransferState;
}

export const CaseTransferResult = resultUnion('CaseTransferResult', CaseTransferChanged);

@ObjectType({ description: 'An organisation of the coalition.' })
export class CoalitionPartner {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'A family offered to or by another organisation; codes and days.' })
export class CaseTransferLine {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean, { description: 'Offered by the own organisation.' })
  isOutgoing!: boolean;

  @Field(() => CoalitionPartner, { nullable: true })
  partner!: CoalitionPartner | null;

  @Field(() => TransferStateEnum)
  state!: TransferState;

  @Field(() => ID, { nullable: true, description: 'Of the own case, until the family arrived.' })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  codename!: string | null;

  @Field(() => String)
  region!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  offeredOn!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, the last day for an answer and the sending.' })
  lapsesOn!: string;

  @Field(() => String, { nullable: true })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true })
  sentOn!: string | null;

  @Field(() => String, { nullable: true })
  receivedOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'To whom the family is, or was, sealed.' })
  receiverId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not.' })
  reason!: string | null;
}

const CaseTransferConnection = connectionOf('CaseTransfer', CaseTransferLine);

@InputType()
export class CaseTransfersInput extends PageInput {}

@ObjectType({
  description: 'Offers of both directions, the newest first, and to whom one can offer.',
})
export class CaseTransfers {
  @Field(() => CaseTransferConnection)
  transfers!: Connection<CaseTransferLine>;

  @Field(() => [CoalitionPartner])
  partners!: readonly CoalitionPartner[];
}

export const CaseTransfersResult = resultUnion('CaseTransfersResult', CaseTransfers);
