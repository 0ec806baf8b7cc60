import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ledgerAsText, startGiftDesk, type GiftDesk } from '@kinward/testing';
import { fundedNeed, released } from '../disbursements/disbursement-scene.js';
import { eur, give, myGifts, openFund, startGift } from '../funding/gift-helpers.js';
import { needRow } from '../needs/need-helpers.js';

const REQUESTED =
  '{ __typename ... on GiftRefundRequested { refundId } ... on Refused { reason } }';
const PAGE = '{ __typename ... on CardPageOpened { checkoutUrl } ... on UserError { code } }';

/** A desk with a free fund and books of its own, so that the whole of them can be read at the end. */
async function inANewHouse(tell: (gifts: GiftDesk, free: string) => Promise<void>): Promise<void> {
  const gifts = await startGiftDesk();
  try {
    await tell(gifts, await openFund(gifts.desk, { isFreeFund: true }));
  } finally {
    await gifts.close();
  }
}

async function column(gifts: GiftDesk, sql: string): Promise<string> {
  const [row] = await gifts.desk.database.asOperator<{ value: string }>(sql);
  return row?.value ?? '';
}

/** What the books say at the end must be what the provider says: nothing lost, nothing twice. */
async function expectProviderToAgree(gifts: GiftDesk): Promise<void> {
  const balance = await column(
    gifts,
    `SELECT sum(CASE WHEN a.id = t.debit_account_id THEN t.amount ELSE -t.amount END)::text AS value
     FROM ledger_account a JOIN ledger_transfer t ON a.id IN (t.debit_account_id, t.credit_account_id)
     WHERE a.code = 'STRIPE'`,
  );
  expect(balance).toBe(String(gifts.sandbox.control.totals().balance));
}

describe('money that does not go the straight way', () => {
  it('a monthly card is refused, the donor brings another, and no month is booked twice', async () => {
    await inANewHouse(async (gifts, fundId) => {
      const started = await startGift(gifts, { fundId, rhythm: 'MONTHLY', amount: eur(1_000) });
      gifts.sandbox.control.submit(started.sessionId, 'card');
      await gifts.settle();
      const method = await column(gifts, 'SELECT payment_method_id AS value FROM pledge');
      gifts.sandbox.control.setBehaviour(method, 'decline');
      gifts.sandbox.control.advance({ days: 32 });
      await gifts.settle();
      const late = await myGifts(gifts, started.token);
      expect(late.monthlyGifts[0].state).toBe('PAST_DUE');

      const opened = await gifts.desk.anonymous.ask(
        'mutation',
        'renewMonthlyCard',
        { token: started.token, pledgeId: late.monthlyGifts[0].id },
        PAGE,
      );
      gifts.sandbox.control.submit(String(opened.checkoutUrl).split('/pay/')[1] ?? '', 'card');
      await gifts.settle();

      expect((await myGifts(gifts, started.token)).monthlyGifts[0].state).toBe('ACTIVE');
      await expectProviderToAgree(gifts);
      expect(await ledgerAsText(gifts.desk.database, 'lantern')).toMatchSnapshot();
    });
  });

  it('a gift is partly taken back after it was spent: the free fund pays, the family keeps all', async () => {
    await inANewHouse(async (gifts, free) => {
      const { desk } = gifts;
      const fundId = await openFund(desk, { code: 'P-SPENT' });
      const { token } = await give(gifts, { fundId, amount: eur(50_000) });
      const need = await fundedNeed(desk, { fundId });
      await released(desk, need);

      const officer = await desk.as('finance-officer');
      const giftId = (await myGifts(gifts, token)).gifts[0].id;
      const input = {
        commandKey: randomUUID(),
        giftId,
        reason: 'DONOR_ASKED',
        amount: eur(20_000),
      };
      const asked = await officer.ask('mutation', 'refundGift', input, REQUESTED);
      expect(asked.__typename).toBe('GiftRefundRequested');
      await gifts.settle();
      await give(gifts, { fundId: free, amount: eur(30_000) });

      expect((await myGifts(gifts, token)).gifts[0].refunded).toEqual({ minorUnits: '20000' });
      expect(await needRow(desk, need.needId)).toMatchObject({
        state: 'IN_DELIVERY',
        released_minor: 40_000,
      });
      await expectProviderToAgree(gifts);
      expect(await ledgerAsText(desk.database, 'lantern')).toMatchSnapshot();
    });
  });

  it('a dispute is lost: the books follow the provider, what was promised to a family stays', async () => {
    await inANewHouse(async (gifts, free) => {
      const { desk } = gifts;
      await give(gifts, { fundId: free, amount: eur(30_000) });
      const fundId = await openFund(desk, { code: 'P-DISPUTED' });
      const { token } = await give(gifts, { fundId, amount: eur(50_000) });
      const need = await fundedNeed(desk, { fundId });

      const charge = await column(
        gifts,
        `SELECT charge_id AS value FROM gift WHERE amount_minor = 50000`,
      );
      const dispute = gifts.sandbox.control.dispute(charge);
      await gifts.settle();
      expect((await myGifts(gifts, token)).gifts[0].state).toBe('DISPUTED');
      gifts.sandbox.control.decideDispute(dispute.id, 'lost');
      await gifts.settle();

      expect((await myGifts(gifts, token)).gifts[0].state).toBe('CHARGED_BACK');
      expect(await needRow(desk, need.needId)).toMatchObject({
        state: 'FUNDED',
        reserved_minor: 40_000,
      });
      await expectProviderToAgree(gifts);
      expect(await ledgerAsText(desk.database, 'lantern')).toMatchSnapshot();
    });
  });
});
