import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  readMoney,
  refused,
  wrongState,
  type Clock,
  type DomainError,
  type IdGenerator,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import {
  CLOCK,
  CommandReplay,
  ID_GENERATOR,
  JobQueue,
  UnitOfWork,
  type Actor,
} from '@kinward/platform';
import { checkCode } from '../../domain/check-funding.js';
import { GiftStore } from '../../infrastructure/gift.store.js';
import { RefundStore } from '../../infrastructure/refund.store.js';
import { FundingNews } from '../funding-news.js';
import { SEND_CALLS_TASK } from '../task-names.js';

export interface RefundGiftCommand {
  readonly commandKey: string;
  readonly giftId: string;
  /** All that is left of the gift where it is absent. */
  readonly amount?: MoneyText | null;
  readonly reason: string;
}

export type RequestedRefund = { readonly refundId: string };

export const REFUND_REASONS = [
  'DONOR_ASKED',
  'DUPLICATE',
  'FRAUD',
  'RISK_TO_DONOR',
  'MISTAKE',
] as const;

/**
 * Decides to give a gift back, in full or in part; the worker carries it out, and the books follow when the money has
 * left. Errors: INVALID_INPUT; NOT_FOUND; WRONG_STATE for a gift that never arrived or is disputed; REFUSED
 * `MORE_THAN_GIVEN`, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class RefundGiftUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replay: CommandReplay,
    private readonly jobs: JobQueue,
    private readonly news: FundingNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  execute(actor: Actor, command: RefundGiftCommand): Promise<Result<RequestedRefund, DomainError>> {
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'refundGift', key, input }, () =>
      this.request(actor, command),
    );
  }

  private async request(
    actor: Actor,
    command: RefundGiftCommand,
  ): Promise<Result<RequestedRefund, DomainError>> {
    const reason = checkCode('reason', command.reason, REFUND_REASONS);
    if (!reason.ok) return reason;
    const amount = command.amount == null ? ok(null) : readMoney('amount', command.amount);
    if (!amount.ok) return amount;
    const gift = await new GiftStore(this.unitOfWork).lock(actor.organizationId, command.giftId);
    if (gift === null) return err(notFound());
    if (gift.state !== 'SUCCEEDED') return err(wrongState(gift.state));
    const refunds = new RefundStore(this.unitOfWork);
    const leftMinor = gift.amountMinor - (await refunds.claimedMinor(gift.id));
    const amountMinor = amount.value?.minorUnits ?? leftMinor;
    if (amountMinor > leftMinor || leftMinor === 0n) return err(refused('MORE_THAN_GIVEN'));
    const refundId = this.ids.next();
    await refunds.add({
      id: refundId,
      organizationId: actor.organizationId,
      giftId: gift.id,
      ref: this.ids.bytes(16).toString('hex'),
      state: 'REQUESTED',
      amountMinor,
      reason: reason.value,
      requestedBy: actor.personId,
      requestedAt: this.clock.now(),
      refundId: null,
    });
    await this.jobs.enqueue(SEND_CALLS_TASK, {}, SEND_CALLS_TASK);
    await this.news.tell('GIFT_REFUND_REQUESTED', 'GIFT', gift.id, reason.value);
    return ok({ refundId });
  }
}
