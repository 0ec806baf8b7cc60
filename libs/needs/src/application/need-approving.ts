import { Injectable } from '@nestjs/common';
import type { Actor } from '@kinward/platform';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { ReportFactRepository } from '../infrastructure/report-fact.repository.js';
import type { LockedNeed } from './need-access.js';
import { NeedGround } from './need-ground.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

/** Writes an approval that was decided on, with the snapshot that reports count (decision 6). */
@Injectable()
export class NeedApproving {
  constructor(
    private readonly ground: NeedGround,
    private readonly mover: NeedMover,
    private readonly facts: ReportFactRepository,
    private readonly news: NeedNews,
  ) {}

  async approve(
    actor: Actor,
    { need, file }: LockedNeed,
    {
      transition,
      clearance,
    }: {
      readonly transition: 'APPROVE' | 'APPROVE_IN_CALL_OUT';
      readonly clearance: string | null;
    },
  ): Promise<NeedRow> {
    const madeBy = actor.personId;
    const approved = await this.mover.move(
      need,
      { transition, to: 'APPROVED', madeBy },
      { approvedBy: madeBy, clearance, ...(await this.ground.refreshedScore(file, need)) },
    );
    await this.facts.take({
      organizationId: need.organizationId,
      fundingReference: need.fundingReference,
      code: need.code,
      group: this.ground.typeOf(file, need.code).group,
      region: file.row.region,
      reach: need.reach,
      amountMinor: need.amountMinor,
      takenAt: file.settings.today,
    });
    await this.news.tell(`NEED_${transition}`, need.id);
    // What costs nothing waits for nobody's money.
    return need.amountMinor > 0n
      ? approved
      : this.mover.move(approved, { transition: 'FUND', to: 'FUNDED', madeBy: null });
  }
}
