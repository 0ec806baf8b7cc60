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
import { isReason } from '../domain/reason-codes.js';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';
import { EvidenceSettlement } from './evidence/evidence-settlement.js';
import { OutcomeBookings, type Outcome } from './outcome-bookings.js';

export interface RecordOutcomeCommand {
  readonly commandKey: string;
  readonly disbursementId: string;
  readonly outcome: Outcome;
  /** A part of what is outstanding, when it was delivered in part; all of it where nothing is said. */
  readonly amount?: MoneyText | null;
  /** Required for everything but a delivery. */
  readonly reasonCode?: string | null;
}

/**
 * Records what became of released money and books it. A part may arrive first and the rest later; when the rest comes
 * back or is lost, what arrived counts as delivered. Errors: INVALID_INPUT `amount…`, `reasonCode`, `input.commandKey`;
 * NOT_FOUND; WRONG_STATE; REFUSED `REASON_REQUIRED`, `MORE_THAN_OUTSTANDING`, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class RecordOutcomeUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly bookings: OutcomeBookings,
    private readonly evidence: EvidenceSettlement,
  ) {}

  async execute(
    actor: Actor,
    command: RecordOutcomeCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const { outcome, reasonCode: reason = null } = command;
    const amount = command.amount == null ? null : readMoney('amount', command.amount);
    if (amount?.ok === false) return amount;
    if (reason !== null && (outcome === 'DELIVER' || !isReason(outcome, reason))) {
      return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    }
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'recordOutcome', key, input }, () =>
      this.record(actor, command, amount?.value.minorUnits ?? null),
    );
  }

  private async record(
    actor: Actor,
    { commandKey: key, disbursementId, outcome, reasonCode }: RecordOutcomeCommand,
    part: bigint | null,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const outstanding = outstandingOf(row);
    const amountMinor = part ?? outstanding;
    const isRest = amountMinor === outstanding;
    const order = {
      transition: transitionOf(outcome, row, isRest),
      actingAs: partsOf(actor),
      actorId: actor.personId,
      reason: reasonCode ?? null,
      amountMinor,
    } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    if (outcome !== 'DELIVER' && order.reason === null) return err(refused('REASON_REQUIRED'));
    if (amountMinor > outstanding || (outcome !== 'DELIVER' && !isRest)) {
      return err(refused('MORE_THAN_OUTSTANDING'));
    }
    const booked = await this.bookings.book(outcome, locked.value, { key, amountMinor });
    if (!booked.ok) return booked;
    const { change, transferId } = booked.value;
    const moved = await this.mover.write(row, { ...order, transferId }, decided.value, change);
    const settled = await this.evidence.settle({ row: moved, need: locked.value.need }, null);
    return settled.ok ? ok(changedDisbursement(settled.value)) : settled;
  }
}

/** Minor units that have left and of which nobody has said yet what became of them. */
function outstandingOf(row: DisbursementRow): bigint {
  return row.amountMinor - row.deliveredMinor - row.returnedMinor - row.lostMinor;
}

function transitionOf(outcome: Outcome, row: DisbursementRow, isRest: boolean) {
  if (outcome === 'DELIVER') return isRest ? 'DELIVER' : 'DELIVER_PART';
  return row.deliveredMinor > 0n ? 'SETTLE_REST' : outcome;
}
