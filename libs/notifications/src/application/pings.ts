import { Inject, Injectable } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { askPings, type PingOrder } from './ask-pings.js';

/** Asks people to look at the desk, in the present unit of work: by mail, and in the app's live feed (topic `ping`). */
@Injectable()
export class Pings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Returns how many were asked; see {@link askPings}. @throws Error outside of an organisation */
  ask(order: Omit<PingOrder, 'organizationId'>): Promise<number> {
    const { organizationId } = this.unitOfWork.scope();
    if (organizationId === null) throw new Error('a ping belongs to an organisation');
    const now = this.clock.now();
    return askPings({ ...order, organizationId }, { db: this.unitOfWork, now, ids: this.ids });
  }
}
