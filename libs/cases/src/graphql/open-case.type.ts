import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { MemberInput, NewPrisonerInput } from './family.input.js';

@InputType({ description: 'The promise of a live case.' })
export class NextStepInput {
  @Field(() => String, { description: 'SCREEN, VERIFY, CALL_FAMILY …' })
  @IsString()
  @MaxLength(60)
  kind!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, in the organisation’s zone' })
  @IsString()
  @MaxLength(60)
  dueDay!: string;
}

@InputType()
export class OpenCaseInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID of your own. With the same one, the case is opened once and answered twice.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  commandKey?: string | null;

  @Field(() => String, { description: 'Region class of the jurisdiction pack.' })
  @IsString()
  @MaxLength(60)
  region!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  summary?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  householdNotes?: string | null;

  @Field(() => [MemberInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MemberInput)
  members: MemberInput[] = [];

  @Field(() => [NewPrisonerInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NewPrisonerInput)
  prisoners: NewPrisonerInput[] = [];

  @Field(() => NextStepInput, { nullable: true, description: 'Default: SCREEN, tomorrow.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NextStepInput)
  nextStep?: NextStepInput | null;
}

@ObjectType()
export class CaseOpened {
  @Field(() => ID)
  caseId: string;

  @Field(() => String)
  codename: string;

  constructor({ caseId, codename }: { caseId: string; codename: string }) {
    this.caseId = caseId;
    this.codename = codename;
  }
}

export const OpenCaseResult = resultUnion('OpenCaseResult', CaseOpened);
