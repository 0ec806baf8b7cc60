import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  staleVersion,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, Outbox, type Actor } from '@kinward/platform';
import { mayAct, type ScreeningAct } from '../../domain/screening/decisions.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ScreeningRepository } from '../../infrastructure/screening.repository.js';
import { InboxKeyring } from './inbox-keyring.js';

/** Which card, and which version of it the decision was made on; null decides on whatever is there. */
export interface RequestReference {
  readonly requestId: string;
  readonly version?: number | null;
}

/** What a caller needs to send the next change. */
export interface ChangedRequest {
  readonly requestId: string;
  readonly version: number;
  readonly state: string;
}

/** Begins and ends every decision on a card: right, lock, version and state first; audit and news last. */
@Injectable()
export class ScreeningDesk {
  constructor(
    private readonly requests: ScreeningRepository,
    private readonly keyring: InboxKeyring,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** For whoever only reads the list. REFUSED `NOT_A_SCREENER`. */
  admit(actor: Actor): Result<void, DomainError> {
    return actor.screener ? ok() : err(refused('NOT_A_SCREENER'));
  }

  /**
   * The card under its lock. Errors: REFUSED `NOT_A_SCREENER`; NOT_FOUND; STALE_VERSION; WRONG_STATE where the card is
   * past such a decision.
   */
  async begin(
    actor: Actor,
    { requestId, version }: RequestReference,
    act: ScreeningAct,
  ): Promise<Result<IntakeRequestRow, DomainError>> {
    const locked = await this.lock(actor, requestId);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (version != null && version !== row.version) return err(staleVersion(row.version));
    const allowed = mayAct(act, row.state);
    return allowed.ok ? ok(row) : allowed;
  }

  /** A card under its lock, whatever was decided on it. REFUSED `NOT_A_SCREENER`; NOT_FOUND; INTEGRITY. */
  async lock(actor: Actor, requestId: string): Promise<Result<IntakeRequestRow, DomainError>> {
    const admitted = this.admit(actor);
    if (!admitted.ok) return admitted;
    const settled = await this.keyring.settle(actor);
    if (!settled.ok) return settled;
    const row = await this.requests.lock(requestId);
    return row === null ? err(notFound()) : ok(row);
  }

  /** Likewise for a decision on the family: whoever refused it once does not decide again, REFUSED `SECOND_PERSON_REQUIRED`. */
  async decide(
    actor: Actor,
    reference: RequestReference,
    act: ScreeningAct,
  ): Promise<Result<IntakeRequestRow, DomainError>> {
    const begun = await this.begin(actor, reference, act);
    if (!begun.ok) return begun;
    return begun.value.declinedBy === actor.personId
      ? err(refused('SECOND_PERSON_REQUIRED'))
      : begun;
  }

  /** Writes the decision and tells of it. @param reason a code */
  async finish(
    row: IntakeRequestRow,
    change: Partial<IntakeRequestRow>,
    action: string,
    reason: string | null = null,
  ): Promise<ChangedRequest> {
    const { id: requestId, version, state } = await this.requests.change(row, change);
    this.audit.record({
      action,
      subjectKind: 'INTAKE_REQUEST',
      subjectId: requestId,
      ...(reason === null ? {} : { reason }),
    });
    await this.outbox.publish({ topic: 'intake', ids: { action, requestId } });
    return { requestId, version, state };
  }
}
