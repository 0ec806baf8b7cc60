import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  approved,
  cents,
  draft,
  needRow,
  NOBODYS_ID,
  setCaseState,
} from '../needs/need-helpers.js';
import { openFund as openEmptyFund } from '../funding/gift-helpers.js';
import {
  books,
  drafted,
  fundedNeed,
  key,
  openFund,
  reserve,
  RESERVED,
} from './disbursement-scene.js';

const MATCH = `{ __typename ... on NeedMatchType { missing { minorUnits } funds { fundId isAllowed
    reasons { code text } available { minorUnits } left { minorUnits } otherNeeds choice } }
  ... on UserError { code } }`;

describe('money set aside for a need', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  const need = async (more: object = {}): Promise<string> =>
    (await approved(desk, await aidedCase(desk), more)).needId;
  const giveBack = async (reservationId: string, commandKey = key()) =>
    (await desk.as('coordinator')).ask(
      'mutation',
      'releaseReservation',
      { commandKey, reservationId },
      RESERVED,
    );

  it('leaves the fund’s room at once and makes the need FUNDED when it is enough', async () => {
    const needId = await need();
    const fundId = await openFund(desk, 50_000);

    expect(await reserve(desk, needId, fundId, 15_000)).toMatchObject({
      needState: 'WAITING_FUNDS',
    });
    expect(await reserve(desk, needId, fundId, 25_000)).toMatchObject({ needState: 'FUNDED' });

    expect(await needRow(desk, needId)).toMatchObject({ state: 'FUNDED', reserved_minor: 40_000 });
    expect(await books(desk, fundId)).toMatchObject({ FUND: 50_000n, SET_ASIDE: 40_000n });
  });

  it('is there for whoever drafts the payout, not only for whoever set it aside', async () => {
    const needId = await need();
    const fundId = await openFund(desk, 50_000);
    const { reservationId } = await reserve(desk, needId, fundId, 15_000);
    const select = `{ __typename ... on UserError { code } ... on Need { reservations {
      id fundId fundCode fundName state setAside { minorUnits } expiresAt } } }`;

    for (const who of ['caseworker', 'finance-officer']) {
      const read = await (await desk.as(who)).ask('query', 'need', { needId }, select);
      expect(read.reservations).toEqual([
        {
          id: reservationId,
          fundId,
          fundCode: expect.stringMatching(/^DEMO-/),
          fundName: expect.any(String),
          state: 'ACTIVE',
          setAside: { minorUnits: '15000' },
          expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        },
      ]);
    }
    await giveBack(reservationId);
    const client = await desk.as('coordinator');
    expect((await client.ask('query', 'need', { needId }, select)).reservations).toMatchObject([
      { state: 'WITHDRAWN', setAside: { minorUnits: '0' } },
    ]);
  });

  it('goes back to the fund, and the need waits again', async () => {
    const { needId, fundId, reservationId } = await fundedNeed(desk);
    const commandKey = key();

    const first = await giveBack(reservationId, commandKey);
    const again = await giveBack(reservationId, commandKey);

    expect(first).toMatchObject({ needId, needState: 'WAITING_FUNDS' });
    expect(again).toEqual(first);
    expect(await books(desk, fundId)).toMatchObject({ FUND: 100_000n, SET_ASIDE: 0n });
    expect(await giveBack(reservationId)).toMatchObject({ presentState: 'WITHDRAWN' });
  });

  it('stays while a payout may still draw on it', async () => {
    const funded = await fundedNeed(desk);
    await drafted(desk, funded);

    expect(await giveBack(funded.reservationId)).toMatchObject({ reason: 'RESERVATION_IN_USE' });
    expect(await books(desk, funded.fundId)).toMatchObject({ SET_ASIDE: 40_000n });
    expect(await giveBack(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused beyond what the fund holds or the need lacks, and by each rule of the fund', async () => {
    const needId = await need();
    const refusal = async (fund: Parameters<typeof openFund>, minorUnits = 40_000) =>
      (await reserve(desk, needId, await openFund(...fund), minorUnits)).reason;

    expect(await refusal([desk, 39_999])).toBe('INSUFFICIENT_FUNDS');
    expect(await refusal([desk, 90_000], 40_001)).toBe('NEED_AMOUNT_EXCEEDED');
    expect(await refusal([desk, 90_000, { rules: { codes: ['LEG-LAWYER'] } }])).toBe(
      'CODE_NOT_COVERED',
    );
    expect(await refusal([desk, 90_000, { rules: { regions: ['IN_COUNTRY'] } }])).toBe(
      'REGION_NOT_COVERED',
    );
    expect(await refusal([desk, 90_000, { rules: { channelClasses: ['PARTNER_ROUTE'] } }])).toBe(
      'CHANNEL_NOT_COVERED',
    );
    expect(await refusal([desk, 90_000, { lapsesOn: '2021-01-01' }])).toBe('FUND_LAPSED');
    expect(await refusal([desk, 90_000, { floorMinor: 60_000 }])).toBe('FUND_FLOOR');
    expect(await refusal([desk, 90_000, { rules: { perPeriodCeilingMinor: '39999' } }])).toBe(
      'FUND_PERIOD_CEILING',
    );
    expect(await refusal([desk, 90_000, { reference: NOBODYS_ID }])).toBe(
      'EARMARKED_FOR_ANOTHER_NEED',
    );
    expect(await needRow(desk, needId)).toMatchObject({ state: 'APPROVED', reserved_minor: 0 });
    expect(
      await desk.database.asOperator('SELECT FROM fund_reservation WHERE need_id = $1', [needId]),
    ).toEqual([]);
  });

  it.each([
    [{ minorUnits: '-5', currency: 'EUR' }, 'amount.minorUnits', 'NOT_POSITIVE'],
    [{ minorUnits: '0', currency: 'EUR' }, 'amount.minorUnits', 'NOT_POSITIVE'],
    [{ minorUnits: '1.5', currency: 'EUR' }, 'amount.minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    [{ minorUnits: '9'.repeat(25), currency: 'EUR' }, 'amount.minorUnits', 'TOO_LARGE'],
    [{ minorUnits: '5', currency: 'USD' }, 'amount.currency', 'CURRENCY_NOT_SUPPORTED'],
  ])('does not accept %j', async (amount, field, reason) => {
    const { needId, fundId } = await fundedNeed(desk);

    const answer = await reserve(desk, needId, fundId, 1, { amount });

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
  });

  it('needs a live case, a present version, an approved need and a fund of one’s own', async () => {
    const caseId = await aidedCase(desk);
    const fundId = await openFund(desk, 90_000);
    const { needId, version } = await approved(desk, caseId);
    const { needId: unapproved } = await draft(desk, caseId);

    expect(await reserve(desk, needId, fundId, 5, { version: version + 1 })).toMatchObject({
      currentVersion: version,
    });
    expect(await reserve(desk, unapproved, fundId, 5)).toMatchObject({ presentState: 'DRAFT' });
    expect(await reserve(desk, needId, NOBODYS_ID, 5)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await reserve(desk, NOBODYS_ID, fundId, 5)).toMatchObject({ code: 'NOT_FOUND' });
    await setCaseState(desk, caseId, 'QUARANTINED');
    expect(await reserve(desk, needId, fundId, 5)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
  });

  it('answers a repeated command once more and refuses the same key with other content', async () => {
    const needId = await need();
    const fundId = await openFund(desk, 90_000);
    const commandKey = key();

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => reserve(desk, needId, fundId, 10_000, { commandKey })),
    );
    const other = await reserve(desk, needId, fundId, 10_001, { commandKey });

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(other).toMatchObject({ reason: 'REPLAYED_WITH_OTHER_CONTENT' });
    expect(await books(desk, fundId)).toMatchObject({ SET_ASIDE: 10_000n });
    expect(await reserve(desk, needId, fundId, 1, { commandKey: 'x' })).toMatchObject({
      field: 'input.commandKey',
    });
  });

  it('never promises more than there is: 30 at once for 100 each against 1,000', async () => {
    for (let round = 0; round < 5; round += 1) {
      const fundId = await openFund(desk, 1_000);
      const caseId = await aidedCase(desk);
      const needs = await Promise.all(
        Array.from({ length: 3 }, () => approved(desk, caseId, { amount: cents(5_000n) })),
      );

      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          reserve(desk, needs[index % 3].needId, fundId, 100),
        ),
      );

      expect(answers.filter((answer) => answer.__typename === 'ReservationChanged')).toHaveLength(
        10,
      );
      expect(answers.filter((answer) => answer.reason === 'INSUFFICIENT_FUNDS')).toHaveLength(20);
      expect(await books(desk, fundId)).toMatchObject({ FUND: 1_000n, SET_ASIDE: 1_000n });
    }
  });

  it('is proposed from the most restricted fund, with a reason against every other', async () => {
    const needId = await need();
    await need();
    const wide = await openFund(desk, 90_000);
    const narrow = await openFund(desk, 90_000, {
      rules: { groups: ['LIV'], regions: ['ABROAD'] },
    });
    const closed = await openFund(desk, 90_000, { rules: { excludedCodes: ['LIV-GRANT'] } });
    const coordinator = await desk.as('coordinator');

    const empty = await openEmptyFund(desk, { code: 'P-EMPTY' });
    const match = await coordinator.ask('query', 'matchNeed', { needId }, MATCH);

    const fundOf = (id: string) =>
      match.funds.find((fund: { fundId: string }) => fund.fundId === id);
    expect(match.missing.minorUnits).toBe('40000');
    expect(fundOf(narrow)).toMatchObject({ isAllowed: true, left: { minorUnits: '50000' } });
    expect(fundOf(wide)).toMatchObject({ isAllowed: true, choice: null });
    expect(fundOf(wide).otherNeeds).toBeGreaterThanOrEqual(1);
    expect(fundOf(closed)).toMatchObject({
      isAllowed: false,
      reasons: [{ code: 'CODE_EXCLUDED' }],
    });
    expect(fundOf(closed).reasons[0].text).toMatch(/^The funder excludes this kind of need.* \(/);
    expect(fundOf(empty)).toMatchObject({
      isAllowed: false,
      reasons: [
        { code: 'INSUFFICIENT_FUNDS', text: expect.stringContaining('does not hold enough') },
      ],
    });
    const chosen = match.funds.filter((fund: { choice: unknown }) => fund.choice !== null);
    expect(chosen).toHaveLength(1);
    expect(chosen[0].choice).toBe('MOST_RESTRICTED');
    const nothing = await coordinator.ask('query', 'matchNeed', { needId: NOBODYS_ID }, MATCH);
    expect(nothing).toMatchObject({ code: 'NOT_FOUND' });
  });
});
