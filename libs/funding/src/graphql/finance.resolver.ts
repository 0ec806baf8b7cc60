import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import {
  FinanceListsQuery,
  giftKey,
  inboxKey,
  refundKey,
} from '../application/finance/finance-lists.query.js';
import { GiftQuery } from '../application/finance/gift.query.js';
import { RefundGiftUseCase } from '../application/finance/refund-gift.use-case.js';
import { RetryPaymentEventUseCase } from '../application/finance/retry-payment-event.use-case.js';
import { toGift, toGiftDetail, toRefund } from './finance-views.js';
import {
  GiftConnection,
  GiftDetailType,
  GiftInput,
  GiftRefundConnection,
  GiftRefundRequested,
  GiftRefundsInput,
  GiftRefundType,
  GiftResult,
  GiftsInput,
  GiftType,
  PaymentEventRetried,
  RefundGiftInput,
  RefundGiftResult,
  RetryPaymentEventInput,
  RetryPaymentEventResult,
  StripeInboxConnection,
  StripeInboxEvent,
  StripeInboxInput,
} from './finance.type.js';

type Listed<Node> = Promise<Result<Connection<Node>, DomainError>>;

/** What finance sees and does about gifts. */
@Resolver()
export class FinanceResolver {
  constructor(
    private readonly refunding: RefundGiftUseCase,
    private readonly retrying: RetryPaymentEventUseCase,
    private readonly lists: FinanceListsQuery,
    private readonly one: GiftQuery,
  ) {}

  @Allow('refundGift')
  @Mutation(() => RefundGiftResult, { description: 'Gives a gift back, in full or in part.' })
  async refundGift(
    @CurrentActor() actor: Actor,
    @Args('input') input: RefundGiftInput,
  ): Promise<Result<GiftRefundRequested, DomainError>> {
    const result = await this.refunding.execute(actor, input);
    return result.ok ? ok(Object.assign(new GiftRefundRequested(), result.value)) : result;
  }

  @Allow('retryPaymentEvent')
  @Mutation(() => RetryPaymentEventResult, {
    description: 'Has an event that was given up worked on again.',
  })
  async retryPaymentEvent(
    @CurrentActor() actor: Actor,
    @Args('input') input: RetryPaymentEventInput,
  ): Promise<Result<PaymentEventRetried, DomainError>> {
    const result = await this.retrying.execute(actor, input);
    return result.ok ? ok(Object.assign(new PaymentEventRetried(), result.value)) : result;
  }

  @Allow('gifts')
  @Query(() => GiftConnection, { description: 'Gifts, newest first.' })
  async gifts(@CurrentActor() actor: Actor, @Args('input') input: GiftsInput): Listed<GiftType> {
    const page = await this.lists.gifts(actor, input);
    if (!page.ok) return page;
    const { edges, pageInfo } = toConnection(page.value, giftKey);
    return ok({
      pageInfo,
      edges: edges.map(({ cursor, node }) => ({ cursor, node: toGift(node) })),
    });
  }

  @Allow('gift')
  @Query(() => GiftResult, { description: 'One gift: what was given back, and its bookings.' })
  async gift(
    @CurrentActor() actor: Actor,
    @Args('input') input: GiftInput,
  ): Promise<Result<GiftDetailType, DomainError>> {
    const detail = await this.one.find(actor, input.giftId);
    return detail.ok ? ok(toGiftDetail(detail.value)) : detail;
  }

  @Allow('giftRefunds')
  @Query(() => GiftRefundConnection, { description: 'Refunds, newest first.' })
  async giftRefunds(
    @CurrentActor() actor: Actor,
    @Args('input') input: GiftRefundsInput,
  ): Listed<GiftRefundType> {
    const page = await this.lists.refunds(actor, input);
    if (!page.ok) return page;
    const { edges, pageInfo } = toConnection(page.value, refundKey);
    return ok({
      pageInfo,
      edges: edges.map(({ cursor, node }) => ({ cursor, node: toRefund(node) })),
    });
  }

  @Allow('stripeInbox')
  @Query(() => StripeInboxConnection, {
    description: 'Events of the payment provider, newest first.',
  })
  async stripeInbox(
    @CurrentActor() actor: Actor,
    @Args('input') input: StripeInboxInput,
  ): Listed<StripeInboxEvent> {
    const page = await this.lists.inbox(actor, input);
    return page.ok ? ok(toConnection(page.value, inboxKey)) : page;
  }
}
