import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType, resultUnion } from '@kinward/platform';
import type { ChangedCallOut } from '../application/changed-call-out.js';
import type { DispatchedCallOut } from '../application/dispatch-call-out.command.js';
import type { CallOutState } from '../domain/call-out-states.js';
import { CallOutStateEnum } from './call-out.input.js';

@ObjectType({ description: 'The change is stored.' })
export class CallOutChanged {
  @Field(() => ID)
  callOutId: string;

  @Field(() => CallOutStateEnum)
  state: CallOutState;

  @Field(() => Int)
  version: number;

  @Field(() => Boolean, { description: 'Your word is kept; somebody else has to say the same.' })
  awaitsSecondCall: boolean;

  constructor(change: ChangedCallOut) {
    this.callOutId = change.callOutId;
    this.state = change.state;
    this.version = change.version;
    this.awaitsSecondCall = change.awaitsSecondCall;
  }
}

export const CallOutChangedResult = resultUnion('CallOutChangedResult', CallOutChanged);

@ObjectType({ description: 'The protocol has run.' })
export class CallOutDispatched {
  @Field(() => ID)
  callOutId: string;

  @Field(() => CallOutStateEnum)
  state: string;

  @Field(() => Int)
  version: number;

  @Field(() => Int)
  taskCount: number;

  @Field(() => Int, { description: 'Tasks that nobody fits yet, or that wait for security.' })
  waitingTaskCount: number;

  @Field(() => Int)
  needCount: number;

  @Field(() => MoneyType, { description: 'Set aside out of the emergency fund.' })
  reserved: MoneyType;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until then somebody else signs; null where nothing was set aside.',
  })
  signatureDueAt: Date | null;

  constructor(done: DispatchedCallOut) {
    this.callOutId = done.callOutId;
    this.state = done.state;
    this.version = done.version;
    this.taskCount = done.taskCount;
    this.waitingTaskCount = done.waitingTaskCount;
    this.needCount = done.needCount;
    this.reserved = new MoneyType(done.reservedMinor);
    this.signatureDueAt = done.signatureDueAt === null ? null : new Date(done.signatureDueAt);
  }
}

export const CallOutDispatchedResult = resultUnion('CallOutDispatchedResult', CallOutDispatched);
