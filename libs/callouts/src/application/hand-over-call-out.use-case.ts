import { Inject, Injectable } from '@nestjs/common';
import { err, notFound, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutMover } from './call-out-mover.js';
import { CallOutPings } from './call-out-pings.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';

type Answer = Promise<Result<ChangedCallOut, DomainError>>;

/** From the duty desk to somebody who stays with the family: named first, handed over once they accept (domain.md C5). */
@Injectable()
export class HandOverCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly people: CallOutPeopleRepository,
    private readonly pings: CallOutPings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Names the owner, and asks them to look. NOT_FOUND, also for an owner who is no active caseworker or coordinator here; STALE_VERSION; WRONG_STATE. */
  async offer(actor: Actor, command: CallOutReference & { readonly ownerId: string }): Answer {
    const { ownerId } = command;
    const locked = await this.desk.lock(actor, command);
    if (!locked.ok) return locked;
    if (!(await this.people.mayOwn(ownerId))) return err(notFound());
    const order = { transition: 'HAND_OVER', actor } as const;
    const moved = await this.mover.move(locked.value, order, { ownerId });
    if (!moved.ok) return moved;
    await this.pings.one(ownerId);
    return ok(changedCallOut(moved.value));
  }

  /** The named owner says yes. NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CALL_OUT_ROLE_NOT_ALLOWED` for anybody else. */
  async accept(actor: Actor, reference: CallOutReference): Answer {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const order = { transition: 'ACCEPT', actor } as const;
    const moved = await this.mover.move(locked.value, order, { handedOverAt: this.clock.now() });
    return moved.ok ? ok(changedCallOut(moved.value)) : moved;
  }
}
