import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dueCards, endCard } from '@kinward/funding';
import { checkInvariants } from '@kinward/ledger';
import { SystemIdGenerator } from '@kinward/platform';
import { endCards, giftJobs } from '@kinward/runtime';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import pg from 'pg';
import { openFund as fundWithMoney, reserve } from '../disbursements/disbursement-scene.js';
import { publishedCard, withdrawConsent, type StandingCard } from './card-helpers.js';
import { balanceOf, eur, give, myGifts, openFund, startGift } from './gift-helpers.js';

const DAY_MS = 86_400_000;
const WITHDRAWN =
  '{ __typename ... on CaseCardWithdrawn { cardId } ... on WrongState { presentState } }';
const CANCELLED = '{ __typename ... on NeedChanged { state } ... on Refused { reason } }';
const FREED =
  '{ __typename ... on ReservationChanged { reservationId } ... on Refused { reason } }';

describe('the money of a card whose ground is gone', () => {
  let gifts: GiftDesk;
  let pool: pg.Pool;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    await openFund(gifts.desk, { isFreeFund: true });
    await openFund(gifts.desk, { code: 'P-LIVING', rules: { groups: ['LIV'] } });
    pool = new pg.Pool({ connectionString: gifts.desk.database.addresses.workerUrl, max: 4 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await gifts.close();
  });

  const runJob = (clock = gifts.desk.clock as { now(): Date }): Promise<number> =>
    endCards.run({ pool, clock, ids: {} });
  const stateOf = async ({ cardId }: StandingCard): Promise<string> => {
    const sql = 'SELECT state FROM case_card WHERE id = $1';
    const [row] = await gifts.desk.database.asOperator<{ state: string }>(sql, [cardId]);
    return row?.state ?? '';
  };
  /** What a fund's account holds in minor units, reserved or not. */
  const held = async (fundId: string): Promise<bigint> => -(await balanceOf(gifts, fundId));
  const heldBy = async (code: string): Promise<bigint> => {
    const sql = 'SELECT id FROM fund WHERE code = $1';
    const [row] = await gifts.desk.database.asOperator<{ id: string }>(sql, [code]);
    return held(row?.id ?? '');
  };
  const giftOf = async (token: string) => (await myGifts(gifts, token)).gifts[0];
  const netOf = (gift: { amount: { minorUnits: string }; fee: { minorUnits: string } }): bigint =>
    BigInt(gift.amount.minorUnits) - BigInt(gift.fee.minorUnits);
  const trailOf = ({ cardId }: StandingCard) =>
    gifts.desk.database.asOperator(
      `SELECT actor_kind, action, reason FROM audit_entry WHERE subject_id = $1 AND actor_kind = 'SYSTEM'
       ORDER BY action DESC`,
      [cardId],
    );
  const ask = async (who: string, operation: string, input: object, selection: string) =>
    (await gifts.desk.as(who)).ask('mutation', operation, input, selection);

  it('goes to the fallback of each donor once the consent is withdrawn, to the cent and once', async () => {
    const card = await publishedCard(gifts);
    const same = await give(gifts, { caseCardId: card.cardId, fallback: 'SAME_KIND' });
    const free = await give(gifts, { caseCardId: card.cardId, amount: eur(1234) });
    expect(await runJob()).toBe(0);
    const before = [await heldBy('P-LIVING'), await heldBy('P-FREE')] as const;

    await withdrawConsent(gifts, card.caseId);
    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    const [one, two] = [await giftOf(same.token), await giftOf(free.token)];
    expect(await stateOf(card)).toBe('WITHDRAWN');
    expect(await held(card.fundId)).toBe(0n);
    expect((await heldBy('P-LIVING')) - before[0]).toBe(netOf(one));
    expect((await heldBy('P-FREE')) - before[1]).toBe(netOf(two));
    const told = (purpose: string, minor: bigint) => [
      { reason: 'WITHDRAWN', purpose, amount: { minorUnits: minor.toString() } },
    ];
    expect(one.moves).toEqual(told('Demo-Fund for everybody', netOf(one)));
    expect(two.moves).toEqual(told('Demo-Fund for everybody', netOf(two)));
    expect(await trailOf(card)).toEqual([
      { actor_kind: 'SYSTEM', action: 'CASE_CARD_WITHDRAWN', reason: 'CONSENT_ENDED' },
    ]);
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  });

  it('goes there when the consent lapses after its year', async () => {
    const card = await publishedCard(gifts);
    await give(gifts, { caseCardId: card.cardId });
    const at = (days: number) => ({
      now: () => new Date(gifts.desk.clock.now().getTime() + days * DAY_MS),
    });
    expect(await runJob(at(360))).toBe(0);
    expect(await stateOf(card)).toBe('PUBLISHED');

    await runJob(at(367));

    expect(await trailOf(card)).toMatchObject([{ reason: 'CONSENT_ENDED' }]);
    expect(await stateOf(card)).toBe('WITHDRAWN');
    expect(await held(card.fundId)).toBe(0n);
  });

  it('stays where it is reserved, and goes when the reservation ends', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    const reserved = await reserve(gifts.desk, card.needId, card.fundId, 3000);
    await withdrawConsent(gifts, card.caseId);

    expect(await runJob()).toBe(1);
    expect(await held(card.fundId)).toBe(3000n);
    expect(await runJob()).toBe(0);

    const input = { commandKey: randomUUID(), reservationId: reserved.reservationId };
    const freed = await ask('coordinator', 'releaseReservation', input, FREED);
    expect(freed.__typename).toBe('ReservationChanged');
    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    const gift = await giftOf(token);
    expect(await held(card.fundId)).toBe(0n);
    expect(
      gift.moves.map((move: { amount: { minorUnits: string } }) => move.amount.minorUnits),
    ).toEqual(expect.arrayContaining(['3000', (netOf(gift) - 3000n).toString()]));
    expect(await trailOf(card)).toMatchObject([
      { action: 'CASE_CARD_WITHDRAWN' },
      { action: 'CASE_CARD_REST_MOVED', reason: 'MONEY_FREED' },
    ]);
  });

  it('goes to the free fund where its donor took the gift back and the free fund paid for it', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    const gift = await giftOf(token);
    const reserved = await reserve(gifts.desk, card.needId, card.fundId, 3000);
    expect(reserved.__typename).toBe('ReservationChanged');
    const refund = { commandKey: randomUUID(), giftId: gift.id, reason: 'DONOR_ASKED' };
    await ask('finance-officer', 'refundGift', refund, '{ __typename }');
    await gifts.settle();
    expect(await held(card.fundId)).toBe(netOf(gift));
    const before = await heldBy('P-FREE');

    await withdrawConsent(gifts, card.caseId);
    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    expect(await held(card.fundId)).toBe(3000n);
    expect((await heldBy('P-FREE')) - before).toBe(netOf(gift) - 3000n);
    expect((await giftOf(token)).moves).toEqual([]);
  });

  it('stays when a donor whose gift was too much takes it back: his gift lies elsewhere', async () => {
    const card = await publishedCard(gifts);
    const late = await startGift(gifts, { caseCardId: card.cardId, amount: eur(2000) });
    const first = await give(gifts, { caseCardId: card.cardId, amount: eur(60_000) });
    gifts.sandbox.control.submit(late.sessionId);
    await gifts.settle();
    expect((await giftOf(late.token)).moves).toMatchObject([{ reason: 'OVER_FUNDED' }]);
    const [ofFirst, ofFree] = [await held(card.fundId), await heldBy('P-FREE')];

    const { id: giftId } = await giftOf(late.token);
    const refund = { commandKey: randomUUID(), giftId, reason: 'DONOR_ASKED' };
    await ask('finance-officer', 'refundGift', refund, '{ __typename }');
    await gifts.settle();

    expect(await held(card.fundId)).toBe(ofFirst);
    expect(ofFree - (await heldBy('P-FREE'))).toBe(2000n);
    expect((await giftOf(first.token)).moves).toMatchObject([{ reason: 'OVER_FUNDED' }]);
  });

  it('never arrives there when the consent ends between the page and the payment', async () => {
    const card = await publishedCard(gifts);
    const late = await startGift(gifts, { caseCardId: card.cardId, amount: eur(2000) });
    await withdrawConsent(gifts, card.caseId);
    gifts.sandbox.control.submit(late.sessionId);
    await gifts.settle();

    expect(await held(card.fundId)).toBe(0n);
    expect((await giftOf(late.token)).moves).toMatchObject([{ reason: 'WITHDRAWN' }]);
    expect(await runJob()).toBe(1);
  });

  it('goes when other money has covered the need, and the card takes no more', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    const grant = await fundWithMoney(gifts.desk, 100_000);
    await reserve(gifts.desk, card.needId, grant, 39_000);
    expect(await runJob()).toBe(0);
    const own = await reserve(gifts.desk, card.needId, card.fundId, 1000);
    expect(own.needState).toBe('FUNDED');

    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    const gift = await giftOf(token);
    expect(await stateOf(card)).toBe('FULL');
    expect(await held(card.fundId)).toBe(1000n);
    expect(gift.moves).toMatchObject([
      { reason: 'OVER_FUNDED', amount: { minorUnits: (netOf(gift) - 1000n).toString() } },
    ]);
  });

  it('goes when the family no longer needs it', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    const input = { needId: card.needId, reason: 'COVERED' };
    expect(await ask('coordinator', 'cancelNeed', input, CANCELLED)).toMatchObject({
      state: 'CANCELLED',
    });

    expect(await runJob()).toBe(1);

    expect(await held(card.fundId)).toBe(0n);
    expect((await giftOf(token)).moves).toMatchObject([{ reason: 'WITHDRAWN' }]);
  });

  it.each([
    ['REJECTED', 'WITHDRAWN', 'NEED_ENDED'],
    ['CANCELLED', 'WITHDRAWN', 'NEED_ENDED'],
    ['UNMET', 'WITHDRAWN', 'NEED_ENDED'],
    ['DELIVERED', 'CLOSED', 'NEED_MET'],
    ['CONFIRMED', 'CLOSED', 'NEED_MET'],
  ])('goes when the need is %s', async (needState, cardState, reason) => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    await gifts.desk.database.asOperator('UPDATE need SET state = $2 WHERE id = $1', [
      card.needId,
      needState,
    ]);

    expect(await runJob()).toBe(1);

    expect(await stateOf(card)).toBe(cardState);
    expect(await held(card.fundId)).toBe(0n);
    expect((await giftOf(token)).moves).toMatchObject([{ reason: cardState }]);
    expect(await trailOf(card)).toMatchObject([{ reason }]);
  });

  it.each([
    ['need', 'SUSPENDED', `state_before_suspension = 'APPROVED', `],
    ['case_file', 'PAUSED_BY_FAMILY', ''],
    ['case_file', 'QUARANTINED', ''],
  ])('stays while a %s is only %s', async (table, state, more) => {
    const card = await publishedCard(gifts);
    await give(gifts, { caseCardId: card.cardId });
    const set = (value: string, also = '') =>
      gifts.desk.database.asOperator(`UPDATE ${table} SET ${also}state = $2 WHERE id = $1`, [
        table === 'need' ? card.needId : card.caseId,
        value,
      ]);
    await set(state, more);

    expect(await runJob()).toBe(0);
    expect(await stateOf(card)).toBe('PUBLISHED');
  });

  it('is not taken in at all by a card whose consent ended before the payment came', async () => {
    const card = await publishedCard(gifts);
    const { token, sessionId } = await startGift(gifts, { caseCardId: card.cardId });
    await withdrawConsent(gifts, card.caseId);
    gifts.sandbox.control.submit(sessionId);
    await gifts.sandbox.control.settled(30_000);

    // The worker's next job takes the payment in.
    const [drain] = giftJobs(gifts.settings);
    await drain?.run({ pool, clock: gifts.desk.clock, ids: {} });

    const gift = await giftOf(token);
    expect(gift).toMatchObject({ state: 'SUCCEEDED' });
    expect(gift.moves).toMatchObject([
      { reason: 'WITHDRAWN', amount: { minorUnits: netOf(gift).toString() } },
    ]);
    expect(await held(card.fundId)).toBe(0n);
    await gifts.settle();
  });

  it('moves once when job and coordinator end the card in one moment, and when two jobs do', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    await withdrawConsent(gifts, card.caseId);

    const [answer, ...ended] = await Promise.all([
      ask('coordinator', 'withdrawCaseCard', { cardId: card.cardId }, WITHDRAWN),
      runJob(),
      runJob(),
    ]);

    const byHand = answer.__typename === 'CaseCardWithdrawn' ? 1 : 0;
    expect(ended.reduce((sum, each) => sum + each, byHand)).toBe(1);
    const gift = await giftOf(token);
    expect(gift.moves).toHaveLength(1);
    expect(gift.moves).toMatchObject([{ amount: { minorUnits: netOf(gift).toString() } }]);
    expect(await held(card.fundId)).toBe(0n);
  });

  it('is reserved or moved, never both, when both happen in one moment', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    await withdrawConsent(gifts, card.caseId);

    const [reserved] = await Promise.all([
      reserve(gifts.desk, card.needId, card.fundId, 3000),
      runJob(),
    ]);

    const kept = reserved.__typename === 'ReservationChanged' ? 3000n : 0n;
    const gift = await giftOf(token);
    const moved = gift.moves.reduce(
      (sum: bigint, move: { amount: { minorUnits: string } }) =>
        sum + BigInt(move.amount.minorUnits),
      0n,
    );
    expect(await held(card.fundId)).toBe(kept);
    expect(moved).toBe(netOf(gift) - kept);
  });

  it('is where it was when the worker dies before its commit, and moves once afterwards', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    await withdrawConsent(gifts, card.caseId);
    const ids = new SystemIdGenerator();
    const { clock } = gifts.desk;
    const dying = gifts.work.inTransaction(async (db) => {
      const work = { db, clock, ids };
      for (const due of await dueCards(work)) {
        expect(await endCard(work, due)).toMatchObject({ cause: 'CONSENT_ENDED' });
      }
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await stateOf(card)).toBe('PUBLISHED');
    expect((await giftOf(token)).moves).toEqual([]);

    expect(await runJob()).toBe(1);
    expect((await giftOf(token)).moves).toHaveLength(1);
    expect(await held(card.fundId)).toBe(0n);
  });

  describe('left behind', () => {
    const broken = async (later = 0): Promise<string[]> => {
      const runner = {
        query: async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
          (await pool.query(sql, [...parameters])).rows as Row[],
      };
      const now = new Date(gifts.desk.clock.now().getTime() + later * DAY_MS);
      const results = await checkInvariants(runner, now);
      return results.filter(({ offenders }) => offenders.length > 0).map(({ code }) => code);
    };
    const CODE = 'CARD_WITHOUT_CONSENT_HOLDS_NOTHING';

    it('is an alarm of the night after a day of grace, and none once it has moved', async () => {
      const card = await publishedCard(gifts);
      await give(gifts, { caseCardId: card.cardId });
      await runJob();
      expect(await broken(3)).toEqual([]);
      await withdrawConsent(gifts, card.caseId);
      expect(await broken()).toEqual([]);
      expect(await broken(3)).toEqual([CODE]);

      await runJob();

      expect(await broken(3)).toEqual([]);
    });

    it('is an alarm in a card that was marked as ended and kept its money', async () => {
      const card = await publishedCard(gifts);
      await give(gifts, { caseCardId: card.cardId });
      await gifts.desk.database.asOperator(`UPDATE case_card SET state = 'CLOSED' WHERE id = $1`, [
        card.cardId,
      ]);
      expect(await broken(3)).toEqual([CODE]);
      expect(await runJob()).toBe(1);
      expect(await broken(3)).toEqual([]);
    });
  });
});
