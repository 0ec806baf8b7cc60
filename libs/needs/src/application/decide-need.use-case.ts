import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { aidRefusal, workRefusal } from '../domain/aid-state.js';
import { checkNeedReason, type NeedReasonList } from '../domain/need-reasons.js';
import { decideNeed } from '../domain/need-state.js';
import type { NeedTransition } from '../domain/need-transitions.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { deskPartsOf } from './desk-parts.js';
import { NeedAccess } from './need-access.js';
import { NeedGround } from './need-ground.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

/** What can be decided on a need besides its approval. */
export type NeedDecision = 'SEND_BACK' | 'REJECT' | 'CANCEL' | 'WAIT_FOR_FUNDS';

export interface DecideNeedCommand {
  readonly needId: string;
  readonly version?: number | null;
  /** A code of the decision's own list; none for the waiting list. */
  readonly reason?: string | null;
}

const REASONS: Readonly<Record<NeedDecision, NeedReasonList | null>> = {
  SEND_BACK: 'SEND_BACK',
  REJECT: 'REJECT',
  CANCEL: 'CANCEL',
  WAIT_FOR_FUNDS: null,
};

/** What a decision takes back or sets. */
const EFFECTS: Readonly<Record<NeedDecision, Partial<NeedRow>>> = {
  SEND_BACK: {
    assessedBy: null,
    clearance: null,
    duplicateAnswer: null,
    firstApproverId: null,
    requiredEvidence: null,
  },
  REJECT: { firstApproverId: null },
  CANCEL: {},
  WAIT_FOR_FUNDS: {},
};

/**
 * Sends a need back, rejects or cancels it, or puts it on the waiting list. Cancelling works for every case, since it
 * only ever stops something. Errors: INVALID_INPUT for an unknown reason; NOT_FOUND; STALE_VERSION; WRONG_STATE;
 * REFUSED `REASON_REQUIRED`, `CASE_NOT_LIVE`, `CASE_NOT_ACTIVE`, `SELF_APPROVAL`, `MONEY_STANDS`, `COSTS_NOTHING`.
 */
@Injectable()
export class DecideNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly ground: NeedGround,
    private readonly mover: NeedMover,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    decision: NeedDecision,
    command: DecideNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const list = REASONS[decision];
    const reason = list === null ? ok(null) : checkNeedReason(list, command.reason);
    if (!reason.ok) return reason;
    const locked = await this.access.lockFor(actor, command.needId, command.version ?? null);
    if (!locked.ok) return locked;
    const { need, file } = locked.value;
    const refusal = refusalOf(decision, file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const decided = decideNeed({
      ...need,
      transition: decision satisfies NeedTransition,
      actors: deskPartsOf(actor),
      facts: await this.ground.factsOf(locked.value, actor, { reason: reason.value }),
    });
    if (!decided.ok) return decided;
    const moved = await this.mover.move(
      need,
      { transition: decision, to: decided.value, reason: reason.value, madeBy: actor.personId },
      { ...EFFECTS[decision], ...(list === null ? {} : { decisionReason: reason.value }) },
    );
    await this.news.tell(`NEED_${decision}`, need.id, reason.value);
    return ok(changedNeed(moved));
  }
}

function refusalOf(decision: NeedDecision, caseState: string): string | null {
  if (decision === 'CANCEL') return null;
  return decision === 'WAIT_FOR_FUNDS' ? aidRefusal(caseState) : workRefusal(caseState);
}
