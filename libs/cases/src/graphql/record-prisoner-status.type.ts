import { Field, ID, InputType, IntersectionType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';
import { StatusInput } from './family.input.js';

@InputType()
export class RecordPrisonerStatusInput extends IntersectionType(CaseInput, StatusInput, InputType) {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  prisonerId!: string;
}
