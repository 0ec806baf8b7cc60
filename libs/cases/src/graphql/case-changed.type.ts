import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { resultUnion } from '@kinward/platform';

/** Every change names its case and, where it decides on what was read, the version that was read. */
@InputType({ isAbstract: true })
export class CaseInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(60)
  caseId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when stale.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@ObjectType({ description: 'The change is stored.' })
export class CaseChanged {
  @Field(() => ID)
  caseId: string;

  @Field(() => Int, { description: 'Send it with the next change.' })
  version: number;

  @Field(() => ID, { nullable: true, description: 'What was added, where something was.' })
  addedId: string | null;

  constructor(change: { caseId: string; version: number; addedId?: string | null }) {
    this.caseId = change.caseId;
    this.version = change.version;
    this.addedId = change.addedId ?? null;
  }
}

export const CaseChangedResult = resultUnion('CaseChangedResult', CaseChanged);
