import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutMover } from './call-out-mover.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';

/** Somebody of the duty desk has seen it; the first of the clocks stops (domain.md C5: within 15 minutes). */
@Injectable()
export class AcknowledgeCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly people: CallOutPeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CALL_OUT_ROLE_NOT_ALLOWED`, `ALREADY_ACKNOWLEDGED`. */
  async execute(
    actor: Actor,
    reference: CallOutReference,
  ): Promise<Result<ChangedCallOut, DomainError>> {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const order = { transition: 'ACKNOWLEDGE', actor } as const;
    const seen = { acknowledgedBy: actor.personId, acknowledgedAt: this.clock.now() };
    const moved = await this.mover.move(locked.value, order, seen);
    if (!moved.ok) return moved;
    if (locked.value.row.state === 'ESCALATED') await this.people.forgetCalls(moved.value.id);
    return ok(changedCallOut(moved.value));
  }
}
