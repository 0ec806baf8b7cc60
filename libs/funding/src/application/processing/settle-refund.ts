import { eur } from '@kinward/kernel';
import { further, giftState, REFUND_STATES } from '../../domain/gift-state.js';
import type { RefundFacts } from '../../domain/provider-facts.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { GiftStore, type Gift } from '../../infrastructure/gift.store.js';
import { RefundStore, type GiftRefund } from '../../infrastructure/refund.store.js';
import { bookOrStop, BooksDisagree, newRef, NotYet, publish, type Tools } from './tools.js';

/**
 * Takes in what the provider says about a refund: books it when the money has left, and back when it returns. A
 * refund that somebody made at the provider itself is adopted. @throws NotYet when its gift is not known yet
 */
export async function settleRefund(tools: Tools, news: RefundFacts): Promise<boolean> {
  const { db, organization } = tools;
  if (!news.movesMoney) return true;
  if (news.paymentId === null) return false;
  const gift = await new GiftStore(db).lockByPayment(organization.id, news.paymentId);
  if (gift === null) throw new NotYet();
  if (gift.progress !== 'SUCCEEDED') throw new NotYet();
  await applyRefund(tools, gift, await knownRefund(tools, gift, news), news);
  return true;
}

/** Like {@link settleRefund}, for a refund and a gift that are at hand, the gift under a lock. */
export async function applyRefund(
  tools: Tools,
  gift: Gift,
  refund: GiftRefund,
  news: Pick<RefundFacts, 'id' | 'status'>,
): Promise<void> {
  const refunds = new RefundStore(tools.db);
  const state = further(REFUND_STATES, refund.state, news.status);
  await refunds.restate(refund.id, { state, refundId: news.id });
  const hasLeft = refund.transferId !== null;
  if (state === 'SUCCEEDED' && !hasLeft) await bookRefund(tools, gift, refund);
  if (state === 'FAILED' && hasLeft && refund.returnedTransferId === null) {
    await bookReturn(tools, refund);
  }
  if (state !== refund.state) {
    await publish(tools, 'gift', { action: `REFUND_${state}`, giftId: gift.id });
  }
  await restateGift(tools, gift);
}

/** Writes the state that follows from progress, refunds and disputes. */
export async function restateGift({ db }: Pick<Tools, 'db'>, gift: Gift): Promise<void> {
  const gifts = new GiftStore(db);
  const refundedMinor = await gifts.refundedOf(gift.id);
  const disputes = await gifts.disputesOf(gift.id);
  const { progress, amountMinor } = gift;
  const state = giftState({ progress, amountMinor, refundedMinor, disputes });
  await gifts.restate(gift.id, { state, refundedMinor });
}

async function knownRefund(tools: Tools, gift: Gift, news: RefundFacts): Promise<GiftRefund> {
  const refunds = new RefundStore(tools.db);
  const { id: organizationId } = tools.organization;
  const known = await refunds.find(organizationId, news.id, news.ref);
  if (known !== null) return known;
  const id = tools.ids.next();
  await refunds.add({
    id,
    organizationId,
    giftId: gift.id,
    ref: newRef(tools.ids),
    state: 'PENDING',
    amountMinor: news.amountMinor,
    reason: 'MADE_AT_PROVIDER',
    requestedBy: null,
    requestedAt: tools.clock.now(),
    refundId: news.id,
  });
  const added = await refunds.get(organizationId, id);
  if (added === null) throw new BooksDisagree('NO_REFUND');
  return added;
}

/**
 * The money has left the provider's account already. It comes from where the gift lies; where that has been spent or
 * promised, a receivable stands for it until the free fund can pay: what is reserved for a family is never touched.
 */
async function bookRefund(tools: Tools, gift: Gift, refund: GiftRefund): Promise<void> {
  const { ledger, organization, ids } = tools;
  const { STRIPE, DONOR_RECEIVABLE } = await ledger.standardAccounts(organization.id);
  for (const payer of [...(await payersOf(tools, gift)), DONOR_RECEIVABLE]) {
    const booked = await ledger.book(organization.id, [
      {
        id: ids.next(),
        phase: 'DIRECT',
        code: 'GIFT_REFUND',
        idempotencyKey: `GIFT_REFUND:${refund.id}`,
        debitAccountId: payer,
        creditAccountId: STRIPE,
        amount: eur(refund.amountMinor),
      },
    ]);
    if (booked.ok) {
      const transferId = booked.value[0]?.transferId ?? '';
      await new RefundStore(tools.db).setPaid(refund.id, payer, transferId);
      return;
    }
    const isEmpty = booked.error.kind === 'REFUSED' && booked.error.reason === 'INSUFFICIENT_FUNDS';
    if (!isEmpty) throw new BooksDisagree(booked.error.kind);
  }
}

/**
 * Accounts of the funds in which the gift still lies, the largest part first. A fund that gave it up entirely does not pay:
 * what it holds belongs to other donors.
 */
async function payersOf({ db }: Tools, gift: Gift): Promise<readonly string[]> {
  const rows = await db.query<{ accountId: string }>(
    `WITH part AS (
       SELECT g.fund_id, g.amount_minor - g.fee_minor - g.refunded_minor
         - coalesce((SELECT sum(m.amount_minor) FROM gift_move m
             WHERE m.gift_id = g.id AND m.from_fund_id = g.fund_id), 0) AS minor
       FROM gift g WHERE g.id = $1
       UNION ALL
       SELECT to_fund_id, sum(amount_minor) FROM gift_move WHERE gift_id = $1 GROUP BY to_fund_id)
     SELECT f.account_id AS "accountId" FROM part JOIN fund f ON f.id = part.fund_id
     WHERE part.minor > 0 ORDER BY part.minor DESC, f.id`,
    [gift.id],
  );
  return rows.map(({ accountId }) => accountId);
}

/** The bank sent it back: to the payer, or to the free fund that has filled the receivable since. */
async function bookReturn(tools: Tools, refund: GiftRefund): Promise<void> {
  const { db, ledger, organization, ids } = tools;
  const { STRIPE } = await ledger.standardAccounts(organization.id);
  const free =
    refund.coveredTransferId === null ? null : await new FundStore(db).free(organization.id);
  const [transferId] = await bookOrStop(tools, [
    {
      id: ids.next(),
      phase: 'DIRECT',
      code: 'REFUND_FAILED',
      idempotencyKey: `REFUND_FAILED:${refund.id}`,
      debitAccountId: STRIPE,
      creditAccountId: free?.accountId ?? refund.paidFrom ?? '',
      amount: eur(refund.amountMinor),
      reversesId: refund.transferId,
    },
  ]);
  await new RefundStore(db).setReturned(refund.id, transferId ?? '');
}
