import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { aidedCase, cents, day, FACTS, NOBODYS_ID, setCaseState } from './need-helpers.js';

const CHANGED = `{ __typename ... on RecurringNeedChanged { recurrenceId version }
  ... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason message }
  ... on WrongState { presentState } ... on StaleVersion { currentVersion } }`;
const LIST = `{ __typename ... on UserError { code } ... on RecurringNeeds { templates { id version code
  rhythm firstDueDay nextDueDay untilDay countLeft stoppedOn stopReason amount { minorUnits } } } }`;

describe('recurring needs', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const start = (more: object = {}, client = caseworker) =>
    client.ask(
      'mutation',
      'startRecurringNeed',
      {
        caseId,
        code: 'LIV-MONTHLY',
        amount: cents(30_000n),
        channelClass: 'BANK_ABROAD',
        rhythm: 'MONTHLY',
        firstDueDay: day(desk, 30),
        count: 6,
        facts: { ...FACTS, minors: 1 },
        ...more,
      },
      CHANGED,
    );
  const stop = (input: object, client = caseworker) =>
    client.ask('mutation', 'stopRecurringNeed', { reason: 'AMOUNT_CHANGES', ...input }, CHANGED);
  const list = (client = caseworker, id = caseId) =>
    client.ask('query', 'recurringNeeds', { caseId: id }, LIST);

  it('start, are listed with running ones first, and stop', async () => {
    const first = await start();
    const second = await start({ count: null, untilDay: day(desk, 90), rhythm: 'WEEKLY' });
    expect(first).toMatchObject({ version: 1 });

    expect(await stop({ recurrenceId: first.recurrenceId })).toMatchObject({ version: 2 });

    const { templates } = await list(await desk.as('coordinator'));
    expect(templates).toEqual([
      expect.objectContaining({
        id: second.recurrenceId,
        rhythm: 'WEEKLY',
        untilDay: day(desk, 90),
        countLeft: null,
        stoppedOn: null,
        amount: { minorUnits: '30000' },
      }),
      expect.objectContaining({
        id: first.recurrenceId,
        nextDueDay: day(desk, 30),
        countLeft: 6,
        stoppedOn: day(desk),
        stopReason: 'AMOUNT_CHANGES',
      }),
    ]);
  });

  it.each<[string, object, object]>([
    ['an unknown code', { code: 'X' }, { field: 'code' }],
    ['an unknown rhythm', { rhythm: 'DAILY' }, { field: 'rhythm' }],
    ['no price', { amount: null }, { reason: 'AMOUNT_REQUIRED' }],
    ['a negative price', { amount: cents('-5') }, { field: 'amount.minorUnits' }],
    ['a first day in the past', { firstDueDay: '2020-01-01' }, { reason: 'IN_THE_PAST' }],
    ['a day that does not exist', { firstDueDay: '2030-13-01' }, { reason: 'NOT_A_DAY' }],
    ['no end', { count: null }, { reason: 'END_REQUIRED' }],
    ['an end before its beginning', { untilDay: '2020-01-01' }, { reason: 'BEFORE_FIRST_DUE_DAY' }],
    ['no period at all', { count: 0 }, { reason: 'NOT_A_COUNT' }],
    ['more than sixty periods', { count: 61 }, { reason: 'NOT_A_COUNT' }],
    ['an unknown case', { caseId: NOBODYS_ID }, { code: 'NOT_FOUND' }],
  ])('refuse %s', async (_, input, refusal) => {
    expect(await start(input)).toMatchObject(refusal);
  });

  it('need an accepted case and the key to its story', async () => {
    const other = await aidedCase(desk);
    expect(await start({ caseId: other }, await desk.as('caseworker-three'))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await setCaseState(desk, other, 'QUARANTINED');
    expect(await start({ caseId: other })).toMatchObject({ reason: 'CASE_NOT_LIVE' });
    await setCaseState(desk, other, 'SCREENING');
    expect(await start({ caseId: other })).toMatchObject({ reason: 'CASE_NOT_ACTIVE' });
  });

  it('stop once, with a reason, for those on the case, also when it is closed', async () => {
    const other = await aidedCase(desk);
    const { recurrenceId } = await start({ caseId: other });
    const stranger = await desk.as('caseworker-three');

    expect(await stop({ recurrenceId, reason: 'BORED' })).toMatchObject({ field: 'reason' });
    expect(await stop({ recurrenceId, reason: '' })).toMatchObject({ reason: 'REASON_REQUIRED' });
    expect(await stop({ recurrenceId, version: 3 })).toMatchObject({ currentVersion: 1 });
    expect(await stop({ recurrenceId: NOBODYS_ID })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stop({ recurrenceId }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    await setCaseState(desk, other, 'CLOSED');
    expect(await stop({ recurrenceId })).toMatchObject({ version: 2 });
    expect(await stop({ recurrenceId })).toMatchObject({ presentState: 'STOPPED' });
  });

  it('are not listed for strangers', async () => {
    expect(await list(await desk.as('caseworker-three'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await list(caseworker, NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await list(await desk.as('bridge-coordinator'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the table of needs', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const TABLE = `{ groups { code label } types { code group label priority mayBeFree channels flags
    evidenceInCountry evidenceAbroad typical { minorUnits } ceiling { minorUnits } } }`;

  it.each(['coordinator', 'caseworker', 'finance-officer'])('is there for %s', async (key) => {
    const table = await (
      await desk.as(key)
    ).ask('query', 'needTaxonomy', { language: 'ru' }, TABLE);

    expect(table.types).toHaveLength(45);
    expect(table.groups).toHaveLength(13);
    const food = table.types.find((type: { code: string }) => type.code === 'LIV-FOOD');
    expect(food).toEqual({
      code: 'LIV-FOOD',
      group: 'LIV',
      label: 'Продуктовый набор на две недели',
      priority: 'P1',
      mayBeFree: false,
      channels: ['PARTNER_ROUTE', 'CARD_VOUCHER_ABROAD'],
      flags: ['N'],
      evidenceInCountry: 'E1',
      evidenceAbroad: 'E3',
      typical: { minorUnits: '6000' },
      ceiling: { minorUnits: '12000' },
    });
  });

  it('answers in the first language of the pack where the pack does not speak the one asked for', async () => {
    const client = await desk.as('coordinator');
    const table = await client.ask('query', 'needTaxonomy', { language: 'de' }, TABLE);

    expect(table.groups[0]).toEqual({ code: 'DET', label: 'In detention' });
  });
});
