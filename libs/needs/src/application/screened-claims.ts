import { Inject, Injectable } from '@nestjs/common';
import type { OpenCase } from '@kinward/cases';
import type { Clock } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import type { TriageFacts } from '../domain/triage-score.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { ClaimedNeedRepository } from '../infrastructure/claimed-need.repository.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { NeedEnvelope } from './need-envelope.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

/** What a screener read of the request behind the claims. */
export interface ScreenedRequest {
  readonly note: string | null;
  readonly facts: TriageFacts | null;
  /** Sum that was asked for one single code, minor units; null where several codes share one (decision 22). */
  readonly amountMinor: bigint | null;
}

/** Claims of an imported request once somebody has looked: the screener becomes their author, or they end. */
@Injectable()
export class ScreenedClaims {
  constructor(
    private readonly needs: NeedRepository,
    private readonly claims: ClaimedNeedRepository,
    private readonly ground: NeedGround,
    private readonly envelope: NeedEnvelope,
    private readonly news: NeedNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives every claim of the case its author and its sealed story, and scores it again. They stay drafts: priorities
   * and clocks come with `screenNeed`. The case must be locked. The number of claims.
   */
  async takeOn(actor: Actor, file: OpenCase, request: ScreenedRequest): Promise<number> {
    const claimed = await this.claims.lockClaims(file.row.id);
    for (const need of claimed) {
      await this.needs.change(need, await this.authored(actor, file, need, request));
      await this.news.announce('NEED_CLAIM_SCREENED', need.id);
    }
    return claimed.length;
  }

  /** Ends every claim of a request that was refused. */
  async drop(caseId: string): Promise<void> {
    await this.claims.cancelAllBut(caseId, [], this.clock.now());
  }

  private async authored(
    actor: Actor,
    file: OpenCase,
    need: NeedRow,
    { note, facts, amountMinor }: ScreenedRequest,
  ): Promise<Partial<NeedRow>> {
    return {
      ...(await this.ground.score(file, need, facts)),
      ...this.envelope.seal(file.story, need.id, 1, { note, vendor: null, facts }),
      ...(amountMinor === null ? {} : { amountMinor }),
      authorId: actor.personId,
      region: file.row.region,
    };
  }
}
