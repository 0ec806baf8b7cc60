import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isTaskReason } from '../domain/task-reasons.js';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskEnd } from './task-end.js';
import { TaskMover } from './task-mover.js';

/** Calls a task off, whoever has it. */
@Injectable()
export class CancelTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly end: TaskEnd,
  ) {}

  /** INVALID_INPUT `reasonCode`; NOT_FOUND; STALE_VERSION; WRONG_STATE once it is reported or over. */
  async execute(
    actor: Actor,
    command: TaskReference & { readonly reasonCode: string },
  ): Promise<Result<ChangedTask, DomainError>> {
    const { reasonCode: reason } = command;
    if (!isTaskReason('CANCEL', reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const locked = await this.desk.lock(actor, command);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const order = { transition: 'CANCEL', actor, reason } as const;
    const gone = { holderId: null, leaseUntil: null, nextRingAt: null, reason };
    const moved = await this.mover.move(locked.value, order, gone);
    if (!moved.ok) return moved;
    await this.end.purgeAll(row);
    await this.end.needBack(moved.value, actor.personId);
    return ok(changedTask(moved.value));
  }
}
