import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { NeedDelivery } from '@kinward/needs';
import { CLOCK, type Actor } from '@kinward/platform';
import { LockedSharing } from '@kinward/vault';
import { workLapsesAt } from '../domain/leases.js';
import { findTaskKind } from '../domain/task-kinds.js';
import { CandidateRepository } from '../infrastructure/candidate.repository.js';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskMover } from './task-mover.js';

/** The holder says yes: the lock on their own key opens, and on nobody else's (domain.md B 49, decision 2). */
@Injectable()
export class AcceptTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly candidates: CandidateRepository,
    private readonly sharing: LockedSharing,
    private readonly needs: NeedDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * NOT_FOUND for everybody but the holder; STALE_VERSION; WRONG_STATE; REFUSED `LEASE_OVER`, `VOLUNTEER_MAY_NOT_WORK`,
   * `CASE_NOT_LIVE`, `DETAILS_NOT_SHARED_WITH_YOU`.
   */
  async execute(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lockHeld(actor, reference);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const order = { transition: 'ACCEPT', actor } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const candidate = await this.candidates.find(row.id, actor.personId);
    const lockId = candidate?.lockId ?? null;
    const isReleased = lockId !== null && (await this.sharing.release(lockId, actor.personId));
    if (!isReleased) return err(refused('DETAILS_NOT_SHARED_WITH_YOU'));
    const kind = findTaskKind(row.kind);
    if (kind === undefined) throw new Error('a task of a kind that no longer exists');
    const leaseUntil = workLapsesAt(kind, this.clock.now(), row.dueAt);
    const change = { leaseUntil, remindedAt: null };
    const moved = await this.mover.write(row, order, decided.value, change);
    if (row.needId !== null && kind.deliversInKind) {
      await this.needs.begun(row.needId, actor.personId);
    }
    return ok(changedTask(moved));
  }
}
