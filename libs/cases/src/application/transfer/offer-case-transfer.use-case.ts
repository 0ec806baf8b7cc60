import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { offerLapsesOn } from '../../domain/case-transfer.js';
import { CaseTransferRepository } from '../../infrastructure/case-transfer.repository.js';
import { CaseAccess } from '../case-access.js';
import { TransferDecision } from './transfer-decision.js';
import { TransferDesk, type ChangedTransfer } from './transfer-desk.js';

export interface OfferCaseTransferCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** An organisation of the coalition, not the own one. */
  readonly organizationId: string;
}

/**
 * Asks another organisation of the coalition to take a family on; it sees a region class and nothing else. Errors:
 * NOT_FOUND, also without the keys of the case; STALE_VERSION; invalid `organizationId` (`UNKNOWN`); WRONG_STATE; REFUSED
 * `STORY_ONLY`, `TRANSFER_CONSENT_REQUIRED`, `ALREADY_OFFERED`, `MONEY_UNDER_WAY`, `CALL_OUT_UNDER_WAY`, `TASK_UNDER_WAY`;
 * INTEGRITY.
 */
@Injectable()
export class OfferCaseTransferUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly transfers: CaseTransferRepository,
    private readonly decision: TransferDecision,
    private readonly desk: TransferDesk,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    { caseId, version, organizationId }: OfferCaseTransferCommand,
  ): Promise<Result<ChangedTransfer, DomainError>> {
    const opened = await this.access.open(actor, caseId, version ?? null);
    if (!opened.ok) return opened;
    const { row, settings } = opened.value;
    const coalition = await this.transfers.coalition();
    const isPartner = coalition.some(({ id }) => id === organizationId);
    if (!isPartner || organizationId === actor.organizationId) {
      return err(invalidInput('organizationId', 'UNKNOWN'));
    }
    const allowed = await this.decision.decide(actor, opened.value, organizationId);
    if (!allowed.ok) return allowed;
    await this.transfers.lapse(row.id, settings.today);
    if (await this.transfers.hasOpen(row.id)) return err(refused('ALREADY_OFFERED'));
    const offerId = this.ids.next();
    await this.transfers.add({
      id: offerId,
      receiverOrganizationId: organizationId,
      caseId: row.id,
      region: row.region,
      offeredBy: actor.personId,
      offeredOn: settings.today,
      lapsesOn: offerLapsesOn(settings.today),
    });
    await this.desk.tell('TRANSFER_OFFERED', offerId);
    return ok({ offerId, version: 1, state: 'OFFERED' });
  }
}
