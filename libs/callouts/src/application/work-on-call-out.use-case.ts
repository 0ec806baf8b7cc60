import { Inject, Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { ESCALATION_REASONS, findCode } from '../domain/call-out-codes.js';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutMover, type CallOutMoveOrder } from './call-out-mover.js';
import { CallOutPings } from './call-out-pings.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';

type Answer = Promise<Result<ChangedCallOut, DomainError>>;

/** Steps between the dispatch and the hand-over. Errors of all: NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CALL_OUT_ROLE_NOT_ALLOWED`. */
@Injectable()
export class WorkOnCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly people: CallOutPeopleRepository,
    private readonly pings: CallOutPings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Help is on its way. */
  begin(actor: Actor, reference: CallOutReference): Answer {
    const stabilisingAt = this.clock.now();
    return this.step(reference, { transition: 'BEGIN', actor }, { stabilisingAt });
  }

  /** The worst is over. */
  stabilise(actor: Actor, reference: CallOutReference): Answer {
    const stabilisedAt = this.clock.now();
    return this.step(reference, { transition: 'STABILISE', actor }, { stabilisedAt });
  }

  /** Security is asked; the work stands still until it answers. INVALID_INPUT `reasonCode`. */
  async escalate(
    actor: Actor,
    command: CallOutReference & { readonly reasonCode: string },
  ): Answer {
    const reason = findCode(ESCALATION_REASONS, command.reasonCode);
    if (reason === undefined) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const change = { escalatedAt: this.clock.now(), reason };
    const moved = await this.step(command, { transition: 'ESCALATE', actor, reason }, change);
    if (moved.ok) await this.pings.security();
    return moved;
  }

  /** Security gives it back to where it came from; an alarm is judged anew. */
  async giveBack(actor: Actor, reference: CallOutReference): Answer {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    // Security has seen it, too: otherwise the clock would send it back at once.
    const seen =
      row.acknowledgedAt === null
        ? { acknowledgedBy: actor.personId, acknowledgedAt: this.clock.now() }
        : {};
    const moved = await this.mover.move(locked.value, { transition: 'RETURN', actor }, seen);
    if (!moved.ok) return moved;
    if (moved.value.state === 'ALERT') await this.people.forgetCalls(row.id);
    return ok(changedCallOut(moved.value));
  }

  private async step(
    reference: CallOutReference,
    order: CallOutMoveOrder,
    change: Partial<CallOutRow>,
  ): Answer {
    const locked = await this.desk.lock(order.actor, reference);
    if (!locked.ok) return locked;
    const moved = await this.mover.move(locked.value, order, change);
    return moved.ok ? ok(changedCallOut(moved.value)) : moved;
  }
}
