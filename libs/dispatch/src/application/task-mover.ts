import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { TaskFacts } from '../domain/task-guards.js';
import { findTaskKind } from '../domain/task-kinds.js';
import { decideTask } from '../domain/task-state.js';
import type { TaskState } from '../domain/task-states.js';
import type { TaskTransition } from '../domain/task-transitions.js';
import { ClaimRepository } from '../infrastructure/claim.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskRepository } from '../infrastructure/task.repository.js';
import { partsOf, type LockedTask } from './task-desk.js';
import { TaskNews } from './task-news.js';

const ENDED_CASES = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED'];
const HALTED_CASES = ['PAUSED_BY_FAMILY', 'QUARANTINED'];

export interface TaskMoveOrder {
  readonly transition: TaskTransition;
  /** Null for a rule that acts by itself. */
  readonly actor: Actor | null;
  readonly reason?: string | null;
  readonly facts?: Partial<TaskFacts>;
}

/** Decides moves of locked tasks and writes those that pass, with history and news. */
@Injectable()
export class TaskMover {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly claims: ClaimRepository,
    private readonly news: TaskNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Only decides: for acts that seal or lock in between. */
  async decide(locked: LockedTask, order: TaskMoveOrder): Promise<Result<TaskState, DomainError>> {
    const { row } = locked;
    const { transition, actor } = order;
    const actingAs = actor === null ? (['SYSTEM'] as const) : partsOf(actor, row);
    const facts = await this.factsOf(locked, order);
    return decideTask({ state: row.state, transition, actingAs, facts });
  }

  /** Writes a decided move. */
  async write(
    row: TaskRow,
    { transition, actor, reason = null }: TaskMoveOrder,
    to: TaskState,
    change: Partial<TaskRow> = {},
  ): Promise<TaskRow> {
    await this.tasks.addTransition({
      id: this.ids.next(),
      taskId: row.id,
      transition,
      fromState: row.state,
      toState: to,
      version: row.version + 1,
      reason,
      madeBy: actor?.personId ?? null,
      madeAt: this.clock.now(),
    });
    await this.news.tell(transition, row.id, reason);
    return this.tasks.change(row, { ...change, state: to });
  }

  /** Decides and writes in one go. */
  async move(
    locked: LockedTask,
    order: TaskMoveOrder,
    change: Partial<TaskRow> = {},
  ): Promise<Result<TaskRow, DomainError>> {
    const decided = await this.decide(locked, order);
    if (!decided.ok) return decided;
    return ok(await this.write(locked.row, order, decided.value, change));
  }

  private async factsOf(
    { row, caseState }: LockedTask,
    { actor, reason = null, facts = {} }: TaskMoveOrder,
  ): Promise<TaskFacts> {
    const now = this.clock.now();
    const isHolder = actor !== null && actor.personId === row.holderId;
    const ground = isHolder ? await this.claims.ground(row.id, actor.personId, now) : null;
    return {
      carriesPersonalData: row.carriesPersonalData,
      actorId: actor?.personId ?? null,
      authorId: row.authorId,
      holderId: row.holderId,
      isSecurity: actor?.roles.has('SECURITY_OFFICER') ?? false,
      reason,
      isDue: row.dueAt <= now,
      isLeaseOver: row.leaseUntil !== null && row.leaseUntil <= now,
      renewalsLeft: (findTaskKind(row.kind)?.renewals ?? 0) - row.renewals,
      caseIsLive: caseState === null || ![...ENDED_CASES, ...HALTED_CASES].includes(caseState),
      peopleToAsk: 0,
      mayWork: ground?.mayWork ?? false,
      fits: ground?.fits ?? false,
      wasAsked: ground?.wasAsked ?? false,
      openTasks: ground?.openTasks ?? 0,
      openTaskLimit: ground?.openTaskLimit ?? 0,
      ...facts,
    };
  }
}
