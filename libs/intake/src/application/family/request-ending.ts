import { Injectable } from '@nestjs/common';
import { FamilyWishes } from '@kinward/cases';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { ScreenedClaims } from '@kinward/needs';
import { AuditTrail, Outbox } from '@kinward/platform';
import { addDays } from '../../domain/screening/answer-due.js';
import { APPEAL_DAYS, UNDECIDED_STATES } from '../../domain/screening/decisions.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ScreeningRepository } from '../../infrastructure/screening.repository.js';
import { DESTROYED_COPY, DESTROYED_PROPOSAL } from '../screening/destroyed-copy.js';

const TAKEN_BACK = 'WITHDRAWN_BY_FAMILY';

/** How a request stands, as far as the family itself may hear. */
export interface RequestStanding {
  readonly state: string;
  readonly caseId: string | null;
  /** Last day on which a refusal can be put before somebody else; null where it cannot. */
  readonly appealUntil: string | null;
  /** Who has decided on it, so that somebody else answers. */
  readonly deciders: readonly string[];
  /** The family itself has taken it back. */
  readonly isTakenBack: boolean;
}

/** What a family may still do with a request that it has sent. */
@Injectable()
export class RequestEnding {
  constructor(
    private readonly requests: ScreeningRepository,
    private readonly wishes: FamilyWishes,
    private readonly claims: ScreenedClaims,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async standing(requestId: string): Promise<RequestStanding | null> {
    const row = await this.requests.find(requestId);
    if (row === null) return null;
    const deciders = [row.screenerId, row.decidedBy, row.declinedBy].filter((id) => id !== null);
    return {
      state: row.state,
      caseId: row.caseId,
      appealUntil: row.appealUntil,
      deciders,
      isTakenBack: row.decisionReason === TAKEN_BACK,
    };
  }

  async holdForAppeal(requestId: string, today: string): Promise<boolean> {
    const row = await this.requests.lock(requestId);
    if (row?.appealUntil == null || row.state !== 'DECLINED') return false;
    if (row.appealUntil < today) return false;
    await this.requests.change(row, { appealUntil: addDays(today, APPEAL_DAYS) });
    await this.tell('REQUEST_APPEAL_ASKED', requestId);
    return true;
  }

  async takeBack(requestId: string, today: string): Promise<Result<boolean, DomainError>> {
    const row = await this.requests.lock(requestId);
    if (row === null || !UNDECIDED_STATES.includes(row.state)) return ok(false);
    if (row.caseId !== null) {
      const ended = await this.wishes.takeBack(row.caseId);
      if (!ended.ok) return ended;
      await this.claims.drop(row.caseId);
    }
    await this.requests.change(row, endedByFamily(today));
    await this.tell('REQUEST_TAKEN_BACK', requestId);
    return ok(true);
  }

  async tell(action: string, requestId: string): Promise<void> {
    this.audit.record({ action, subjectKind: 'INTAKE_REQUEST', subjectId: requestId });
    await this.outbox.publish({ topic: 'intake', ids: { action, requestId } });
  }
}

function endedByFamily(today: string): Partial<IntakeRequestRow> {
  return {
    ...DESTROYED_COPY,
    ...DESTROYED_PROPOSAL,
    state: 'DECLINED',
    decidedOn: today,
    decisionReason: TAKEN_BACK,
    appealUntil: null,
    answerDueOn: null,
  };
}
