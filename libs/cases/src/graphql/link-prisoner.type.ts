import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';

@InputType()
export class LinkPrisonerInput extends CaseInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  householdId!: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  prisonerId!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False takes the link away.' })
  @IsBoolean()
  linked: boolean = true;
}
