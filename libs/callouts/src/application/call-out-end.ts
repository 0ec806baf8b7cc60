import { Inject, Injectable } from '@nestjs/common';
import { ReleaseReservationUseCase } from '@kinward/disbursements';
import { CancelTaskUseCase } from '@kinward/dispatch';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';

/** What stops with a call-out: tasks that nobody has reported yet, and money that no payout draws on. */
@Injectable()
export class CallOutEnd {
  constructor(
    private readonly callOuts: CallOutRepository,
    private readonly cancelling: CancelTaskUseCase,
    private readonly releasing: ReleaseReservationUseCase,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The gate of freezes and the case must be held. A task that was reported at this moment stays. */
  async stop(
    actor: Actor,
    callOutId: string,
    reasonCode: 'CASE_CHANGED' | 'SECURITY',
  ): Promise<Result<void, DomainError>> {
    for (const taskId of await this.callOuts.openTaskIds(callOutId)) {
      const cancelled = await this.cancelling.execute(actor, { taskId, reasonCode });
      if (!cancelled.ok && cancelled.error.kind !== 'WRONG_STATE') return cancelled;
    }
    for (const reservationId of await this.callOuts.looseReservationIds(callOutId)) {
      const command = { commandKey: this.ids.next(), reservationId };
      const released = await this.releasing.execute(actor, command);
      if (!released.ok) return released;
    }
    return ok();
  }
}
