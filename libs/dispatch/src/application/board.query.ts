import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type Clock,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import {
  BoardRepository,
  type TaskLine,
  type TaskListFilter,
} from '../infrastructure/board.repository.js';
import { seesAllTasks } from './task-desk.js';

export type { TaskLine } from '../infrastructure/board.repository.js';

interface PageAsked {
  readonly first: number;
  readonly after?: string | null;
}

/** The sort key of a line: most urgent first, then by when it is due. */
export function taskKey(line: TaskLine): readonly string[] {
  return [line.priority, line.dueAt.toISOString(), line.id];
}

/** Lists of tasks: work data only, one statement a page whatever its size. */
@Injectable()
export class BoardQuery {
  constructor(
    private readonly board: BoardRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open tasks that fit the volunteer who asks (domain.md B 47). Errors: an invalid cursor. */
  async page(actor: Actor, asked: PageAsked): Promise<Result<Page<TaskLine>, DomainError>> {
    const after = cursorOf(asked);
    if (!after.ok) return after;
    const { personId } = actor;
    const place = { personId, now: this.clock.now(), after: after.value, limit: asked.first + 1 };
    return ok(toPage(await this.board.fitting(place), asked.first, taskKey));
  }

  /** What the volunteer has in hand, and had. Errors: an invalid cursor. */
  async mine(
    actor: Actor,
    asked: PageAsked & {
      readonly states?: readonly string[] | null;
      readonly taskId?: string | null;
    },
  ): Promise<Result<Page<TaskLine>, DomainError>> {
    const { states = null, taskId = null } = asked;
    return this.list(asked, { states, taskId, holderId: actor.personId });
  }

  /**
   * For the desk: all tasks of the organisation for coordinators and security, for caseworkers what they wrote and what
   * is for families they work with. Errors: an invalid cursor.
   */
  async desk(
    actor: Actor,
    asked: PageAsked & {
      readonly states?: readonly string[] | null;
      readonly needId?: string | null;
      readonly taskId?: string | null;
    },
  ): Promise<Result<Page<TaskLine>, DomainError>> {
    const viewerId = seesAllTasks(actor) ? null : actor.personId;
    const { states = null, needId = null, taskId = null } = asked;
    return this.list(asked, { states, needId, taskId, viewerId });
  }

  private async list(
    asked: PageAsked,
    filter: Partial<TaskListFilter>,
  ): Promise<Result<Page<TaskLine>, DomainError>> {
    const after = cursorOf(asked);
    if (!after.ok) return after;
    const nothing = { states: null, needId: null, taskId: null, holderId: null, viewerId: null };
    const place = { ...nothing, ...filter, after: after.value, limit: asked.first + 1 };
    return ok(toPage(await this.board.list(place), asked.first, taskKey));
  }
}

function cursorOf({
  after,
}: PageAsked): Result<readonly [string, string, string] | null, DomainError> {
  if (after == null) return ok(null);
  const [priority, dueAt, id] = decodeCursor(after, 3) ?? [];
  const isKey =
    typeof priority === 'string' &&
    /^P[0-4]$/.test(priority) &&
    typeof dueAt === 'string' &&
    !Number.isNaN(Date.parse(dueAt)) &&
    typeof id === 'string' &&
    isUuid(id);
  return isKey ? ok([priority, dueAt, id]) : err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
}
