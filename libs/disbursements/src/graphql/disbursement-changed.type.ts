import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsString, MaxLength, Min } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import type { ChangedDisbursement } from '../application/changed-disbursement.js';
import { DISBURSEMENT_STATES, type DisbursementState } from '../domain/disbursement-states.js';

/** Generous outer bounds; the domain's own limits are tighter and name their reason. */
export const MOST = 10_000;
export const CODE = 60;

export const DisbursementStateEnum = Object.fromEntries(
  DISBURSEMENT_STATES.map((state) => [state, state]),
) as Record<DisbursementState, DisbursementState>;
registerEnumType(DisbursementStateEnum, {
  name: 'DisbursementState',
  description: 'In the order of its life.',
});

@InputType({ isAbstract: true })
export class DisbursementInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  disbursementId!: string;
}

@InputType({ isAbstract: true })
export class VersionedDisbursementInput extends DisbursementInput {
  @Field(() => Int, { description: 'The version you read: a signature is bound to it.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
export class ReasonedDisbursementInput extends DisbursementInput {
  @Field(() => String, { description: 'A code from the list of this step.' })
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@ObjectType({ description: 'The change is stored.' })
export class DisbursementChanged {
  @Field(() => ID)
  disbursementId: string;

  @Field(() => DisbursementStateEnum)
  state: DisbursementState;

  @Field(() => Int, { description: 'Counts the edits; send it with the next signature.' })
  version: number;

  @Field(() => [String], { description: 'What looks like a duplicate; to be acknowledged.' })
  warnings: readonly string[];

  constructor(change: ChangedDisbursement) {
    this.disbursementId = change.disbursementId;
    this.state = change.state as DisbursementState;
    this.version = change.version;
    this.warnings = change.warnings === '' ? [] : change.warnings.split(',');
  }
}

export const DisbursementChangedResult = resultUnion(
  'DisbursementChangedResult',
  DisbursementChanged,
);
