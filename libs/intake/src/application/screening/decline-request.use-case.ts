import { Injectable } from '@nestjs/common';
import { findReason } from '@kinward/cases';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { addDays } from '../../domain/screening/answer-due.js';
import { APPEAL_DAYS } from '../../domain/screening/decisions.js';
import { DESTROYED_COPY, DESTROYED_PROPOSAL } from './destroyed-copy.js';
import { Refusing } from './refusing.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

export interface DeclineRequestCommand extends RequestReference {
  /** Code of the reasons for dismissing a case, SPAM among them. */
  readonly reason: string;
}

export interface DeclinedRequest extends ChangedRequest {
  /** Last day on which somebody else may put it back; null where the family itself withdrew. */
  readonly appealUntil: string | null;
}

/**
 * Refuses a request. Its words stay sealed until nobody can appeal any more; what the family itself takes back is
 * destroyed at once. Errors: invalid `reason`; REFUSED `NOT_A_SCREENER`, `SECOND_PERSON_REQUIRED`; NOT_FOUND;
 * STALE_VERSION; WRONG_STATE.
 */
@Injectable()
export class DeclineRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly ground: ScreeningGround,
    private readonly refusing: Refusing,
  ) {}

  async execute(
    actor: Actor,
    command: DeclineRequestCommand,
  ): Promise<Result<DeclinedRequest, DomainError>> {
    const reason = findReason('DISMISS', command.reason);
    if (reason === undefined) return err(invalidInput('reason', 'UNKNOWN_CODE'));
    const begun = await this.desk.decide(actor, command, 'DECLINE');
    if (!begun.ok) return begun;
    const row = begun.value;
    const ended = await this.refusing.end(actor, row.caseId, reason.code);
    if (!ended.ok) return ended;
    const { today } = await this.ground.own();
    const appealUntil = reason.appealPossible ? addDays(today, APPEAL_DAYS) : null;
    const destroyed = reason.appealPossible ? {} : { ...DESTROYED_COPY, ...DESTROYED_PROPOSAL };
    const decided = { decidedBy: actor.personId, declinedBy: actor.personId, decidedOn: today };
    const change = { ...destroyed, ...decided, state: 'DECLINED', appealUntil } as const;
    const changed = await this.desk.finish(
      row,
      { ...change, decisionReason: reason.code, answerDueOn: null },
      'REQUEST_DECLINED',
      reason.code,
    );
    return ok({ ...changed, appealUntil });
  }
}
