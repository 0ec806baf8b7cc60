import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  readMoney,
  refused,
  type DomainError,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import {
  REASONS_OF_FINDING,
  settlementOf,
  type DisputeFinding,
} from '../domain/dispute-settlement.js';
import { isReason } from '../domain/reason-codes.js';
import { DeliveryRepository } from '../infrastructure/delivery.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';
import { DisputeBookings } from './dispute-bookings.js';
import { EvidenceSettlement } from './evidence/evidence-settlement.js';

export interface SettleDisputeCommand {
  readonly commandKey: string;
  readonly disbursementId: string;
  readonly finding: DisputeFinding;
  /** What did not arrive, where a part did; all of it where nothing is said. */
  readonly missing?: MoneyText | null;
  readonly reasonCode: string;
}

/**
 * Ends a dispute with what was found (domain.md C4). RECEIVED books nothing and goes back to the state before. LOST and
 * CAME_BACK take the delivery back in the books, for the whole payout or the part that is missing. Errors: INVALID_INPUT
 * `reasonCode`, `missing…`, `input.commandKey`; NOT_FOUND; WRONG_STATE; REFUSED `SELF_SETTLEMENT`, `MORE_THAN_DELIVERED`,
 * `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class SettleDisputeUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly bookings: DisputeBookings,
    private readonly deliveries: DeliveryRepository,
    private readonly evidence: EvidenceSettlement,
  ) {}

  async execute(
    actor: Actor,
    command: SettleDisputeCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const { finding, reasonCode } = command;
    if (!isReason(REASONS_OF_FINDING[finding], reasonCode)) {
      return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    }
    const missing = command.missing == null ? null : readMoney('missing', command.missing);
    if (missing?.ok === false) return missing;
    if (missing !== null && finding === 'RECEIVED') {
      return err(invalidInput('missing', 'NOT_ALLOWED'));
    }
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'settleDispute', key, input }, () =>
      this.settle(actor, command, missing?.value.minorUnits ?? null),
    );
  }

  private async settle(
    actor: Actor,
    { commandKey: key, disbursementId, finding, reasonCode: reason }: SettleDisputeCommand,
    part: bigint | null,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const { row, need } = locked.value;
    const missingMinor = part ?? row.deliveredMinor;
    const involvedIds = await this.deliveries.involvedIn(row.id, need.caseId);
    const order = {
      transition: settlementOf(finding, missingMinor === row.deliveredMinor),
      actingAs: partsOf(actor),
      actorId: actor.personId,
      reason,
      amountMinor: finding === 'RECEIVED' ? null : missingMinor,
      facts: { involvedIds },
    };
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    if (missingMinor > row.deliveredMinor) return err(refused('MORE_THAN_DELIVERED'));
    if (finding === 'RECEIVED') {
      const received = await this.mover.write(row, order, decided.value);
      const resumed = await this.evidence.resume({ row: received, need });
      return resumed.ok ? ok(changedDisbursement(resumed.value)) : resumed;
    }
    const missing = { key, missingMinor };
    const booked = await (finding === 'LOST'
      ? this.bookings.lost(locked.value, missing)
      : this.bookings.cameBack(locked.value, missing));
    if (!booked.ok) return booked;
    const moved = await this.mover.write(row, order, decided.value, booked.value);
    return ok(changedDisbursement(moved));
  }
}
