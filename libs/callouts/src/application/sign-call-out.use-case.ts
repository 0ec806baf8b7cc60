import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutMover } from './call-out-mover.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';

/** The second signature under a draw: somebody else looks at what was set aside (domain.md B 7, C5: within 72 h). */
@Injectable()
export class SignCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `NOTHING_TO_SIGN`, `SIGNED_ALREADY`, `DISPATCHER_DOES_NOT_SIGN`. */
  async execute(
    actor: Actor,
    reference: CallOutReference,
  ): Promise<Result<ChangedCallOut, DomainError>> {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const signature = { signedBy: actor.personId, signedAt: this.clock.now() };
    const moved = await this.mover.move(locked.value, { transition: 'SIGN', actor }, signature);
    return moved.ok ? ok(changedCallOut(moved.value)) : moved;
  }
}
