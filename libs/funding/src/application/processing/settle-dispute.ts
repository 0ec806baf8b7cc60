import { eur } from '@kinward/kernel';
import type { TransferOrder } from '@kinward/ledger';
import { DISPUTE_STATES, further, type DisputeState } from '../../domain/gift-state.js';
import type { DisputeFacts } from '../../domain/provider-facts.js';
import { GiftStore } from '../../infrastructure/gift.store.js';
import { restateGift } from './settle-refund.js';
import { bookOrStop, NotYet, publish, type Tools } from './tools.js';

/**
 * Takes in what the provider says about a dispute. Each movement of the provider's balance is booked once, against
 * the receivable: no fund pays before the bank has decided, and then the free fund does (domain.md C6).
 * @throws NotYet when its gift is not known yet
 */
export async function settleDispute(tools: Tools, news: DisputeFacts): Promise<boolean> {
  const { db, organization } = tools;
  if (news.paymentId === null) return false;
  const gift = await new GiftStore(db).lockByPayment(organization.id, news.paymentId);
  if (gift?.progress !== 'SUCCEEDED') throw new NotYet();
  const orders = await ordersOf(tools, news);
  if (orders.length > 0) await bookOrStop(tools, orders);
  const state = await store(tools, gift.id, news);
  await publish(tools, 'gift', { action: `DISPUTE_${state}`, giftId: gift.id });
  await restateGift(tools, gift);
  return true;
}

async function ordersOf(tools: Tools, { movements }: DisputeFacts): Promise<TransferOrder[]> {
  const { ledger, organization, ids } = tools;
  const { STRIPE, DONOR_RECEIVABLE } = await ledger.standardAccounts(organization.id);
  /** Below zero: the amount left the provider's account. */
  const order = (
    code: 'DISPUTE' | 'DISPUTE_FEE' | 'DISPUTE_WON',
    movementId: string,
    change: bigint,
  ): TransferOrder[] =>
    change === 0n
      ? []
      : [
          {
            id: ids.next(),
            phase: 'DIRECT',
            code,
            idempotencyKey: `${code}:${movementId}`,
            debitAccountId: change < 0n ? DONOR_RECEIVABLE : STRIPE,
            creditAccountId: change < 0n ? STRIPE : DONOR_RECEIVABLE,
            amount: eur(change < 0n ? -change : change),
          },
        ];
  return movements.flatMap(({ id, amountMinor, feeMinor }) => [
    ...order(amountMinor < 0n ? 'DISPUTE' : 'DISPUTE_WON', id, amountMinor),
    ...order('DISPUTE_FEE', id, -feeMinor),
  ]);
}

async function store(tools: Tools, giftId: string, news: DisputeFacts): Promise<DisputeState> {
  const { db, ids, organization, today } = tools;
  const missing = news.movements.reduce((sum, each) => sum - each.amountMinor + each.feeMinor, 0n);
  const [known] = await db.query<{ state: DisputeState }>(
    'SELECT state FROM gift_dispute WHERE dispute_id = $1',
    [news.id],
  );
  const state = known === undefined ? news.state : further(DISPUTE_STATES, known.state, news.state);
  await db.query(
    `INSERT INTO gift_dispute (id, organization_id, gift_id, dispute_id, state, missing_minor, opened_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (dispute_id) DO UPDATE SET state = $5, missing_minor = $6, version = gift_dispute.version + 1`,
    [
      ids.next(),
      organization.id,
      giftId,
      news.id,
      state,
      (missing > 0n ? missing : 0n).toString(),
      today,
    ],
  );
  return state;
}
