import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, MoneyType, PageInput, resultUnion } from '@kinward/platform';
import type {
  DisbursementDetail,
  DisbursementLine,
  Signature,
} from '../application/disbursement-list.query.js';
import { DISBURSEMENT_STATES, type DisbursementState } from '../domain/disbursement-states.js';
import { DisbursementInput, DisbursementStateEnum } from './disbursement-changed.type.js';

/** As many as a page has rows. */
const MOST_TRANSFERS = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@InputType()
export class DisbursementsInput extends PageInput {
  @Field(() => [DisbursementStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(DISBURSEMENT_STATES.length)
  @IsIn(DISBURSEMENT_STATES, { each: true })
  states?: DisbursementState[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(UUID)
  fundId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(UUID)
  needId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only payouts that these releases of the books paid for.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TRANSFERS)
  @Matches(UUID, { each: true })
  releaseTransferIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what waits for my signature.' })
  @IsOptional()
  @IsBoolean()
  mineToSign?: boolean | null;
}

@InputType('DisbursementInput')
export class DisbursementQueryInput extends DisbursementInput {}

@ObjectType({ description: 'Who signed what, as whom, under which version.' })
export class DisbursementSignature {
  @Field(() => String, { description: 'MADE, CLEARED, APPROVED, RELEASED …' })
  act!: string;

  @Field(() => String)
  role!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => GraphQLISODateTime)
  signedAt!: Date;

  @Field(() => Boolean, { description: 'False when an edit has voided it.' })
  isValid!: boolean;

  @Field(() => Person, { nullable: true })
  person!: Person | null;

  personId!: string;
}

@ObjectType({ description: 'Money or goods that leave for one need.' })
export class Disbursement {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  codename!: string;

  @Field(() => ID)
  needId!: string;

  @Field(() => ID)
  fundId!: string;

  @Field(() => ID)
  reservationId!: string;

  @Field(() => String, { description: 'Code of the need.' })
  code!: string;

  @Field(() => DisbursementStateEnum)
  state!: DisbursementState;

  @Field(() => String, { nullable: true, description: 'What a freeze or dispute interrupted.' })
  stateBefore!: string | null;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType)
  delivered!: MoneyType;

  @Field(() => MoneyType)
  returned!: MoneyType;

  @Field(() => MoneyType)
  lost!: MoneyType;

  @Field(() => String)
  channelClass!: string;

  @Field(() => String)
  recipient!: string;

  @Field(() => String)
  region!: string;

  @Field(() => String)
  clearance!: string;

  @Field(() => Int)
  approvalsRequired!: number;

  @Field(() => Int)
  approvalsGiven!: number;

  @Field(() => String)
  requiredEvidence!: string;

  @Field(() => [String])
  evidence!: readonly string[];

  @Field(() => [String])
  warnings!: readonly string[];

  @Field(() => Boolean, { description: 'Released by its own approver and not looked at yet.' })
  awaitsSample!: boolean;

  @Field(() => String, { nullable: true })
  settlementReference!: string | null;

  @Field(() => ID, { nullable: true })
  resendOf!: string | null;

  @Field(() => GraphQLISODateTime)
  draftedAt!: Date;

  @Field(() => String, { nullable: true })
  releasedOn!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was let go last.' })
  releasedAt!: Date | null;

  @Field(() => Person, { nullable: true, description: 'Who let it go last.' })
  releasedBy!: Person | null;

  releasedById!: string | null;

  @Field(() => String, { nullable: true })
  deliveredOn!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the last proof came.' })
  provenAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'In the books: fund to aid that is owed.' })
  releaseTransferId!: string | null;

  @Field(() => ID, { nullable: true, description: 'In the books: bank to aid on its way.' })
  paymentTransferId!: string | null;

  @Field(() => [ID], { description: 'In the books: what arrived, oldest first.' })
  deliveryTransferIds!: readonly string[];

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: 'A proof of delivery: what it is, never what it says.' })
export class DisbursementProof {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  evidenceClass!: string;

  @Field(() => String, { description: 'A code of the class.' })
  what!: string;

  @Field(() => GraphQLISODateTime)
  recordedAt!: Date;
}

@ObjectType({ description: 'One payout with its signature trail and its proofs.' })
export class DisbursementWithSignatures extends Disbursement {
  @Field(() => [DisbursementSignature], { description: 'In the order in which they were given.' })
  signatures!: readonly DisbursementSignature[];

  @Field(() => [DisbursementProof], { description: 'Oldest first.' })
  proofs!: readonly DisbursementProof[];
}

export const DisbursementConnection = connectionOf('Disbursement', Disbursement);
export const DisbursementResult = resultUnion('DisbursementResult', DisbursementWithSignatures);

/** A line of the list as GraphQL shows it. */
export function toDisbursement(line: DisbursementLine): Disbursement {
  const { amountMinor, deliveredMinor, returnedMinor, lostMinor, state, ...rest } = line;
  return {
    ...rest,
    releasedBy: null,
    state: state as DisbursementState,
    amount: new MoneyType(amountMinor),
    delivered: new MoneyType(deliveredMinor),
    returned: new MoneyType(returnedMinor),
    lost: new MoneyType(lostMinor),
  };
}

/** The same with its signatures. */
export function toDetail(detail: DisbursementDetail): DisbursementWithSignatures {
  return Object.assign(new DisbursementWithSignatures(), toDisbursement(detail), {
    signatures: detail.signatures.map(toSignature),
    proofs: detail.proofs,
  });
}

function toSignature(signature: Signature): DisbursementSignature {
  const { voidedAt, ...rest } = signature;
  return { ...rest, isValid: voidedAt === null, person: null };
}
