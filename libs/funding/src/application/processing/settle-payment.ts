import { eur } from '@kinward/kernel';
import type { TransferOrder } from '@kinward/ledger';
import { further, GIFT_PROGRESS } from '../../domain/gift-state.js';
import { paymentStep } from '../../domain/payment-step.js';
import type { PaymentFacts } from '../../domain/provider-facts.js';
import { CaseCardStore } from '../../infrastructure/case-card.store.js';
import { GiftStore, type Gift } from '../../infrastructure/gift.store.js';
import { issueReceipt } from '../../infrastructure/receipt.store.js';
import { destinationOf, type Destination } from './destination.js';
import { bookOrStop, NotYet, publish, type Tools } from './tools.js';

/**
 * Takes in what the provider says about a payment, and acts on it: captures, cancels, books. Repeating it changes
 * nothing; news that is older than what is known changes nothing.
 * @returns false where the payment is none of ours
 * @throws NotYet while the provider has taken the money and not settled it
 */
export async function settlePayment(tools: Tools, news: PaymentFacts): Promise<boolean> {
  const gifts = new GiftStore(tools.db);
  const gift = await lockGift(tools, news);
  if (gift === null) return false;
  if (gift.progress === 'SUCCEEDED') return true;
  const payment = await act(tools, gift, news);
  const step = paymentStep(gift.progress, payment, tools.organization.refusedCardCountries);
  const progress = further(GIFT_PROGRESS, gift.progress, step.progress);
  if (progress === 'SUCCEEDED') {
    await bookGift(tools, gift, payment);
  } else if (progress !== gift.progress || gift.paymentIntentId === null) {
    await gifts.advance(gift.id, { progress, paymentIntentId: payment.id });
    await publish(tools, 'gift', { action: `GIFT_${progress}`, giftId: gift.id });
  }
  return true;
}

async function lockGift(tools: Tools, payment: PaymentFacts): Promise<Gift | null> {
  const gifts = new GiftStore(tools.db);
  const { id } = tools.organization;
  const byRef = payment.ref === null ? null : await gifts.lockByRef(id, payment.ref);
  return byRef ?? (await gifts.lockByPayment(id, payment.id));
}

/** Keys follow from the gift's stored reference, so that a crash in between repeats the same call. */
async function act(tools: Tools, gift: Gift, payment: PaymentFacts): Promise<PaymentFacts> {
  const step = paymentStep(gift.progress, payment, tools.organization.refusedCardCountries);
  if (step.act === 'CAPTURE') return tools.stripe.capture(payment.id, `${gift.ref}-capture`);
  if (step.act === 'CANCEL') await tools.stripe.cancel(payment.id, `${gift.ref}-cancel`);
  return payment;
}

async function bookGift(tools: Tools, gift: Gift, payment: PaymentFacts): Promise<void> {
  const { db, organization, clock, ids, today } = tools;
  if (payment.balance === null) throw new NotYet();
  const { grossMinor, feeMinor } = payment.balance;
  const destination = await destinationOf(tools, gift, grossMinor - feeMinor);
  await bookOrStop(tools, await ordersOf(tools, gift, destination, { grossMinor, feeMinor }));
  await new GiftStore(db).settle({
    id: gift.id,
    amountMinor: grossMinor,
    feeMinor,
    fundId: destination.fund.id,
    paymentIntentId: payment.id,
    chargeId: payment.chargeId,
    bookedAt: clock.now(),
  });
  await tellCard(tools, gift, destination);
  await publish(tools, 'gift', { action: 'GIFT_SUCCEEDED', giftId: gift.id });
  // Last, because the series of an organisation is one row that every booking waits for.
  await issueReceipt(db, {
    id: ids.next(),
    organizationId: organization.id,
    giftId: gift.id,
    today,
  });
}

async function ordersOf(
  tools: Tools,
  gift: Gift,
  { fund, excess }: Destination,
  { grossMinor, feeMinor }: { grossMinor: bigint; feeMinor: bigint },
): Promise<TransferOrder[]> {
  const { STRIPE } = await tools.ledger.standardAccounts(tools.organization.id);
  const order = (
    code: 'GIFT' | 'GIFT_FEE' | 'FUND_TRANSFER',
    from: string,
    to: string,
    amountMinor: bigint,
  ): TransferOrder => ({
    id: tools.ids.next(),
    phase: 'DIRECT',
    code,
    idempotencyKey: `${code}:${gift.id}`,
    debitAccountId: from,
    creditAccountId: to,
    amount: eur(amountMinor),
    reference: fund.fundingReference,
  });
  return [
    order('GIFT', STRIPE, fund.accountId, grossMinor),
    ...(feeMinor > 0n ? [order('GIFT_FEE', fund.accountId, STRIPE, feeMinor)] : []),
    ...(excess === null
      ? []
      : [order('FUND_TRANSFER', fund.accountId, excess.fund.accountId, excess.amountMinor)]),
  ];
}

async function tellCard(tools: Tools, gift: Gift, destination: Destination): Promise<void> {
  const { db, ids, organization, today } = tools;
  const { card, cardState, excess, fillsCard, fund } = destination;
  if (card === null) return;
  const cards = new CaseCardStore(db);
  if (fillsCard) {
    await cards.setState(card, 'FULL');
    await publish(tools, 'case-card', { action: 'CARD_FULL', cardId: card.id });
  }
  if (excess === null) return;
  const reason = cardState === 'WITHDRAWN' || cardState === 'CLOSED' ? cardState : 'OVER_FUNDED';
  await cards.addMove({
    id: ids.next(),
    organizationId: organization.id,
    giftId: gift.id,
    fromFundId: fund.id,
    toFundId: excess.fund.id,
    amountMinor: excess.amountMinor,
    reason,
    movedOn: today,
  });
}
