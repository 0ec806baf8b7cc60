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
import {
  dayOfAct,
  moveTransfer,
  type TransferAct,
  type TransferState,
} from '../../domain/case-transfer.js';
import {
  CaseTransferRepository,
  type CaseTransferRow,
} from '../../infrastructure/case-transfer.repository.js';
import { CaseAccess } from '../case-access.js';

export interface TransferReference {
  readonly offerId: string;
  readonly version?: number | null;
}

export interface ChangedTransfer {
  readonly offerId: string;
  readonly version: number;
  readonly state: TransferState;
}

/** An offer under a lock, that the act is possible on. */
export interface BegunAct {
  readonly row: CaseTransferRow;
  readonly next: TransferState;
  readonly today: string;
}

/** The common part of every act on an offer: lock → whose turn → version → state; and telling of it. */
@Injectable()
export class TransferDesk {
  constructor(
    private readonly transfers: CaseTransferRepository,
    private readonly access: CaseAccess,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * NOT_FOUND for strangers; REFUSED `NOT_YOUR_SIDE` for the other side; STALE_VERSION; WRONG_STATE, also with `LAPSED`.
   */
  async begin(
    actor: Actor,
    { offerId, version }: TransferReference,
    act: TransferAct,
  ): Promise<Result<BegunAct, DomainError>> {
    const row = await this.transfers.lock(offerId);
    if (row === null) return err(notFound());
    const isSender = act === 'SEND' || act === 'WITHDRAW';
    const side = isSender ? row.organizationId : row.receiverOrganizationId;
    if (side !== actor.organizationId) return err(refused('NOT_YOUR_SIDE'));
    if (version != null && version !== row.version) return err(staleVersion(row.version));
    const { settings } = await this.access.ground();
    const next = moveTransfer(row, act, settings.today);
    return next.ok ? ok({ row, next: next.value, today: dayOfAct(row, settings.today) }) : next;
  }

  /** Records an act; ids and codes only, and no case: the other side must not learn which one it is. */
  async tell(action: string, offerId: string, reason: string | null = null): Promise<void> {
    this.audit.record({
      action,
      subjectKind: 'CASE_TRANSFER',
      subjectId: offerId,
      ...(reason === null ? {} : { reason }),
    });
    await this.outbox.publish({ topic: 'case-transfer', ids: { action, offerId } });
  }
}
