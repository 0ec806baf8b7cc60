import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Person } from '@kinward/identity';
import { connectionOf, MoneyType, PageInput, resultUnion } from '@kinward/platform';
import type { DisbursementState } from '../domain/disbursement-states.js';
import { FINDINGS, type Finding } from '../domain/sample.js';
import { DisbursementStateEnum } from './disbursement-changed.type.js';

const CODE = 60;

export const PaymentFindingEnum = Object.fromEntries(FINDINGS.map((code) => [code, code])) as {
  readonly [Key in Finding]: Key;
};
registerEnumType(PaymentFindingEnum, { name: 'PaymentFinding' });

@InputType()
export class PaymentSamplesInput extends PageInput {}

@InputType()
export class PaymentSampleInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  sampleId!: string;
}

@InputType()
export class DrawPaymentSampleInput {
  @Field(() => String, { description: 'YYYY-MM-DD; first day of release.' })
  @IsString()
  @MaxLength(CODE)
  fromDay!: string;

  @Field(() => String, { description: 'YYYY-MM-DD; last day of release, before today.' })
  @IsString()
  @MaxLength(CODE)
  toDay!: string;

  @Field(() => Int, { description: 'How many are drawn, from 1 to 100.' })
  @IsInt()
  size!: number;
}

@InputType()
export class NoteFindingInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  sampleId!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  disbursementId!: string;

  @Field(() => PaymentFindingEnum, { nullable: true, description: 'Null takes it back.' })
  @IsOptional()
  @IsIn(FINDINGS)
  finding?: Finding | null;
}

@ObjectType({ description: 'A draw of payments; its seed is the fingerprint of the audit trail.' })
export class PaymentSample {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  fromDay!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  toDay!: string;

  @Field(() => Int, { description: 'How many were asked for.' })
  size!: number;

  @Field(() => Int, { description: 'Payments that were released in the period.' })
  population!: number;

  @Field(() => String, { description: 'SHA-256, hexadecimal.' })
  seed!: string;

  @Field(() => String, { description: 'Entries that the audit trail had then.' })
  auditEntries!: string;

  @Field(() => GraphQLISODateTime)
  drawnAt!: Date;

  @Field(() => Person, { nullable: true })
  drawnBy!: Person | null;

  @Field(() => Int, { description: 'Payments about which something is noted.' })
  noted!: number;

  @Field(() => Int, { description: 'Those among them that are not in order.' })
  faults!: number;
}

@ObjectType({ description: 'That somebody signed, not who.' })
export class SampledSignature {
  @Field(() => String, { description: 'MADE, CLEARED, APPROVED, RELEASED …' })
  act!: string;

  @Field(() => String, { description: 'ISO instant, UTC' })
  signedAt!: string;
}

@ObjectType({ description: 'A payment that was drawn, without anybody.' })
export class SampledPayment {
  @Field(() => ID)
  disbursementId!: string;

  @Field(() => Int, { description: 'In which it was drawn.' })
  place!: number;

  @Field(() => String, { description: 'Code of the need.' })
  code!: string;

  @Field(() => DisbursementStateEnum)
  state!: DisbursementState;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => [String], { description: 'Classes of proof that there are.' })
  evidence!: readonly string[];

  @Field(() => String)
  requiredEvidence!: string;

  @Field(() => Int)
  approvalsRequired!: number;

  @Field(() => Int)
  approvalsGiven!: number;

  @Field(() => GraphQLISODateTime)
  draftedAt!: Date;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  releasedOn!: string;

  @Field(() => Int, { description: 'Days from the draft to the release.' })
  daysToRelease!: number;

  @Field(() => [SampledSignature])
  signatures!: readonly SampledSignature[];

  @Field(() => PaymentFindingEnum, { nullable: true })
  finding!: Finding | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  notedAt!: Date | null;
}

@ObjectType({ description: 'A draw with its payments.' })
export class PaymentSampleOpened {
  @Field(() => PaymentSample)
  sample!: PaymentSample;

  @Field(() => [SampledPayment])
  payments!: readonly SampledPayment[];
}

@ObjectType()
export class PaymentSampleDrawn {
  @Field(() => ID)
  sampleId!: string;
}

@ObjectType()
export class FindingNoted {
  @Field(() => PaymentFindingEnum, { nullable: true })
  finding!: Finding | null;
}

export const PaymentSampleConnection = connectionOf('PaymentSample', PaymentSample);
export const PaymentSampleResult = resultUnion('PaymentSampleResult', PaymentSampleOpened);
export const DrawPaymentSampleResult = resultUnion('DrawPaymentSampleResult', PaymentSampleDrawn);
export const NoteFindingResult = resultUnion('NoteFindingResult', FindingNoted);
