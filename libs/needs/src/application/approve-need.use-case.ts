import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { aidRefusal } from '../domain/aid-state.js';
import { decideNeed } from '../domain/need-state.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { deskPartsOf } from './desk-parts.js';
import { NeedAccess } from './need-access.js';
import { NeedApproving } from './need-approving.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

export interface ApproveNeedCommand {
  readonly needId: string;
  /** The version that was read: nobody approves what somebody changed in between. */
  readonly version: number;
}

/**
 * Approves a need, above the ceiling of its code with two signatures (decision 16), and takes the snapshot that
 * reports count (decision 6). Nobody who wrote the request signs. Errors: NOT_FOUND; STALE_VERSION; WRONG_STATE;
 * REFUSED `CASE_NOT_LIVE`, `CASE_NOT_ACTIVE`, `SELF_APPROVAL`, `ALREADY_SIGNED_BY_YOU`, `CHANNEL_NOT_CLEARED`,
 * `AID_CONSENT_REQUIRED`, `DUE_DAY_PASSED`.
 */
@Injectable()
export class ApproveNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly ground: NeedGround,
    private readonly needs: NeedRepository,
    private readonly approving: NeedApproving,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: ApproveNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const locked = await this.access.lockFor(actor, command.needId, command.version);
    if (!locked.ok) return locked;
    const { need, file } = locked.value;
    const refusal = aidRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const type = this.ground.typeOf(file, need.code);
    const clearance = await this.ground.clearanceOf(file, type, need.channelClass);
    const facts = await this.ground.factsOf(locked.value, actor, {
      channelCleared: clearance !== null,
    });
    const decided = decideNeed({
      ...need,
      transition: 'APPROVE',
      actors: deskPartsOf(actor),
      facts,
    });
    if (decided.ok) {
      const order = { transition: 'APPROVE', clearance } as const;
      const approved = await this.approving.approve(actor, locked.value, order);
      return ok(changedNeed(approved));
    }
    const { error } = decided;
    return error.kind === 'REFUSED' && error.reason === 'SECOND_APPROVER_REQUIRED'
      ? ok(changedNeed(await this.signFirst(actor, need)))
      : decided;
  }

  private async signFirst(actor: Actor, need: NeedRow): Promise<NeedRow> {
    const signed = await this.needs.change(need, { firstApproverId: actor.personId });
    await this.news.tell('NEED_APPROVAL_SIGNED', need.id);
    return signed;
  }
}
