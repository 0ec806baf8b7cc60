import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { workRefusal } from '../domain/aid-state.js';
import { checkChannel } from '../domain/need-claim.js';
import { decideNeed } from '../domain/need-state.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { deskPartsOf } from './desk-parts.js';
import { NeedAccess, type LockedNeed } from './need-access.js';
import { NeedGround } from './need-ground.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

/** Whether somebody else already helps with the same thing. */
export const DUPLICATE_ANSWERS = ['NONE_FOUND', 'PARTLY_COVERED', 'COVERED'] as const;
type DuplicateAnswer = (typeof DUPLICATE_ANSWERS)[number];

export interface AssessNeedCommand {
  readonly needId: string;
  readonly version?: number | null;
  readonly duplicateAnswer: string;
  /** The way of the aid; the wished one where it is left out. */
  readonly channelClass?: string | null;
}

/**
 * Makes a need ready for a decision: the duplicate check is answered and the way of the aid cleared for where the
 * family is. A need that is covered already is cancelled. Errors: INVALID_INPUT; NOT_FOUND; STALE_VERSION;
 * WRONG_STATE; REFUSED `CASE_NOT_LIVE`, `CHANNEL_NOT_CLEARED` and the other guards.
 */
@Injectable()
export class AssessNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly ground: NeedGround,
    private readonly mover: NeedMover,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: AssessNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const answer = DUPLICATE_ANSWERS.find((each) => each === command.duplicateAnswer);
    if (answer === undefined) return err(invalidInput('duplicateAnswer', 'UNKNOWN_CODE'));
    const locked = await this.access.lockFor(actor, command.needId, command.version ?? null);
    if (!locked.ok) return locked;
    const { need, file } = locked.value;
    const refusal = workRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    return answer === 'COVERED'
      ? this.cover(actor, locked.value)
      : this.assess(actor, locked.value, answer, command.channelClass ?? need.channelClass);
  }

  private async assess(
    actor: Actor,
    locked: LockedNeed,
    duplicateAnswer: DuplicateAnswer,
    wished: string | null,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const { need, file } = locked;
    const type = this.ground.typeOf(file, need.code);
    const channel = checkChannel(wished, type);
    if (!channel.ok) return channel;
    const clearance = await this.ground.clearanceOf(file, type, channel.value);
    const facts = await this.ground.factsOf(locked, actor, { channelCleared: clearance !== null });
    const decided = decideNeed({
      ...need,
      transition: 'ASSESS',
      actors: deskPartsOf(actor),
      facts: { ...facts, duplicateAnswer },
    });
    if (!decided.ok) return decided;
    const moved = await this.mover.move(
      need,
      { transition: 'ASSESS', to: decided.value, madeBy: actor.personId },
      {
        ...(await this.ground.refreshedScore(file, need)),
        ...{ duplicateAnswer, clearance, channelClass: channel.value },
        ...{ assessedBy: actor.personId, region: file.row.region },
        requiredEvidence: this.ground.evidenceFor(file, type),
      },
    );
    await this.news.tell('NEED_ASSESS', need.id, duplicateAnswer);
    return ok(changedNeed(moved));
  }

  /** Somebody else helps with it: the family is served, so the need goes out of the queue. */
  private async cover(actor: Actor, locked: LockedNeed): Promise<Result<ChangedNeed, DomainError>> {
    const { need } = locked;
    const reason = 'COVERED';
    const facts = await this.ground.factsOf(locked, actor, { reason });
    const actors = deskPartsOf(actor);
    // Only where it might have been assessed; elsewhere `cancelNeed` says what happens.
    const assessable = decideNeed({
      ...need,
      transition: 'ASSESS',
      actors,
      facts: { ...facts, duplicateAnswer: 'NONE_FOUND', channelCleared: true },
    });
    if (!assessable.ok) return assessable;
    const decided = decideNeed({ ...need, transition: 'CANCEL', actors, facts });
    if (!decided.ok) return decided;
    const moved = await this.mover.move(
      need,
      { transition: 'CANCEL', to: decided.value, reason, madeBy: actor.personId },
      { duplicateAnswer: reason, assessedBy: actor.personId, decisionReason: reason },
    );
    await this.news.tell('NEED_CANCEL', need.id, reason);
    return ok(changedNeed(moved));
  }
}
