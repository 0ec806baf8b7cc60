import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import type { ChangedTask } from '../application/changed-task.js';
import { TASK_STATES, type TaskState } from '../domain/task-states.js';

export const CODE = 60;

export const TaskStateEnum = Object.fromEntries(
  TASK_STATES.map((state) => [state, state]),
) as Record<TaskState, TaskState>;
registerEnumType(TaskStateEnum, { name: 'TaskState', description: 'In the order of its life.' });

@InputType({ isAbstract: true })
export class TaskInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  taskId!: string;
}

@InputType({ isAbstract: true })
export class TaskChangeInput extends TaskInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version you read; the present one if left out.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@InputType({ isAbstract: true })
export class ReasonedTaskInput extends TaskChangeInput {
  @Field(() => String, { description: 'A code from the list of this step.' })
  @IsString()
  @MaxLength(CODE)
  reasonCode!: string;
}

@ObjectType({ description: 'The change is stored.' })
export class TaskChanged {
  @Field(() => ID)
  taskId: string;

  @Field(() => TaskStateEnum)
  state: TaskState;

  @Field(() => Int)
  version: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it is yours.' })
  leaseUntil: Date | null;

  constructor(change: ChangedTask) {
    this.taskId = change.taskId;
    this.state = change.state;
    this.version = change.version;
    this.leaseUntil = change.leaseUntil;
  }
}

export const TaskChangedResult = resultUnion('TaskChangedResult', TaskChanged);
