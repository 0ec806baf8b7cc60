import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';

@InputType()
export class RecordHouseholdInput extends CaseInput {
  @Field(() => ID, { nullable: true, description: 'Replaces the notes of this one.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  householdId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  notes?: string | null;
}
