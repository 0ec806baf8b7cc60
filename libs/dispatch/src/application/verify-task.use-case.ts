import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { VolunteerRecord } from '@kinward/volunteers';
import type { Actor } from '@kinward/platform';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskEnd } from './task-end.js';
import { TaskMover } from './task-mover.js';

/** Somebody else looks at a report: it counts for the volunteer, or the task has failed (domain.md C5, C6). */
@Injectable()
export class VerifyTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly end: TaskEnd,
    private readonly record: VolunteerRecord,
  ) {}

  /**
   * A report that said FAILED can only be confirmed as such. NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED
   * `DOER_DOES_NOT_VERIFY`.
   */
  async execute(
    actor: Actor,
    command: TaskReference & { readonly isDone: boolean },
  ): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lock(actor, command);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const isDone = command.isDone && row.outcome !== 'FAILED';
    const order = { transition: isDone ? 'VERIFY' : 'FAIL', actor } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const change = { verifiedBy: actor.personId };
    const moved = await this.mover.write(row, order, decided.value, change);
    await this.end.purgeAll(moved);
    if (!isDone) await this.end.needBack(moved, actor.personId);
    if (isDone && row.holderId !== null) await this.record.taskVerified(row.holderId);
    return ok(changedTask(moved));
  }
}
