import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { eur, openFund } from './gift-helpers.js';

const CHANGED = `{ __typename ... on GrantChanged { grantId version } ... on InvalidInput { field reason }
  ... on Refused { reason } ... on WrongState { presentState } ... on StaleVersion { currentVersion } }`;
const BOOKED = `{ __typename ... on GrantInstalmentBooked { instalmentId transferId }
  ... on InvalidInput { field reason } ... on Refused { reason } ... on WrongState { presentState } }`;

describe('grants', () => {
  let desk: TestDesk;
  let fundId: string;
  let publicFundId: string;
  let managerId: string;
  let count = 0;

  beforeAll(async () => {
    desk = await startTestDesk();
    fundId = await openFund(desk, { code: 'G-DEMO', kind: 'GRANT', isPublic: false });
    publicFundId = await openFund(desk);
    managerId = await desk.personId('foundation-manager');
  });

  afterAll(() => desk.close());

  const ask = async (operation: string, input: object, selection = CHANGED) =>
    (await desk.as('finance-officer')).ask('mutation', operation, input, selection);
  const grant = (more: object = {}) => {
    count += 1;
    return {
      code: `GR-${String(count)}`,
      name: 'Demo-Foundation 2026',
      fundId,
      amount: eur(100_000),
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      lapsesOn: '2027-01-31',
      managerId,
      lines: [{ group: 'LEG', ceilingMinor: '60000' }],
      ...more,
    };
  };
  const proposal = (more: object = {}) => {
    const { fundId: _, managerId: __, ...content } = grant();
    const rules = { groups: ['CHD', 'PSY'], regions: ['ABROAD'], overheadPercent: 7 };
    return { ...content, rules, ...more };
  };
  const as = async (who: string, operation: string, input: object) =>
    (await desk.as(who)).ask('mutation', operation, input, CHANGED);
  const signed = async (): Promise<string> => {
    const { grantId } = await ask('recordGrant', grant());
    await ask('advanceGrant', { grantId, version: 1, step: 'SIGN' });
    return String(grantId);
  };
  const instalment = (grantId: string, more: object = {}) => ({
    commandKey: randomUUID(),
    grantId,
    amount: eur(40_000),
    bankReference: `SEPA-${String((count += 1))}`,
    receivedOn: '2026-02-01',
    ...more,
  });
  const book = (input: object) => ask('bookGrantInstalment', input, BOOKED);

  it('go through their states, one step after the other', async () => {
    const { grantId } = await ask('recordGrant', grant());
    const states: string[] = [];
    const steps = ['SIGN', 'OPEN', 'SUSPEND', 'RESUME', 'START_CLOSING', 'REPORT', 'CLOSE'];
    for (const [at, step] of steps.entries()) {
      const moved = await ask('advanceGrant', { grantId, version: at + 1, step });
      states.push(moved.__typename);
    }

    expect(new Set(states)).toEqual(new Set(['GrantChanged']));
    const after = { grantId, version: steps.length + 1 };
    expect(await ask('advanceGrant', { ...after, step: 'OPEN' })).toMatchObject({
      presentState: 'CLOSED',
    });
    expect(await ask('advanceGrant', { grantId, version: 1, step: 'SIGN' })).toMatchObject({
      currentVersion: after.version,
    });
    expect(await ask('advanceGrant', { ...after, step: 'DEMO' })).toMatchObject({ field: 'step' });
    expect(await book(instalment(grantId))).toMatchObject({ presentState: 'CLOSED' });
  });

  it.each([
    [{ code: 'x' }, { field: 'code' }],
    [{ name: '' }, { field: 'name' }],
    [{ amount: eur(0) }, { field: 'amount.minorUnits', reason: 'NOT_POSITIVE' }],
    [{ amount: eur('10.5') }, { field: 'amount.minorUnits', reason: 'NOT_WHOLE_MINOR_UNITS' }],
    [{ amount: eur('9'.repeat(29)) }, { field: 'amount.minorUnits', reason: 'TOO_LARGE' }],
    [
      { amount: { minorUnits: '100', currency: 'USD' } },
      { field: 'amount.currency', reason: 'CURRENCY_NOT_SUPPORTED' },
    ],
    [{ endsOn: '2025-12-31' }, { field: 'endsOn', reason: 'BEFORE_ITS_BEGINNING' }],
    [{ lines: [{ group: 'NONE', ceilingMinor: '1' }] }, { field: 'lines.0.group' }],
    [{ lines: [{ group: 'LEG', ceilingMinor: '-1' }] }, { field: 'lines.0.ceilingMinor' }],
    [{ lines: [{ group: 'LEG', ceilingMinor: '100001' }] }, { reason: 'LINES_ABOVE_GRANT' }],
    [{ lines: [{ group: 'LEG', codes: [], ceilingMinor: '1' }] }, { field: 'lines.0.codes' }],
    [
      { lines: [{ group: 'LEG', codes: ['CHD-CAMP'], ceilingMinor: '1' }] },
      { field: 'lines.0.codes', reason: 'UNKNOWN_CODE' },
    ],
    [
      { lines: [{ group: 'LEG', ceilingMinor: '1', peopleTarget: 0 }] },
      { field: 'lines.0.peopleTarget', reason: 'OUT_OF_RANGE' },
    ],
    [{ lines: [1, 2].map(() => ({ group: 'LEG', ceilingMinor: '1' })) }, { reason: 'REPEATED' }],
    [{ fundId: 'x' }, { __typename: 'NotFound' }],
    [{ managerId: randomUUID() }, { __typename: 'NotFound' }],
  ])('are not recorded with %j', async (more, expected) => {
    expect(await ask('recordGrant', grant(more))).toMatchObject(expected);
  });

  it('belong to a grant fund and a foundation manager, and have a code of their own', async () => {
    const officer = await desk.personId('finance-officer');
    const first = grant();

    expect(await ask('recordGrant', first)).toMatchObject({ version: 1 });
    expect(await ask('recordGrant', first)).toMatchObject({ reason: 'CODE_TAKEN' });
    expect(await ask('recordGrant', grant({ fundId: publicFundId }))).toMatchObject({
      reason: 'NOT_A_GRANT_FUND',
    });
    expect(await ask('recordGrant', grant({ managerId: officer }))).toMatchObject({
      reason: 'NOT_A_FOUNDATION_MANAGER',
    });
  });

  it('bring an instalment into the fund once, however often the command is sent', async () => {
    const grantId = await signed();
    const input = instalment(grantId);
    const received = async () => {
      const funds = await (
        await desk.as('finance-officer')
      ).ask('query', 'funds', {}, '{ id received { minorUnits } }');
      const found = funds.find((each: { id: string }) => each.id === fundId);
      return BigInt(found.received.minorUnits);
    };
    const before = await received();

    const booked = await book(input);
    const again = await book(input);

    expect(booked.__typename).toBe('GrantInstalmentBooked');
    expect(again).toEqual(booked);
    expect((await received()) - before).toBe(40_000n);
    expect(await book({ ...input, amount: eur(1) })).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
    const { bankReference } = input;
    expect(await book(instalment(grantId, { bankReference }))).toMatchObject({
      reason: 'ALREADY_BOOKED',
    });
    expect(await book(instalment(grantId, { amount: eur(60_001) }))).toMatchObject({
      reason: 'MORE_THAN_GRANTED',
    });
    expect((await received()) - before).toBe(40_000n);
  });

  it.each([
    [{ bankReference: 'Demo-Person' }, { field: 'bankReference' }],
    [{ amount: eur(-1) }, { reason: 'NOT_POSITIVE' }],
    [{ receivedOn: 'today' }, { field: 'receivedOn' }],
    [{ commandKey: 'x' }, { reason: 'NOT_A_UUID' }],
  ])('take no instalment with %j', async (more, expected) => {
    expect(await book(instalment(await signed(), more))).toMatchObject(expected);
  });

  it('are seen by their own foundation manager, with the funds that they pay into', async () => {
    await signed();
    const manager = await desk.as('foundation-manager');

    const grants = await manager.send('{ grants { code managerId fundId } }');
    const funds = await manager.ask('query', 'funds', {}, '{ id }');

    expect(grants.data.grants.length).toBeGreaterThan(0);
    for (const each of grants.data.grants) expect(each.managerId).toBe(managerId);
    const paidInto = new Set(grants.data.grants.map((each: { fundId: string }) => each.fundId));
    expect(paidInto).toContain(fundId);
    expect(new Set(funds.map((fund: { id: string }) => fund.id))).toEqual(paidInto);
  });

  it('are set up by the foundation that gives them, with rules, and signed by the office alone', async () => {
    const manager = await desk.as('foundation-manager');
    const input = proposal({
      lines: [{ group: 'CHD', codes: ['CHD-CAMP'], ceilingMinor: '50000', peopleTarget: 20 }],
    });

    const { grantId, version } = await as('foundation-manager', 'setUpGrant', input);

    const grants = await manager.send(
      '{ grants { id code state fundId managerId lines { group codes ceilingMinor peopleTarget needsTarget } } }',
    );
    const made = grants.data.grants.find((each: { id: string }) => each.id === grantId);
    expect(made).toMatchObject({
      ...{ code: input.code, state: 'PIPELINE', managerId },
      lines: [
        {
          ...{ group: 'CHD', codes: ['CHD-CAMP'], ceilingMinor: '50000', peopleTarget: 20 },
          needsTarget: null,
        },
      ],
    });
    const funds = await manager.ask(
      'query',
      'funds',
      {},
      '{ id code kind isPublic rules { groups regions overheadPercent } }',
    );
    expect(funds.find((each: { id: string }) => each.id === made.fundId)).toMatchObject({
      ...{ code: input.code, kind: 'GRANT', isPublic: false },
      rules: { groups: ['CHD', 'PSY'], regions: ['ABROAD'], overheadPercent: 7 },
    });
    await expect(
      as('foundation-manager', 'advanceGrant', { grantId, version, step: 'SIGN' }),
    ).rejects.toThrow('FORBIDDEN');
    expect(await book(instalment(grantId))).toMatchObject({ presentState: 'PIPELINE' });
  });

  it('leave nothing behind where they cannot be set up', async () => {
    const wrong = proposal({ amount: eur(0) });
    expect(await as('foundation-manager', 'setUpGrant', wrong)).toMatchObject({
      field: 'amount.minorUnits',
    });
    expect(
      await as('foundation-manager', 'setUpGrant', { ...wrong, rules: { groups: ['NONE'] } }),
    ).toMatchObject({ field: 'rules.groups' });
    const right = { ...wrong, amount: eur(100_000) };
    expect(await as('finance-officer', 'setUpGrant', right)).toMatchObject({ version: 1 });
    expect(await as('finance-officer', 'setUpGrant', right)).toMatchObject({
      reason: 'CODE_TAKEN',
    });
    await expect(as('coordinator', 'setUpGrant', proposal())).rejects.toThrow('FORBIDDEN');
  });

  it('get other lines from their foundation until they are signed, from the office while they run', async () => {
    const { grantId } = await as('foundation-manager', 'setUpGrant', proposal());
    const lines = [{ group: 'CHD', ceilingMinor: '100000', needsTarget: 5 }];
    const change = (who: string, version: number, more: object = {}) =>
      as(who, 'changeGrantLines', { grantId, version, lines, ...more });

    expect(await change('foundation-manager', 1)).toMatchObject({ version: 2 });
    expect(await change('foundation-manager', 1)).toMatchObject({ currentVersion: 2 });
    expect(
      await change('foundation-manager', 2, { lines: [{ group: 'CHD', ceilingMinor: '100001' }] }),
    ).toMatchObject({ reason: 'LINES_ABOVE_GRANT' });
    await ask('advanceGrant', { grantId, version: 2, step: 'SIGN' });
    expect(await change('foundation-manager', 3)).toMatchObject({ presentState: 'SIGNED' });
    expect(await change('finance-officer', 3)).toMatchObject({ version: 4 });
    const { grantId: other } = await ask('recordGrant', grant({ managerId: null }));
    expect(await change('foundation-manager', 1, { grantId: other })).toMatchObject({
      __typename: 'NotFound',
    });
    await expect(change('auditor', 4)).rejects.toThrow('FORBIDDEN');
  });
});
