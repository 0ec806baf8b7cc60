import { Inject, Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { workLapsesAt } from '../domain/leases.js';
import { findTaskKind } from '../domain/task-kinds.js';
import { isTaskReason } from '../domain/task-reasons.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type LockedTask, type TaskReference } from './task-desk.js';
import { TaskEnd } from './task-end.js';
import { TaskMover } from './task-mover.js';
import { TaskPings } from './task-pings.js';
import { TaskRings } from './task-rings.js';

const NOBODY = { holderId: null, claimedAt: null, leaseUntil: null, remindedAt: null, renewals: 0 };

/** What the holder does with a task between accepting and reporting. */
@Injectable()
export class WorkOnTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly end: TaskEnd,
    private readonly rings: TaskRings,
    private readonly pings: TaskPings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND for everybody but the holder; STALE_VERSION; WRONG_STATE; REFUSED `LEASE_OVER`, `VOLUNTEER_MAY_NOT_WORK`. */
  async start(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lockHeld(actor, reference);
    if (!locked.ok) return locked;
    return answer(await this.mover.move(locked.value, { transition: 'START', actor }));
  }

  /** Takes the time for the work again, as often as its kind allows. As {@link start}; REFUSED `NO_RENEWAL_LEFT`. */
  async renew(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lockHeld(actor, reference);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const kind = findTaskKind(row.kind);
    if (kind === undefined) throw new Error('a task of a kind that no longer exists');
    const leaseUntil = workLapsesAt(kind, this.clock.now(), row.dueAt);
    const change = { leaseUntil, remindedAt: null, renewals: row.renewals + 1 };
    return answer(await this.mover.move(locked.value, { transition: 'RENEW', actor }, change));
  }

  /**
   * Gives the task up; it goes back to the others at once, if anybody is left to ask. INVALID_INPUT `reasonCode`;
   * NOT_FOUND; STALE_VERSION; WRONG_STATE.
   */
  async handBack(
    actor: Actor,
    command: TaskReference & { readonly reasonCode: string },
  ): Promise<Result<ChangedTask, DomainError>> {
    const { reasonCode: reason } = command;
    if (!isTaskReason('HAND_BACK', reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const locked = await this.desk.lockHeld(actor, command);
    if (!locked.ok) return locked;
    const order = { transition: 'HAND_BACK', actor, reason } as const;
    const moved = await this.mover.move(locked.value, order, NOBODY);
    if (!moved.ok) return moved;
    await this.end.leave(moved.value, actor.personId);
    await this.end.needBack(moved.value, actor.personId);
    return ok(changedTask(await this.reopen({ ...locked.value, row: moved.value })));
  }

  /** Back on the board, where somebody is left to ask; else it waits for the desk. */
  private async reopen(locked: LockedTask): Promise<TaskRow> {
    const { peopleToAsk, ring, nextRingAt } = await this.rings.advance(locked.row);
    const order = { transition: 'REOPEN', actor: null, facts: { peopleToAsk } } as const;
    const reopened = await this.mover.move(locked, order, { ring, nextRingAt });
    if (!reopened.ok) return locked.row;
    await this.pings.askRing(reopened.value);
    return reopened.value;
  }
}

function answer(moved: Result<TaskRow, DomainError>): Result<ChangedTask, DomainError> {
  return moved.ok ? ok(changedTask(moved.value)) : moved;
}
