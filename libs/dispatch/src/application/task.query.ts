import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import {
  BoardRepository,
  type MonthOfHours,
  type TaskStep,
} from '../infrastructure/board.repository.js';
import { BoardQuery, type TaskLine } from './board.query.js';

export type { MonthOfHours, TaskStep } from '../infrastructure/board.repository.js';

export interface TaskWithHistory extends TaskLine {
  readonly history: readonly TaskStep[];
}

/** One task, at the desk or in a volunteer's hands, and a volunteer's own hours. */
@Injectable()
export class TaskQuery {
  constructor(
    private readonly list: BoardQuery,
    private readonly board: BoardRepository,
  ) {}

  /** A task with its history. NOT_FOUND, also for a caseworker whom it does not concern. */
  async detail(actor: Actor, taskId: string): Promise<Result<TaskWithHistory, DomainError>> {
    if (!isUuid(taskId)) return err(notFound());
    const page = await this.list.desk(actor, { first: 1, taskId });
    if (!page.ok) return page;
    const [line] = page.value.rows;
    if (line === undefined) return err(notFound());
    return ok({ ...line, history: await this.board.history(taskId) });
  }

  /** A task that the volunteer has in hand, or had. NOT_FOUND, also where somebody else has it. */
  async mine(actor: Actor, taskId: string): Promise<Result<TaskLine, DomainError>> {
    if (!isUuid(taskId)) return err(notFound());
    const page = await this.list.mine(actor, { first: 1, taskId });
    if (!page.ok) return page;
    const [line] = page.value.rows;
    return line === undefined ? err(notFound()) : ok(line);
  }

  /** What the volunteer gave, by month: minutes and counts, nothing about whom it was for. Newest first. */
  hours(actor: Actor): Promise<readonly MonthOfHours[]> {
    return this.board.hours(actor.personId);
  }
}
