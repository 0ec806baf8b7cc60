import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';

/** Generous outer bound of any text; the domain's own limits are tighter and name their reason. */
const MOST = 10_000;
const CODE = 60;

@InputType({ description: 'What the family allows, for one purpose.' })
export class GiveConsentInput extends CaseInput {
  @Field(() => String, { description: 'Consent purpose of the jurisdiction pack.' })
  @IsString()
  @MaxLength(CODE)
  purpose!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(CODE)
  givenOn!: string;

  @Field(() => String, { description: 'What was asked and answered; sealed.' })
  @IsString()
  @MaxLength(MOST)
  wording!: string;

  @Field(() => ID, { nullable: true, description: 'Only where the purpose names a partner.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  partnerId?: string | null;
}

@InputType({ description: 'Nobody has to say why.' })
export class WithdrawConsentInput extends CaseInput {
  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  purpose!: string;
}

@InputType({ description: 'What was seen; no copy of it has a place here.' })
export class RecordVerificationInput extends CaseInput {
  @Field(() => String, { description: 'LIST, DOCUMENT_SEEN or TWO_REFEREES' })
  @IsString()
  @MaxLength(CODE)
  evidence!: string;

  @Field(() => String, { nullable: true, description: 'With LIST: code of the jurisdiction pack.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  recognitionBasis?: string | null;

  @Field(() => String, { nullable: true, description: 'With DOCUMENT_SEEN: CHARGE, VERDICT …' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  documentKind?: string | null;

  @Field(() => [ID], { nullable: true, description: 'With TWO_REFEREES: two colleagues.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(CODE, { each: true })
  refereeIds?: string[] | null;
}
