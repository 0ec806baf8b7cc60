import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyInput, PageInput } from '@kinward/platform';
import { CALL_OUT_STATES, type CallOutState } from '../domain/call-out-states.js';

const CODE = 60;
/** A generous outer bound; the domain's own limit is tighter and names its reason. */
const TEXT = 10_000;
const MOST_OF_A_LIST = 20;

export const CallOutStateEnum = Object.fromEntries(
  CALL_OUT_STATES.map((state) => [state, state]),
) as Record<CallOutState, CallOutState>;
registerEnumType(CallOutStateEnum, {
  name: 'CallOutState',
  description: 'In the order of its life.',
});

@InputType({ isAbstract: true })
class CallOutIdInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  callOutId!: string;
}

@InputType({ isAbstract: true })
class CallOutChangeInput extends CallOutIdInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version you read; the present one if left out.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@InputType()
export class RaiseCallOutInput {
  @Field(() => String, { description: 'A code of `callOutProtocols`.' })
  @IsString()
  @MaxLength(CODE)
  triggerCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'P0 to P4; that of the protocol if left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  priority?: string | null;

  @Field(() => ID, { nullable: true, description: 'The family, where somebody knows.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  caseId?: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, without names. Sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  words?: string | null;
}

@InputType({ description: 'I have seen it.' })
export class AcknowledgeCallOutInput extends CallOutChangeInput {}

@InputType({ description: 'One of the two calls.' })
export class TriageCallOutInput extends CallOutChangeInput {
  @Field(() => String, { description: 'PROCEED, FALSE_ALARM or SUSPECTED_PROVOCATION.' })
  @IsString()
  @MaxLength(CODE)
  verdict!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'One person is enough to go on; the second call follows within hours.',
  })
  @IsOptional()
  @IsBoolean()
  lifeAtRisk?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What it is, if the alarm was wrong.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  triggerCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  priority?: string | null;
}

@InputType()
export class DispatchNeedInput {
  @Field(() => String, { description: 'A code of `needTaxonomy`.' })
  @IsString()
  @MaxLength(CODE)
  code!: string;

  @Field(() => MoneyInput)
  @ValidateNested()
  @Type(() => MoneyInput)
  amount!: MoneyInput;
}

@InputType({ description: 'Runs the protocol: tasks, needs and their money in one step.' })
export class DispatchCallOutInput extends CallOutChangeInput {
  @Field(() => ID, { description: 'A UUID of your own; the same one for every repetition.' })
  @IsString()
  @MaxLength(CODE)
  commandKey!: string;

  @Field(() => ID, { nullable: true, description: 'The family, if the alarm did not know it.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  caseId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Makes a case in screening active; it must be verified within seven days.',
  })
  @IsOptional()
  @IsBoolean()
  activateCase?: boolean | null;

  @Field(() => [DispatchNeedInput], {
    nullable: true,
    description: 'In place of the needs of the protocol; under the same cap.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @ValidateNested({ each: true })
  @Type(() => DispatchNeedInput)
  needs?: DispatchNeedInput[] | null;
}

@InputType({ description: 'The second signature; not by whoever dispatched.' })
export class SignCallOutInput extends CallOutChangeInput {}

@InputType()
export class BeginStabilisingInput extends CallOutChangeInput {}

@InputType()
export class StabiliseCallOutInput extends CallOutChangeInput {}

@InputType()
export class HandOverCallOutInput extends CallOutChangeInput {
  @Field(() => ID, { description: 'Who stays with the family; they accept it themselves.' })
  @IsString()
  @MaxLength(CODE)
  ownerId!: string;
}

@InputType()
export class AcceptCallOutInput extends CallOutChangeInput {}

@InputType()
export class CloseCallOutInput extends CallOutChangeInput {
  @Field(() => String, { description: 'How it ended: a code.' })
  @IsString()
  @MaxLength(CODE)
  outcome!: string;
}

@InputType()
export class EscalateCallOutInput extends CallOutChangeInput {
  @Field(() => String, { description: 'Why security is asked: a code.' })
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@InputType({ description: 'Security gives it back to the desk.' })
export class ReturnCallOutInput extends CallOutChangeInput {}

@InputType()
export class CallOutInput extends CallOutIdInput {}

@InputType()
export class CallOutListInput extends PageInput {
  @Field(() => [CallOutStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  states?: CallOutState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Raised by me, mine to take over, or for a family that I work with.',
  })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null;
}
