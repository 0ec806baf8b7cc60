import { Field, ID, InputType, IntersectionType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';
import { NewPrisonerInput } from './family.input.js';

@InputType()
export class RecordPrisonerInput extends IntersectionType(CaseInput, NewPrisonerInput, InputType) {
  @Field(() => ID, { nullable: true, description: 'Replaces the details of this prisoner.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  prisonerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Households of a new prisoner; default: the only one of the case.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  householdIds?: string[] | null;
}
