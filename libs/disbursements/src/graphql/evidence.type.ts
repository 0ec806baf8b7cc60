import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { CODE, DisbursementInput, ReasonedDisbursementInput } from './disbursement-changed.type.js';

/** Base64 of a million bytes. */
const MOST_OF_A_DOCUMENT = 1_400_000;

@InputType({ description: 'A proof of delivery, or the reason why there is none.' })
export class RecordEvidenceInput extends DisbursementInput {
  @Field(() => String, { description: 'E0, E2, E3 or E4; E1 is the family’s own word.' })
  @IsString()
  @MaxLength(CODE)
  evidenceClass!: string;

  @Field(() => String, { description: 'A code of the class: RECEIPT, DELIVERER_ATTESTS …' })
  @IsString()
  @MaxLength(CODE)
  what!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Base64 of at most 1,000,000 bytes. Of E3 only a salted commitment is kept; E4 is sealed to two keepers.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_OF_A_DOCUMENT)
  document?: string | null;
}

@InputType()
export class WaiveEvidenceInput extends ReasonedDisbursementInput {}

@InputType({ isAbstract: true })
class EvidenceIdInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  evidenceId!: string;
}

@InputType({
  description: 'Whether the partner shows the same document as on the day of the proof.',
})
export class CompareEvidenceInput extends EvidenceIdInput {
  @Field(() => String, { description: 'Base64 of at most 1,000,000 bytes; it is not kept.' })
  @IsString()
  @MaxLength(MOST_OF_A_DOCUMENT)
  document!: string;
}

@InputType()
export class ReleaseEvidenceLockInput extends EvidenceIdInput {}

@InputType()
export class OpenEvidenceInput extends EvidenceIdInput {}

@InputType({ isAbstract: true })
class KeeperInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  personId!: string;
}

@InputType()
export class AppointEvidenceKeeperInput extends KeeperInput {}

@InputType()
export class DismissEvidenceKeeperInput extends KeeperInput {}

@ObjectType({ description: 'An appointment was made or has ended.' })
export class EvidenceKeeperChanged {
  @Field(() => ID)
  personId!: string;
}

export const EvidenceKeeperResult = resultUnion('EvidenceKeeperResult', EvidenceKeeperChanged);

@ObjectType({ description: 'The other keeper can open the document now.' })
export class EvidenceLockReleased {
  @Field(() => ID)
  evidenceId!: string;
}

export const ReleaseEvidenceLockResult = resultUnion(
  'ReleaseEvidenceLockResult',
  EvidenceLockReleased,
);

@ObjectType({ description: 'A full document, opened by its two keepers together.' })
export class EvidenceOpened {
  @Field(() => String, { description: 'Base64.' })
  document!: string;
}

export const OpenEvidenceResult = resultUnion('OpenEvidenceResult', EvidenceOpened);

@ObjectType({ description: 'A document beside the commitment that was kept of it (E3).' })
export class EvidenceCompared {
  @Field(() => Boolean, { description: 'True only for the same document, to the byte.' })
  isSame!: boolean;
}

export const CompareEvidenceResult = resultUnion('CompareEvidenceResult', EvidenceCompared);
