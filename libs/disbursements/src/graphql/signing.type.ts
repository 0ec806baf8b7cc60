import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MoneyInput, MoneyType, resultUnion } from '@kinward/platform';
import {
  CODE,
  DisbursementInput,
  ReasonedDisbursementInput,
  VersionedDisbursementInput,
} from './disbursement-changed.type.js';
import { DISPUTE_FINDINGS, type DisputeFinding } from '../domain/dispute-settlement.js';
import { RailInput } from './draft.type.js';

const MOST_OF_A_LIST = 20;

@InputType()
export class SubmitDisbursementInput extends VersionedDisbursementInput {
  @Field(() => [String], { nullable: true, description: 'Warnings you have looked into.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  acknowledgedWarnings?: string[] | null;
}

@InputType({ description: 'Security lets a payout pass, or stops it.' })
export class ClearDisbursementInput extends VersionedDisbursementInput {
  @Field(() => Boolean, { description: 'False stops it for good.' })
  @IsBoolean()
  cleared!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Required to stop it, and to let pass what the rules block.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  reasonCode?: string | null;
}

@InputType({ description: 'To be sent before one’s first signature.' })
export class DeclareInterestInput extends DisbursementInput {
  @Field(() => Boolean, { description: 'You, or somebody close to you, gains from it.' })
  @IsBoolean()
  hasInterest!: boolean;
}

@InputType()
export class ApproveDisbursementInput extends VersionedDisbursementInput {}

@InputType()
export class RejectDisbursementInput extends VersionedDisbursementInput {
  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@InputType({ description: 'Lets the money go.' })
export class ReleaseDisbursementInput extends VersionedDisbursementInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => [RailInput], { nullable: true, description: 'The card, the sending account …' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @ValidateNested({ each: true })
  @Type(() => RailInput)
  rails?: RailInput[] | null;
}

@InputType({ isAbstract: true })
class OutcomeInput extends DisbursementInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;
}

@InputType()
export class MarkDeliveredInput extends OutcomeInput {
  @Field(() => MoneyInput, { nullable: true, description: 'A part; all of it by default.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;
}

@InputType({ description: 'The money is back and is reserved for the same need again.' })
export class MarkFailedInput extends OutcomeInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It had reached the other side and was sent back.',
  })
  @IsBoolean()
  wasReturned: boolean = false;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@InputType({ description: 'The money is gone and nobody was helped.' })
export class MarkLostOrSeizedInput extends OutcomeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@InputType()
export class MarkInTransitInput extends DisbursementInput {}

@InputType()
export class CancelDisbursementInput extends ReasonedDisbursementInput {}

@InputType()
export class OpenDisputeInput extends ReasonedDisbursementInput {}

const DisputeFindingEnum = Object.fromEntries(
  DISPUTE_FINDINGS.map((finding) => [finding, finding]),
) as Record<DisputeFinding, DisputeFinding>;
registerEnumType(DisputeFindingEnum, {
  name: 'DisputeFinding',
  description: 'What became of disputed money: received after all, lost, or back in the bank.',
});

@InputType({
  description: 'What was found. Money that never arrived is booked as lost or returned.',
})
export class SettleDisputeInput extends ReasonedDisbursementInput {
  @Field(() => ID, { description: 'A UUID that you make and keep for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => DisputeFindingEnum)
  @IsIn(DISPUTE_FINDINGS)
  finding!: DisputeFinding;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What did not arrive, where a part did; all of it by default. Not with RECEIVED.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  missing?: MoneyInput | null;
}

@InputType({ description: 'Matches a payout with the bank or a cash count.' })
export class ReconcileDisbursementInput extends DisbursementInput {
  @Field(() => String, { description: 'Line of the statement or number of the count.' })
  @IsString()
  @MaxLength(CODE)
  reference!: string;
}

@InputType()
export class DecisionSheetInput extends DisbursementInput {}

@ObjectType({ description: 'What an approver decides by, without identity.' })
export class DecisionSheetType {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  quote!: string;

  @Field(() => String)
  code!: string;

  @Field(() => MoneyType)
  needAmount!: MoneyType;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  channelClass!: string;

  @Field(() => String, { description: 'A, S or B: the result of the delivery rules.' })
  clearance!: string;

  @Field(() => String, { nullable: true })
  duplicateAnswer!: string | null;

  @Field(() => [String])
  warnings!: readonly string[];
}

export const DecisionSheetResult = resultUnion('DecisionSheetResult', DecisionSheetType);

@InputType()
export class RevealPaymentInstructionInput extends DisbursementInput {
  @Field(() => String, { description: 'PAY_OUT, CHECK_PAYMENT or CORRECT_DETAILS' })
  @IsString()
  @MaxLength(CODE)
  purpose!: string;
}

@ObjectType({ description: 'Whom to pay and how; to be hidden again at `expiresAt`.' })
export class PaymentInstructionRevealed {
  @Field(() => String)
  payee!: string;

  @Field(() => String)
  account!: string;

  @Field(() => String, { nullable: true })
  pickUpWord!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

export const RevealPaymentInstructionResult = resultUnion(
  'RevealPaymentInstructionResult',
  PaymentInstructionRevealed,
);
