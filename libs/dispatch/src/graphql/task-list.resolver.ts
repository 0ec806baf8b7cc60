import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Page, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  toConnection,
  type Actor,
  type Connection,
  type RequestContext,
} from '@kinward/platform';
import { BoardQuery, taskKey, type TaskLine } from '../application/board.query.js';
import { TaskQuery, type MonthOfHours } from '../application/task.query.js';
import { TASK_KINDS, type TaskKind } from '../domain/task-kinds.js';
import {
  MyTaskInput,
  MyTasksInput,
  TaskBoardInput,
  TaskQueryInput,
  TasksInput,
} from './task.input.js';
import {
  BoardTask,
  BoardTaskConnection,
  MonthOfHoursType,
  MyTaskResult,
  Task,
  TaskConnection,
  TaskKindType,
  TaskResult,
  TaskWithSteps,
} from './task.type.js';

type List = Promise<Result<Connection<TaskLine>, DomainError>>;

/** Tasks in lists, and one of them. */
@Resolver()
export class TaskListResolver {
  constructor(
    private readonly board: BoardQuery,
    private readonly tasksQuery: TaskQuery,
  ) {}

  @Allow('taskBoard')
  @Query(() => BoardTaskConnection, { description: 'Open tasks that fit me, most urgent first.' })
  async taskBoard(@CurrentActor() actor: Actor, @Args('input') input: TaskBoardInput): List {
    return toList(await this.board.page(actor, input));
  }

  @Allow('myTasks')
  @Query(() => BoardTaskConnection, { description: 'What I have in hand, and had.' })
  async myTasks(@CurrentActor() actor: Actor, @Args('input') input: MyTasksInput): List {
    return toList(await this.board.mine(actor, input));
  }

  @Allow('myTask')
  @Query(() => MyTaskResult, { description: 'One task that I have in hand, or had.' })
  async myTask(
    @CurrentActor() actor: Actor,
    @Args('input') input: MyTaskInput,
  ): Promise<Result<BoardTask, DomainError>> {
    const mine = await this.tasksQuery.mine(actor, input.taskId);
    return mine.ok ? ok(Object.assign(new BoardTask(), mine.value)) : mine;
  }

  @Allow('tasks')
  @Query(() => TaskConnection, { description: 'Tasks of my organisation, most urgent first.' })
  async tasks(@CurrentActor() actor: Actor, @Args('input') input: TasksInput): List {
    return toList(await this.board.desk(actor, input));
  }

  @Allow('task')
  @Query(() => TaskResult, { description: 'One task with its history.' })
  async task(
    @CurrentActor() actor: Actor,
    @Args('input') input: TaskQueryInput,
  ): Promise<Result<TaskWithSteps, DomainError>> {
    const detail = await this.tasksQuery.detail(actor, input.taskId);
    return detail.ok ? ok(Object.assign(new TaskWithSteps(), detail.value)) : detail;
  }

  @Allow('myHours')
  @Query(() => [MonthOfHoursType], { description: 'What I gave, by month, newest first.' })
  myHours(@CurrentActor() actor: Actor): Promise<readonly MonthOfHours[]> {
    return this.tasksQuery.hours(actor);
  }

  @Allow('taskKinds')
  @Query(() => [TaskKindType], { description: 'What volunteers can be asked to do.' })
  taskKinds(): readonly TaskKind[] {
    return TASK_KINDS;
  }
}

/** Who has a task in hand. */
@Resolver(() => Task)
export class TaskHolderResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  holder(
    @Parent() line: TaskLine,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> | null {
    return line.holderId === null ? null : this.people.load(context, line.holderId);
  }
}

/** The same of the one that is looked at: a type that extends another does not take its fields' resolvers over. */
@Resolver(() => TaskWithSteps)
export class OpenedTaskHolderResolver extends TaskHolderResolver {}

function toList(page: Result<Page<TaskLine>, DomainError>) {
  return page.ok ? ok(toConnection(page.value, taskKey)) : page;
}
