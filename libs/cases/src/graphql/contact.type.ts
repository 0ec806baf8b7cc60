import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CaseInput } from './case-changed.type.js';
import { NextStepInput } from './open-case.type.js';

/** Generous outer bound of any text; the domain's own limits are tighter and name their reason. */
const MOST = 10_000;
const CODE = 60;

@InputType({ description: 'A way to reach the family. Needs the key to identities.' })
export class RecordContactChannelInput extends CaseInput {
  @Field(() => String, { description: 'PHONE, MESSENGER, EMAIL, CONTACT_PERSON, IN_PERSON, POST' })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { description: 'Number, name or address; sealed.' })
  @IsString()
  @MaxLength(MOST)
  value!: string;

  @Field(() => String, { nullable: true, description: 'When and how not to reach them; sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  quietRules?: string | null;

  @Field(() => ID, { nullable: true, description: 'Goes out of use: becomes COMPROMISED.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  replacesChannelId?: string | null;
}

@InputType()
export class ChangeChannelTrustInput extends CaseInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  channelId!: string;

  @Field(() => String, {
    description:
      'RELEASE, ARREST, SEARCH, INTERROGATION, DOUBT_RECORDED, COMPROMISE_CONFIRMED, HANDSHAKE_PASSED',
  })
  @IsString()
  @MaxLength(CODE)
  event!: string;
}

@InputType({ description: 'A try to reach the family, and what came of it.' })
export class RecordContactAttemptInput extends CaseInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  channelId?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; default: today.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  madeOn?: string | null;

  @Field(() => String, {
    description:
      'REACHED, NO_ANSWER, WRONG_PERSON, HANDSHAKE_PASSED, HANDSHAKE_FAILED, THEY_CONTACTED_US, DO_NOT_CONTACT',
  })
  @IsString()
  @MaxLength(CODE)
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'Sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST)
  note?: string | null;

  @Field(() => NextStepInput, { nullable: true, description: 'The promise that follows.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NextStepInput)
  nextStep?: NextStepInput | null;
}

@InputType({ description: 'A note; nobody changes it afterwards.' })
export class AddCaseNoteInput extends CaseInput {
  @Field(() => String, { description: 'OBSERVATION, AGREEMENT, CAUTION, OPEN_QUESTION' })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { description: 'Sealed.' })
  @IsString()
  @MaxLength(MOST)
  text!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; default: today.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  madeOn?: string | null;
}

@InputType()
export class AgreeContactRhythmInput extends CaseInput {
  @Field(() => Int, { description: 'Longest time between confirmed contacts, 1 to 180 days.' })
  @IsInt()
  days!: number;
}

@InputType()
export class PlanNextStepInput extends CaseInput {
  @Field(() => String, { description: 'SCREEN, VERIFY, CALL_FAMILY …' })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, in the organisation’s zone' })
  @IsString()
  @MaxLength(CODE)
  dueDay!: string;
}
