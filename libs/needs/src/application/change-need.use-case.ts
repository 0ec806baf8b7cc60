import { Injectable } from '@nestjs/common';
import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { workRefusal } from '../domain/aid-state.js';
import { checkNeedClaim, type NeedClaim } from '../domain/need-claim.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { NeedAccess } from './need-access.js';
import { NeedEnvelope } from './need-envelope.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

export interface ChangeNeedCommand extends NeedClaim {
  readonly needId: string;
  readonly version: number;
}

/**
 * Writes a draft anew, as the whole form. Whoever does so is a maker of it and does not decide on it. Errors:
 * INVALID_INPUT naming the field; NOT_FOUND, also without the key; STALE_VERSION; WRONG_STATE once it was sent on;
 * REFUSED `CASE_NOT_LIVE`; INTEGRITY.
 */
@Injectable()
export class ChangeNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly needs: NeedRepository,
    private readonly ground: NeedGround,
    private readonly envelope: NeedEnvelope,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const opened = await this.access.open(actor, command.needId, command.version);
    if (!opened.ok) return opened;
    const { need, file } = opened.value;
    const refusal = workRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    if (need.state !== 'DRAFT') return err(wrongState(need.state));
    const checked = checkNeedClaim(command, file.pack.needTypes);
    if (!checked.ok) return checked;
    const { type, amountMinor, dueDay, channelClass, reach, story } = checked.value;
    const { code } = type;
    const priority = code === need.code ? need.priority : null;
    const changed = await this.needs.change(need, {
      ...{ code, priority, amountMinor, dueDay, channelClass, reach },
      ...(await this.ground.score(file, { code, priority, dueDay }, story.facts)),
      ...this.envelope.seal(file.story, need.id, need.sealedRevision + 1, story),
      makerIds: [...new Set([...need.makerIds, actor.personId as string])],
    });
    await this.news.tell('NEED_CHANGED', need.id);
    return ok(changedNeed(changed));
  }
}
