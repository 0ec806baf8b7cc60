import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseCards } from '@kinward/funding';
import { ok, toId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { day, needRow } from '../needs/need-helpers.js';
import { consentedNeed } from './card-helpers.js';
import { eur, give, GIFT_STARTED, myGifts, openFund, startGift } from './gift-helpers.js';

const NOTED = `{ __typename ... on DonorWishNoted { state } ... on InvalidInput { field reason }
  ... on NotFound { code } }`;
const OPTIONS = `{ organizationName takesCards refusedCardCountries notices minimum { minorUnits }
  statementName usualRatePerMille feeFixed { minorUnits } funds { id code name } caseCards { id codename needGroup needLabel amount { minorUnits } given { minorUnits } } }`;

describe('donors without an account', () => {
  let gifts: GiftDesk;
  let free: string;
  let organizationId: string;
  let count = 0;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    free = await openFund(gifts.desk, { isFreeFund: true });
    await openFund(gifts.desk, { code: 'P-LEGAL', rules: { groups: ['LEG'] } });
    await openFund(gifts.desk, { code: 'G-HIDDEN', kind: 'GRANT', isPublic: false });
    const [row] = await gifts.desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    organizationId = row?.id ?? '';
  });

  afterAll(() => gifts.close());

  const options = (organization: string) =>
    gifts.desk.anonymous.ask('query', 'giveOptions', { organization }, OPTIONS);
  const start = (more: object) =>
    gifts.desk.anonymous.ask(
      'mutation',
      'startGift',
      {
        organization: 'lantern',
        rhythm: 'ONCE',
        amount: eur(5000),
        acceptsCardNotice: true,
        fundId: free,
        ...more,
      },
      GIFT_STARTED,
    );
  /** What the desk that publishes needs does about money. */
  const withCards = async <T>(work: (cards: CaseCards) => Promise<T>): Promise<T> => {
    const { app, personId } = gifts.desk;
    const scope = {
      organizationId: toId<'Organization'>(organizationId),
      personId: toId<'Person'>(await personId('coordinator')),
    };
    const done = await app.get(UnitOfWork, { strict: false }).run(scope, async () => {
      return ok(await work(app.get(CaseCards, { strict: false })));
    });
    if (!done.ok) throw new Error('rolled back');
    return done.value;
  };
  const openCard = async (amountMinor: bigint) => {
    count += 1;
    const { needId } = await consentedNeed(gifts);
    const { funding_reference: fundingReference } = await needRow(gifts.desk, needId);
    return withCards((cards) =>
      cards.open({
        publicCodename: `DEMO-CARD-${String(count)}`,
        needGroup: 'LEG',
        amountMinor,
        facts: { children: 'SOME' },
        fundingReference: String(fundingReference),
        visibleFrom: day(gifts.desk),
      }),
    );
  };

  it('are told before they pay what they may choose and from where no card is taken', async () => {
    const told = await options('lantern');

    expect(told).toMatchObject({
      organizationName: 'Lantern',
      takesCards: true,
      refusedCardCountries: ['BY', 'RU'],
      minimum: { minorUnits: '200' },
      ...{ statementName: 'DEMO NOTES', usualRatePerMille: 15, feeFixed: { minorUnits: '25' } },
    });
    expect(told.funds.map((fund: { code: string }) => fund.code)).toEqual(['P-FREE', 'P-LEGAL']);
    expect(told.notices).toHaveLength(3);
    expect(await options('bridge')).toMatchObject({ takesCards: false, statementName: null });
  });

  it.each([
    [{ acceptsCardNotice: false }, { reason: 'CARD_NOTICE_NOT_ACCEPTED' }],
    [{ organization: 'bridge' }, { reason: 'CARD_GIFTS_OFF' }],
    [{ organization: 'nobody' }, { __typename: 'NotFound' }],
    [{ fundId: randomUUID() }, { __typename: 'NotFound' }],
    [{ fundId: null }, { field: 'fundId', reason: 'ONE_OF_TWO' }],
    [{ fundId: null, caseCardId: randomUUID() }, { __typename: 'NotFound' }],
    [
      { fundId: null, caseCardId: randomUUID(), rhythm: 'MONTHLY' },
      { reason: 'MONTHLY_TO_A_FUND_ONLY' },
    ],
    [{ rhythm: 'DAILY' }, { field: 'rhythm' }],
    [{ fallback: 'ELSEWHERE' }, { field: 'fallback' }],
    [{ locale: 'xx' }, { field: 'locale' }],
    [{ email: 'demo' }, { field: 'email', reason: 'NOT_AN_ADDRESS' }],
    [{ amount: eur(199) }, { field: 'amount.minorUnits', reason: 'TOO_SMALL' }],
    [{ amount: eur(1_000_001) }, { field: 'amount.minorUnits', reason: 'TOO_LARGE' }],
    [{ amount: eur('-500') }, { field: 'amount.minorUnits', reason: 'NOT_POSITIVE' }],
    [{ amount: eur('5.5') }, { field: 'amount.minorUnits', reason: 'NOT_WHOLE_MINOR_UNITS' }],
    [{ amount: { minorUnits: '500', currency: 'RUB' } }, { reason: 'CURRENCY_NOT_SUPPORTED' }],
  ])('cannot give with %j, and nothing is stored', async (more, expected) => {
    const donors = () => gifts.desk.database.asOperator('SELECT count(*) FROM donor');
    const before = await donors();

    expect(await start(more)).toMatchObject(expected);

    expect(await donors()).toEqual(before);
  });

  it('cannot choose a fund that is not offered', async () => {
    const [hidden] = await gifts.desk.database.asOperator<{ id: string }>(
      `SELECT id FROM fund WHERE code = 'G-HIDDEN'`,
    );

    expect(await start({ fundId: hidden?.id })).toMatchObject({ __typename: 'NotFound' });
  });

  it('hold a link that is kept nowhere and opens their own gifts alone', async () => {
    const one = await startGift(gifts, { fundId: free });
    const other = await startGift(gifts, { fundId: free });

    const dump = await gifts.desk.database.asOperator<{ row: string }>(
      'SELECT d::text AS row FROM donor d UNION ALL SELECT g::text FROM gift g',
    );
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(dump.some(({ row }) => row.includes(one.token))).toBe(false);
    const ids = await Promise.all(
      [one, other].map(async ({ token }) => (await myGifts(gifts, token)).gifts[0].id),
    );
    expect(new Set(ids).size).toBe(2);
    expect(await myGifts(gifts, 'x')).toMatchObject({ __typename: 'NotFound' });
    const stolen = await gifts.desk.anonymous.ask(
      'mutation',
      'chooseFallback',
      { token: one.token, giftId: ids[1], fallback: 'SAME_KIND' },
      NOTED,
    );
    expect(stolen).toMatchObject({ __typename: 'NotFound' });
  });

  it('get a numbered receipt as a file, with the token in the body', async () => {
    const { token } = await give(gifts, { fundId: free, locale: 'be' });
    const [gift] = (await myGifts(gifts, token)).gifts;
    const download = (payload: object | string) =>
      gifts.desk.app.inject({
        method: 'POST',
        url: '/files/receipt',
        headers: { 'content-type': 'application/json' },
        payload,
      });

    const file = await download({ token, giftId: gift.id });

    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['cache-control']).toBe('no-store');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.length).toBeGreaterThan(5_000);
    for (const wrong of [
      { token, giftId: randomUUID() },
      { token: 'x', giftId: gift.id },
      {},
      'x',
    ]) {
      expect((await download(wrong)).statusCode).toBe(404);
    }
  });

  it('get a statement of a year as a file, and none of a year in which they gave nothing', async () => {
    const { token } = await give(gifts, { fundId: free, locale: 'lt' });
    await give(gifts, { fundId: free });
    const year = (await myGifts(gifts, token)).gifts[0].receiptYear;
    const download = (payload: object | string) =>
      gifts.desk.app.inject({
        method: 'POST',
        url: '/files/statement',
        headers: { 'content-type': 'application/json' },
        payload,
      });

    const file = await download({ token, year });

    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['cache-control']).toBe('no-store');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.length).toBeGreaterThan(5_000);
    const wrongs = [
      ...[
        { token, year: year - 1 },
        { token, year: String(year) },
        { token, year: 1e20 },
      ],
      ...[{ token: 'x', year }, { token }, {}, 'x'],
    ];
    for (const wrong of wrongs) expect((await download(wrong)).statusCode).toBe(404);
  });

  it('get receipt numbers without gaps', async () => {
    await give(gifts, { fundId: free });
    const [row] = await gifts.desk.database.asOperator<{ count: number; last: number }>(
      'SELECT count(*)::int AS count, max(number) AS last FROM gift_receipt',
    );

    expect(row?.last).toBe(row?.count);
  });

  it('fill a card, and learn where the rest went', async () => {
    const { cardId, fundId } = await openCard(6000n);
    const first = await give(gifts, { caseCardId: cardId, fallback: 'SAME_KIND' });
    const second = await give(gifts, { caseCardId: cardId, fallback: 'SAME_KIND' });

    const [one] = (await myGifts(gifts, first.token)).gifts;
    const [two] = (await myGifts(gifts, second.token)).gifts;
    const net = 5000n - BigInt(one.fee.minorUnits);
    expect(one.moves).toEqual([]);
    expect(two.moves).toEqual([
      {
        reason: 'OVER_FUNDED',
        purpose: 'Demo-Fund for everybody',
        amount: { minorUnits: (net + net - 6000n).toString() },
      },
    ]);
    const [card] = await gifts.desk.database.asOperator<{ state: string; held: string }>(
      `SELECT c.state, (a.credits_posted - a.debits_posted + coalesce((SELECT sum(credits_posted - debits_posted)
         FROM ledger_delta d WHERE d.account_id = a.id), 0))::text AS held
       FROM case_card c JOIN ledger_account a ON a.id = c.fund_id WHERE c.fund_id = $1`,
      [fundId],
    );
    expect(card).toEqual({ state: 'FULL', held: '6000' });
    expect(await start({ fundId: null, caseCardId: cardId })).toMatchObject({
      reason: 'CARD_TAKES_NO_MORE',
    });
  });

  it('see their gift go to the fallback they chose when a card is withdrawn', async () => {
    const { cardId } = await openCard(90_000n);
    const { token } = await give(gifts, { caseCardId: cardId, fallback: 'SAME_KIND' });
    const [gift] = (await myGifts(gifts, token)).gifts;
    await gifts.desk.anonymous.ask(
      'mutation',
      'chooseFallback',
      { token, giftId: gift.id, fallback: 'FREE_FUND' },
      NOTED,
    );

    const withdrawn = await withCards((cards) => cards.withdraw(cardId));
    const again = await withCards((cards) => cards.close(cardId));

    const net = (5000n - BigInt(gift.fee.minorUnits)).toString();
    expect(withdrawn.ok).toBe(true);
    expect(again.ok).toBe(false);
    const [moved] = (await myGifts(gifts, token)).gifts;
    expect(moved.moves).toMatchObject([{ reason: 'WITHDRAWN', amount: { minorUnits: net } }]);
    expect(moved.parts.at(-1)).toMatchObject({ status: 'WAITING' });
    const [into] = await gifts.desk.database.asOperator<{ to_fund_id: string }>(
      'SELECT to_fund_id FROM gift_move WHERE gift_id = $1',
      [gift.id],
    );
    expect(into?.to_fund_id).toBe(free);
  });

  it('see a late payment for a card that was withdrawn meanwhile go elsewhere as a whole', async () => {
    const { cardId } = await openCard(90_000n);
    const { token, sessionId } = await startGift(gifts, { caseCardId: cardId });
    await withCards((cards) => cards.withdraw(cardId));

    gifts.sandbox.control.submit(sessionId);
    await gifts.settle();

    const [gift] = (await myGifts(gifts, token)).gifts;
    const net = (5000n - BigInt(gift.fee.minorUnits)).toString();
    expect(gift).toMatchObject({
      state: 'SUCCEEDED',
      moves: [{ reason: 'WITHDRAWN', amount: { minorUnits: net } }],
    });
  });

  it.each([
    ['stopMonthlyGift', {}],
    ['changeMonthlyGift', { change: 'PAUSE' }],
  ])('cannot %s with a wrong token or for a gift that is none', async (operation, more) => {
    const { token } = await startGift(gifts, { fundId: free });
    for (const [key, pledgeId] of [
      ['x', randomUUID()],
      [token, randomUUID()],
      [token, 'x'],
    ]) {
      const input = { token: key, pledgeId, ...more };
      expect(await gifts.desk.anonymous.ask('mutation', operation, input, NOTED)).toMatchObject({
        __typename: 'NotFound',
      });
    }
  });

  it('appear to finance without a word on who they are, page by page', async () => {
    await give(gifts, { fundId: free, email: 'Demo-Donor@example.org' });
    const officer = await gifts.desk.as('finance-officer');
    const node = '{ id state fundId isMonthly startedOn amount { minorUnits } fee { minorUnits } }';
    const page = `{ edges { node ${node} } pageInfo { hasNextPage endCursor } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const list: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = await officer.ask('query', 'gifts', { first: 4, after }, page);
      seen.push(...list.edges.map((edge) => edge.node.id));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);

    const [row] = await gifts.desk.database.asOperator<{ count: number }>(
      'SELECT count(*)::int AS count FROM gift',
    );
    expect(new Set(seen).size).toBe(row?.count);
    expect(seen).toHaveLength(row?.count ?? 0);
    const inbox = await officer.ask(
      'query',
      'stripeInbox',
      { states: ['DONE'] },
      '{ edges { node { type state attempts failure } } }',
    );
    expect(inbox.edges.length).toBeGreaterThan(0);
    const wrong = await officer.send('{ gifts(input: { after: "x" }) { pageInfo { endCursor } } }');
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
