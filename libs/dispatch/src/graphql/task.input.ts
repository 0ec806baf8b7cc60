import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageInput } from '@kinward/platform';
import {
  CODE,
  ReasonedTaskInput,
  TaskChangeInput,
  TaskInput,
  TaskStateEnum,
} from './task-changed.type.js';
import type { TaskState } from '../domain/task-states.js';

/** A generous outer bound; the domain's own limit is tighter and names its reason. */
const TEXT = 10_000;
const MOST_OF_A_LIST = 50;

@InputType({ description: 'What a volunteer needs to know to do it, and no more. Sealed.' })
export class TaskDetailsInputFields {
  @Field(() => String, { description: 'What to do.' })
  @IsString()
  @MaxLength(TEXT)
  what!: string;

  @Field(() => String, { nullable: true, description: 'A locker, a desk, a station.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to meet or to name.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  contact?: string | null;
}

@InputType()
export class DraftTaskInput {
  @Field(() => String, { description: 'A code of `taskKinds`.' })
  @IsString()
  @MaxLength(CODE)
  kind!: string;

  @Field(() => String, { nullable: true, description: 'P0 to P4; that of its kind by default.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  priority?: string | null;

  @Field(() => String, { nullable: true, description: 'V1 to V3; that of its kind by default.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  tier?: string | null;

  @Field(() => ID, { nullable: true, description: 'The need it is for.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  needId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case it is for, if it is for no need.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  caseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Two letters; left out for work from home.' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  country?: string | null;

  @Field(() => [String], { nullable: true, description: 'Every one of them is needed.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Every one of them is needed.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OF_A_LIST)
  @IsString({ each: true })
  skills?: string[] | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'If it has a time of its own.' })
  @IsOptional()
  @IsDate()
  windowFrom?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
  windowTo?: Date | null;

  @Field(() => GraphQLISODateTime)
  @IsDate()
  dueAt!: Date;

  @Field(() => Int, { description: 'What it will take.' })
  @IsInt()
  expectedMinutes!: number;

  @Field(() => TaskDetailsInputFields)
  @ValidateNested()
  @Type(() => TaskDetailsInputFields)
  details!: TaskDetailsInputFields;
}

@InputType({ description: 'Security for what carries personal data; never its author.' })
export class ClearTaskInput extends TaskChangeInput {}

@InputType()
export class OpenTaskInput extends TaskChangeInput {}

@InputType()
export class WidenTaskInput extends TaskChangeInput {}

@InputType()
export class ClaimTaskInput extends TaskInput {}

@InputType()
export class AcceptTaskInput extends TaskChangeInput {}

@InputType()
export class StartTaskInput extends TaskChangeInput {}

@InputType()
export class RenewTaskInput extends TaskChangeInput {}

@InputType()
export class HandBackTaskInput extends ReasonedTaskInput {}

@InputType()
export class CancelTaskInput extends ReasonedTaskInput {}

@InputType()
export class TaskDetailsInput extends TaskInput {}

@InputType()
export class TaskQuestionsInput extends TaskInput {}

@InputType()
export class MyTaskInput extends TaskInput {}

@InputType()
export class TaskQueryInput extends TaskInput {}

@InputType()
export class ReportTaskInput extends TaskChangeInput {
  @Field(() => String, { description: 'DONE, PARTLY, FAILED or UNSAFE.' })
  @IsString()
  @MaxLength(CODE)
  outcome!: string;

  @Field(() => Int, { nullable: true, description: 'Minutes that it took.' })
  @IsOptional()
  @IsInt()
  spentMinutes?: number | null;

  @Field(() => String, { nullable: true, description: 'For whoever verifies it. Sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  note?: string | null;
}

@InputType()
export class VerifyTaskInput extends TaskChangeInput {
  @Field(() => Boolean, { description: 'False when it was not done after all.' })
  @IsBoolean()
  isDone!: boolean;
}

@InputType()
export class AskDeskInput extends TaskInput {
  @Field(() => String)
  @IsString()
  @MaxLength(TEXT)
  text!: string;
}

@InputType()
export class AnswerQuestionInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(CODE)
  questionId!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(TEXT)
  text!: string;
}

@InputType()
export class TaskBoardInput extends PageInput {}

@InputType()
export class MyTasksInput extends PageInput {
  @Field(() => [TaskStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  states?: TaskState[] | null;
}

@InputType()
export class TasksInput extends PageInput {
  @Field(() => [TaskStateEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  states?: TaskState[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  needId?: string | null;
}
