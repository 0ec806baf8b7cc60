import { Injectable } from '@nestjs/common';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

/**
 * What a volunteer's task does to the need it is for, inside the unit of work of whoever moves the task: help that
 * travels in person is on its way once somebody has accepted it (domain.md C3). The caller has locked the case.
 */
@Injectable()
export class NeedDelivery {
  constructor(
    private readonly needs: NeedRepository,
    private readonly mover: NeedMover,
    private readonly news: NeedNews,
  ) {}

  /** FUNDED → IN_DELIVERY. A need in any other state stays as it is: the task does not hang on it. */
  async begun(needId: string, madeBy: string): Promise<void> {
    const need = await this.needs.lock(needId);
    if (need?.state !== 'FUNDED') return;
    await this.mover.move(need, { transition: 'START_DELIVERY', to: 'IN_DELIVERY', madeBy });
    await this.news.announce('NEED_START_DELIVERY', need.id);
  }

  /** IN_DELIVERY → FUNDED, unless money of it is on its way or has arrived. */
  async givenUp(needId: string, madeBy: string | null): Promise<void> {
    const need = await this.needs.lock(needId);
    if (need?.state !== 'IN_DELIVERY' || need.releasedMinor > 0n) return;
    await this.mover.move(need, { transition: 'COME_BACK', to: 'FUNDED', madeBy });
    await this.news.announce('NEED_COME_BACK', need.id);
  }
}
