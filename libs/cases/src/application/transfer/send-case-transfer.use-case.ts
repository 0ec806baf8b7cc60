import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { CaseTransferRepository } from '../../infrastructure/case-transfer.repository.js';
import { CaseAccess } from '../case-access.js';
import { TransitionEffects } from '../transition-case/transition-effects.js';
import { FamilySealing } from './family-sealing.js';
import { TransferDecision } from './transfer-decision.js';
import { TransferDesk, type ChangedTransfer, type TransferReference } from './transfer-desk.js';

/**
 * Hands a family over to the person who accepted it: seals it to them by name, and moves the own case to TRANSFERRED in
 * the same act. Errors: as of `TransferDesk.begin`; NOT_FOUND without the keys of the case; REFUSED as of
 * `TransferDecision`, or `HOLDER_TIER`, `GRANTER_MAY_NOT_GRANT`, `NOT_CERTIFIED`; INTEGRITY where a certificate fails.
 */
@Injectable()
export class SendCaseTransferUseCase {
  constructor(
    private readonly desk: TransferDesk,
    private readonly access: CaseAccess,
    private readonly decision: TransferDecision,
    private readonly sealing: FamilySealing,
    private readonly transfers: CaseTransferRepository,
    private readonly effects: TransitionEffects,
  ) {}

  async execute(
    actor: Actor,
    command: TransferReference,
  ): Promise<Result<ChangedTransfer, DomainError>> {
    const begun = await this.desk.begin(actor, command, 'SEND');
    if (!begun.ok) return begun;
    const { row, next, today } = begun.value;
    const opened = await this.access.open(actor, row.caseId ?? '', null);
    if (!opened.ok) return opened;
    const outcome = await this.decision.decide(actor, opened.value, row.receiverOrganizationId);
    if (!outcome.ok) return outcome;
    const sent = await this.sealing.seal(actor, row, opened.value);
    if (!sent.ok) return sent;
    const move = { transition: 'TRANSFER', outcome: outcome.value } as const;
    const applied = await this.effects.apply(actor, opened.value, {
      ...move,
      reason: null,
      planMonths: null,
    });
    if (!applied.ok) return applied;
    const version = await this.transfers.send(row.id, sent.value.from, sent.value.parcel, today);
    await this.desk.tell('TRANSFER_SENT', row.id);
    return ok({ offerId: row.id, version, state: next });
  }
}
