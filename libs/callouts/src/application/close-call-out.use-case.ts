import { Inject, Injectable } from '@nestjs/common';
import { FreezeDisbursementsUseCase } from '@kinward/disbursements';
import { err, invalidInput, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CALL_OUT_OUTCOMES, findCode } from '../domain/call-out-codes.js';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutEnd } from './call-out-end.js';
import { CallOutMover } from './call-out-mover.js';
import { CallOutSealing } from './call-out-sealing.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';

/**
 * Ends a call-out: open tasks are called off, money that no payout draws on goes back to its fund, and the words of the
 * alarm are destroyed. The signature is still asked for where money has been set aside.
 */
@Injectable()
export class CloseCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly end: CallOutEnd,
    private readonly sealing: CallOutSealing,
    private readonly freezing: FreezeDisbursementsUseCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * INVALID_INPUT `outcome`; NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CALL_OUT_ROLE_NOT_ALLOWED`,
   * `SECOND_CALL_MISSING`.
   */
  async execute(
    actor: Actor,
    command: CallOutReference & { readonly outcome: string },
  ): Promise<Result<ChangedCallOut, DomainError>> {
    const outcome = findCode(CALL_OUT_OUTCOMES, command.outcome);
    if (outcome === undefined) return err(invalidInput('outcome', 'UNKNOWN_CODE'));
    await this.freezing.enter();
    const locked = await this.desk.lockWithCase(actor, command);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const order = { transition: 'CLOSE', actor, reason: outcome, facts: { outcome } } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const closed = { closedAt: this.clock.now(), outcome };
    const moved = await this.mover.write(row, order, decided.value, closed);
    const stopped = await this.end.stop(actor, row.id, 'CASE_CHANGED');
    if (!stopped.ok) return stopped;
    await this.sealing.end(row);
    return ok(changedCallOut(moved));
  }
}
