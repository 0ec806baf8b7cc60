import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { CaseInput } from './case-changed.type.js';

@InputType()
export class AssignCaseInput extends CaseInput {
  @Field(() => ID, { description: 'A caseworker or coordinator of the organisation.' })
  @IsString()
  @MaxLength(60)
  personId!: string;
}

@InputType()
export class NameDeputyInput extends AssignCaseInput {}

@InputType()
export class HandOverCaseInput extends CaseInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  toPersonId!: string;
}

@InputType({ isAbstract: true })
class HolderInput extends CaseInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  holderId!: string;
}

@InputType()
export class GrantAccessInput extends HolderInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The story without who the family is; all that people on probation may hold.',
  })
  @IsBoolean()
  storyOnly: boolean = false;
}

@InputType()
export class RevokeAccessInput extends HolderInput {}

@InputType()
export class ReleaseDeputyLockInput extends HolderInput {}
