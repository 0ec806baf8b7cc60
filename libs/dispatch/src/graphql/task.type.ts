import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@kinward/identity';
import { connectionOf, resultUnion } from '@kinward/platform';
import { TaskStateEnum } from './task-changed.type.js';
import type { TaskState } from '../domain/task-states.js';

@ObjectType({ isAbstract: true })
class TaskFields {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => String)
  priority!: string;

  @Field(() => String, { description: 'Lowest tier of a volunteer who may do it.' })
  tier!: string;

  @Field(() => Boolean)
  carriesPersonalData!: boolean;

  @Field(() => String, { nullable: true })
  country!: string | null;

  @Field(() => [String])
  languages!: readonly string[];

  @Field(() => [String])
  skills!: readonly string[];

  @Field(() => GraphQLISODateTime, { nullable: true })
  windowFrom!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  windowTo!: Date | null;

  @Field(() => GraphQLISODateTime)
  dueAt!: Date;

  @Field(() => Int)
  expectedMinutes!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it is somebody’s.' })
  leaseUntil!: Date | null;

  @Field(() => Int, { description: 'How often the holder took more time.' })
  renewals!: number;

  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Field(() => Int, { nullable: true })
  spentMinutes!: number | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType({
  description: 'A task as a volunteer sees it before accepting: nothing about anybody.',
})
export class BoardTask extends TaskFields {}

export const MyTaskResult = resultUnion('MyTaskResult', BoardTask);

export const BoardTaskConnection = connectionOf('BoardTask', BoardTask);

@ObjectType({ description: 'A task as the desk sees it.' })
export class Task extends TaskFields {
  @Field(() => String, { description: 'FREE, NEED or CALL_OUT.' })
  origin!: string;

  @Field(() => ID, { nullable: true })
  needId!: string | null;

  @Field(() => Person, { nullable: true })
  holder!: Person | null;

  @Field(() => Int, { description: 'Rings of people who have been asked.' })
  ring!: number;

  @Field(() => Int)
  openQuestions!: number;
}

export const TaskConnection = connectionOf('Task', Task);

@ObjectType({ description: 'One step of a task’s life.' })
export class TaskStepType {
  @Field(() => String)
  transition!: string;

  @Field(() => TaskStateEnum)
  fromState!: TaskState;

  @Field(() => TaskStateEnum)
  toState!: TaskState;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null for a rule that acts by itself.' })
  madeBy!: string | null;

  @Field(() => GraphQLISODateTime)
  madeAt!: Date;
}

@ObjectType({ description: 'A task with its history.' })
export class TaskWithSteps extends Task {
  @Field(() => [TaskStepType])
  history!: readonly TaskStepType[];
}

export const TaskResult = resultUnion('TaskResult', TaskWithSteps);

@ObjectType({ description: 'What to do; to be hidden again at `expiresAt`.' })
export class TaskDetailsOpened {
  @Field(() => String)
  what!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true })
  contact!: string | null;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

export const TaskDetailsResult = resultUnion('TaskDetailsResult', TaskDetailsOpened);

@ObjectType({ description: 'A question, its answer, or the note of a report.' })
export class TaskMessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'QUESTION, ANSWER or NOTE.' })
  kind!: string;

  @Field(() => ID, { nullable: true })
  answersId!: string | null;

  @Field(() => Boolean)
  isMine!: boolean;

  @Field(() => GraphQLISODateTime)
  writtenAt!: Date;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'Everything said about a task, oldest first.' })
export class TaskMessages {
  @Field(() => [TaskMessageType])
  messages!: readonly TaskMessageType[];
}

export const TaskMessagesResult = resultUnion('TaskMessagesResult', TaskMessages);

@ObjectType({ description: 'It is sealed and stored.' })
export class TaskMessageSent {
  @Field(() => ID)
  messageId!: string;
}

export const TaskMessageSentResult = resultUnion('TaskMessageSentResult', TaskMessageSent);

@ObjectType({ description: 'What you gave in one month, without a word about whom it was for.' })
export class MonthOfHoursType {
  @Field(() => String, { description: 'YYYY-MM' })
  month!: string;

  @Field(() => Int)
  tasks!: number;

  @Field(() => Int)
  minutes!: number;
}

@ObjectType()
export class TaskKindType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'Lowest tier of a volunteer who may do it.' })
  minimumTier!: string;

  @Field(() => Boolean, { description: 'Security clears it first.' })
  carriesPersonalData!: boolean;

  @Field(() => String)
  defaultPriority!: string;

  @Field(() => [String], { description: 'Groups of needs it serves; any if empty.' })
  needGroups!: readonly string[];

  @Field(() => Int, { description: 'Hours from accepting within which a report is due.' })
  workHours!: number;
}
