import { Injectable } from '@nestjs/common';
import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { workRefusal } from '../domain/aid-state.js';
import { OPEN_NEED_STATES } from '../domain/need-states.js';
import { checkTriageFacts } from '../domain/triage-facts.js';
import type { TriageFacts } from '../domain/triage-score.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { NeedAccess } from './need-access.js';
import { NeedEnvelope } from './need-envelope.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

export interface RescoreNeedCommand {
  readonly needId: string;
  readonly version?: number | null;
  /** The household as it is now; the facts that are sealed already where it is left out. */
  readonly facts?: TriageFacts | null;
}

/**
 * Computes the score again in the session of somebody who may read the facts. Errors: INVALID_INPUT; NOT_FOUND, also
 * without the key; STALE_VERSION; WRONG_STATE for an ended need; REFUSED `CASE_NOT_LIVE`; INTEGRITY.
 */
@Injectable()
export class RescoreNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly needs: NeedRepository,
    private readonly ground: NeedGround,
    private readonly envelope: NeedEnvelope,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: RescoreNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const stated = command.facts == null ? ok(null) : checkTriageFacts(command.facts);
    if (!stated.ok) return stated;
    const opened = await this.access.open(actor, command.needId, command.version ?? null);
    if (!opened.ok) return opened;
    const { need, file } = opened.value;
    const refusal = workRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    if (!OPEN_NEED_STATES.includes(need.state)) return err(wrongState(need.state));
    const sealed = this.envelope.open(file.story, need);
    if (!sealed.ok) return sealed;
    const facts = stated.value ?? sealed.value?.facts ?? null;
    const story = { note: null, vendor: null, ...sealed.value, facts };
    const envelope =
      stated.value === null
        ? {}
        : this.envelope.seal(file.story, need.id, need.sealedRevision + 1, story);
    // A need of a template has the points of the template until somebody writes down the facts.
    const score =
      facts === null
        ? await this.ground.refreshedScore(file, need)
        : await this.ground.score(file, need, facts);
    const changed = await this.needs.change(need, { ...score, ...envelope });
    await this.news.tell('NEED_RESCORED', need.id);
    return ok(changedNeed(changed));
  }
}
