import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { CASE_STATES, type CaseState } from '../domain/case-states.js';
import { CASE_TRANSITIONS, type CaseTransition } from '../domain/case-transitions.js';
import { CaseInput } from './case-changed.type.js';

const enumOf = <Code extends string>(codes: readonly Code[]): Record<Code, Code> =>
  Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;

export const CaseStateEnum = enumOf<CaseState>(CASE_STATES);
registerEnumType(CaseStateEnum, { name: 'CaseState', description: 'States of domain.md C2.' });

export const CaseTransitionEnum = enumOf<CaseTransition>(CASE_TRANSITIONS);
registerEnumType(CaseTransitionEnum, { name: 'CaseTransition' });

@InputType()
export class TransitionCaseInput extends CaseInput {
  @Field(() => CaseTransitionEnum)
  @IsIn(CASE_TRANSITIONS)
  transition!: CaseTransition;

  @Field(() => String, { nullable: true, description: 'Code from the list of the transition.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'For START_SCREENING.' })
  @IsOptional()
  @IsBoolean()
  provocationCheckDone?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'For START_SCREENING.' })
  @IsOptional()
  @IsBoolean()
  isSpam?: boolean | null;

  @Field(() => String, { nullable: true, description: 'For ACTIVATE out of turn.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  exception?: string | null;

  @Field(() => Int, { nullable: true, description: 'For START_TRANSITION, 6 to 24.' })
  @IsOptional()
  @IsInt()
  planMonths?: number | null;
}

@ObjectType()
export class CaseTransitioned {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => Boolean, { description: 'This was the first of two signatures; nothing moved yet.' })
  awaitsSecondSignature!: boolean;
}

export const TransitionCaseResult = resultUnion('TransitionCaseResult', CaseTransitioned);
