import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { drainInbox, type GiftWork } from '@kinward/funding';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { eur, give, openFund } from './gift-helpers.js';

const BALANCE = `{ __typename ... on TrialBalance { lines { edges { node { account { code }
  sums { debits { minorUnits } credits { minorUnits } } } } } } }`;

describe('payouts of the payment provider', () => {
  let gifts: GiftDesk;

  // Each story counts all there is, so each has a house of its own, with two gifts that can be paid out.
  beforeEach(async () => {
    gifts = await startGiftDesk();
    const fundId = await openFund(gifts.desk, { isFreeFund: true });
    await give(gifts, { fundId });
    await give(gifts, { fundId, amount: eur(70_000) });
    gifts.sandbox.control.advance({ days: 4 });
  });

  afterEach(() => gifts.close());

  /** What the trial balance says of an account: debits less credits, in minor units. */
  const standing = async (code: string): Promise<bigint> => {
    const officer = await gifts.desk.as('finance-officer');
    const { lines } = await officer.ask('query', 'trialBalance', { first: 50 }, BALANCE);
    const line = lines.edges.find(
      ({ node }: { node: { account: { code: string } } }) => node.account.code === code,
    )?.node;
    return BigInt(line?.sums.debits.minorUnits ?? 0) - BigInt(line?.sums.credits.minorUnits ?? 0);
  };
  const transfers = async (): Promise<string[]> => {
    const rows = await gifts.desk.database.asOperator<{ line: string }>(
      `SELECT concat_ws(' ', d.code, c.code, t.amount, t.reverses_id IS NOT NULL) AS line
       FROM ledger_transfer t JOIN ledger_account d ON d.id = t.debit_account_id
       JOIN ledger_account c ON c.id = t.credit_account_id WHERE t.code = 'STRIPE_PAYOUT' ORDER BY t.sequence`,
    );
    return rows.map(({ line }) => line);
  };
  const totals = () => gifts.sandbox.control.totals();
  /** The promise that holds after every story: STRIPE is what the provider holds for us or has on its way. */
  const expectBooksToAgree = async (): Promise<void> => {
    const { balance, payouts } = totals();
    expect(await standing('STRIPE')).toBe(BigInt(balance + payouts.inTransit));
    expect(await standing('BANK')).toBe(BigInt(payouts.moved - payouts.inTransit));
  };
  const eventOf = (payoutId: string, type: string): string => {
    const found = gifts.sandbox.control
      .objects()
      .events.find(
        ({ data, type: its }) => its === type && 'id' in data.object && data.object.id === payoutId,
      );
    if (found === undefined) throw new Error(`there is no ${type}`);
    return found.id;
  };

  it('move money to the bank when it has arrived, once, however often and in whatever order it is told', async () => {
    const { control } = gifts.sandbox;
    const before = totals().balance;
    control.setChaos({ duplicates: 4, shuffle: 7 });

    const payout = control.payOut();
    await gifts.settle();
    expect(await transfers()).toEqual([]);
    await expectBooksToAgree();
    control.advance({ days: 2 });
    await gifts.settle();
    for (const type of ['payout.paid', 'payout.created'])
      control.resend(eventOf(payout.id, type), { times: 3 });
    await gifts.catchUp();
    await gifts.settle();

    expect(payout.amount).toBe(before);
    expect(await transfers()).toEqual([`BANK STRIPE ${String(before)} f`]);
    expect(totals()).toMatchObject({ balance: 0, payouts: { inTransit: 0 } });
    await expectBooksToAgree();
  });

  it('that come back after they had arrived are booked back once, and go out again', async () => {
    const { control } = gifts.sandbox;
    const payout = control.payOut();
    control.advance({ days: 2 });
    await gifts.settle();
    control.setChaos({ duplicates: 3, shuffle: 3 });

    control.settlePayout(payout.id, 'failed');
    await gifts.settle();
    control.resend(eventOf(payout.id, 'payout.paid'), { times: 3 });
    control.resend(eventOf(payout.id, 'payout.failed'), { times: 3 });
    await gifts.settle();

    const amount = String(payout.amount);
    expect(await transfers()).toEqual([`BANK STRIPE ${amount} f`, `STRIPE BANK ${amount} t`]);
    expect(await standing('BANK')).toBe(0n);
    expect(totals().balance).toBe(payout.amount);
    await expectBooksToAgree();
    control.payOut();
    control.advance({ days: 2 });
    await gifts.settle();
    expect(await standing('BANK')).toBe(BigInt(payout.amount));
    await expectBooksToAgree();
  });

  it('that come back on their way leave nothing in the books', async () => {
    const { control } = gifts.sandbox;
    const payout = control.payOut();
    await gifts.settle();

    control.settlePayout(payout.id, 'failed');
    await gifts.settle();

    expect(await transfers()).toEqual([]);
    await expectBooksToAgree();
  });

  it.each([
    ['payout.failed', 'payout.paid'],
    ['payout.paid', 'payout.failed'],
  ])('of which only the end is seen are right when %s comes before %s', async (one, other) => {
    const { control } = gifts.sandbox;
    control.setChaos({ withhold: true });
    const payout = control.payOut();
    control.settlePayout(payout.id, 'paid');
    control.settlePayout(payout.id, 'failed');

    for (const type of [one, other, 'payout.created']) {
      control.resend(eventOf(payout.id, type));
      await gifts.settle();
    }

    expect(await standing('BANK')).toBe(0n);
    await expectBooksToAgree();
  });

  it('that fail while somebody still holds an older look at them are booked back all the same', async () => {
    const { control } = gifts.sandbox;
    const payout = control.payOut();
    await gifts.settle();
    control.settlePayout(payout.id, 'paid');
    await control.settled();
    let release: () => void = () => undefined;
    let hasLooked: () => void = () => undefined;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const looked = new Promise<void>((resolve) => (hasLooked = resolve));
    const stripe = Object.assign(Object.create(gifts.work.stripe) as GiftWork['stripe'], {
      payout: async (id: string) => {
        const facts = await gifts.work.stripe.payout(id);
        hasLooked();
        await isReleased;
        return facts;
      },
    });

    const slow = drainInbox({ ...gifts.work, stripe });
    await looked;
    control.settlePayout(payout.id, 'failed');
    await control.settled();
    const quick = drainInbox(gifts.work);
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    await Promise.all([slow, quick]);
    await gifts.settle();

    expect(await transfers()).toHaveLength(2);
    expect(await standing('BANK')).toBe(0n);
    await expectBooksToAgree();
  });

  it('would be missed by these stories: without its booking the books do not agree', async () => {
    const { control } = gifts.sandbox;
    control.setChaos({ withhold: ['payout.paid'] });
    control.payOut();
    await gifts.settle();
    control.advance({ days: 2 });
    await gifts.settle();

    await expect(expectBooksToAgree()).rejects.toThrow();
    await gifts.catchUp();
    await gifts.settle();
    await expectBooksToAgree();
  });
});
