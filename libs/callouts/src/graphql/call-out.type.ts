import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@kinward/identity';
import { connectionOf, MoneyType, resultUnion } from '@kinward/platform';
import type { CallOutState } from '../domain/call-out-states.js';
import { CallOutStateEnum } from './call-out.input.js';

@ObjectType({ description: 'An alarm and what was done about it.' })
export class CallOut {
  @Field(() => ID)
  id!: string;

  @Field(() => CallOutStateEnum)
  state!: CallOutState;

  @Field(() => CallOutStateEnum, { nullable: true, description: 'Where an escalated one was.' })
  stateBefore!: CallOutState | null;

  @Field(() => String, { nullable: true, description: 'Null until somebody has looked.' })
  triggerCode!: string | null;

  @Field(() => String)
  priority!: string;

  @Field(() => Boolean)
  lifeAtRisk!: boolean;

  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => String, { nullable: true })
  codename!: string | null;

  @Field(() => ID, { nullable: true, description: 'The request of the inbox that it came from.' })
  requestId!: string | null;

  @Field(() => Person, { nullable: true, description: 'Null for one that the inbox raised.' })
  raisedBy!: Person | null;

  @Field(() => GraphQLISODateTime)
  raisedAt!: Date;

  @Field(() => GraphQLISODateTime)
  acknowledgeDueAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  acknowledgedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Seconds until somebody had seen it.' })
  acknowledgedAfter!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  triagedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Where one call was enough.' })
  secondCallDueAt!: Date | null;

  @Field(() => Boolean)
  secondCallMade!: boolean;

  @Field(() => GraphQLISODateTime)
  actionDueAt!: Date;

  @Field(() => Person, { nullable: true })
  dispatchedBy!: Person | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  dispatchedAt!: Date | null;

  @Field(() => MoneyType, { nullable: true, description: 'The most that it could draw.' })
  cap!: MoneyType | null;

  @Field(() => MoneyType, { description: 'Set aside by its dispatch.' })
  reserved!: MoneyType;

  @Field(() => GraphQLISODateTime, { nullable: true })
  signatureDueAt!: Date | null;

  @Field(() => Person, { nullable: true })
  signedBy!: Person | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  signedAt!: Date | null;

  @Field(() => GraphQLISODateTime)
  stabiliseDueAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  stabilisedAt!: Date | null;

  @Field(() => Person, { nullable: true })
  owner!: Person | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  handedOverAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Why security was asked.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'What runs out next.' })
  clockAt!: Date | null;

  @Field(() => Int)
  version!: number;
}

export const CallOutConnection = connectionOf('CallOut', CallOut);

@ObjectType({ description: 'What one caller said.' })
export class CallOutCallType {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  verdict!: string;

  @Field(() => GraphQLISODateTime)
  madeAt!: Date;
}

@ObjectType({ description: 'A task that the protocol made.' })
export class CallOutTaskType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  priority!: string;

  @Field(() => GraphQLISODateTime)
  dueAt!: Date;

  @Field(() => Boolean)
  carriesPersonalData!: boolean;
}

@ObjectType({ description: 'A need that the protocol wrote, and its money.' })
export class CallOutNeedType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  state!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'Still set aside.' })
  reserved!: MoneyType;

  @Field(() => MoneyType, { description: 'Has left.' })
  released!: MoneyType;
}

@ObjectType({ description: 'One step of a call-out’s life.' })
export class CallOutStepType {
  @Field(() => String)
  transition!: string;

  @Field(() => CallOutStateEnum, { nullable: true })
  fromState!: CallOutState | null;

  @Field(() => CallOutStateEnum)
  toState!: CallOutState;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null for a rule that acts by itself.' })
  madeBy!: string | null;

  @Field(() => GraphQLISODateTime)
  madeAt!: Date;
}

@ObjectType({ description: 'A call-out with all that hangs on it.' })
export class CallOutFile {
  @Field(() => CallOut)
  callOut!: CallOut;

  @Field(() => String, { nullable: true, description: 'Null without words, or without your key.' })
  words!: string | null;

  @Field(() => [CallOutCallType])
  calls!: readonly CallOutCallType[];

  @Field(() => [CallOutTaskType])
  tasks!: readonly CallOutTaskType[];

  @Field(() => [CallOutNeedType])
  needs!: readonly CallOutNeedType[];

  @Field(() => [CallOutStepType])
  history!: readonly CallOutStepType[];
}

export const CallOutResult = resultUnion('CallOutResult', CallOutFile);

@ObjectType()
export class ProtocolTaskType {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  priority!: string;

  @Field(() => Int, { description: 'Minutes from the dispatch.' })
  dueMinutes!: number;

  @Field(() => String)
  what!: string;
}

@ObjectType()
export class ProtocolNeedType {
  @Field(() => String)
  code!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'What is done at once when something happens.' })
export class CallOutProtocolType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  priority!: string;

  @Field(() => MoneyType, { description: 'The most that it can draw at this priority.' })
  cap!: MoneyType;

  @Field(() => [ProtocolTaskType])
  tasks!: readonly ProtocolTaskType[];

  @Field(() => [ProtocolNeedType])
  needs!: readonly ProtocolNeedType[];
}
