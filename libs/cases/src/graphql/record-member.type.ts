import { Field, ID, InputType, IntersectionType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';
import { MemberInput } from './family.input.js';

@InputType()
export class RecordMemberInput extends IntersectionType(CaseInput, MemberInput, InputType) {
  @Field(() => ID, { description: 'Where the member lives.' })
  @IsString()
  @MaxLength(60)
  householdId!: string;

  @Field(() => ID, { nullable: true, description: 'Replaces what is known of this member.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  memberId?: string | null;
}
