import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { FUND_CHANGED, openFund } from './gift-helpers.js';

describe('funds', () => {
  let desk: TestDesk;
  let free: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    free = await openFund(desk, { isFreeFund: true });
  });

  afterAll(() => desk.close());

  const ask = async (operation: string, input: object) =>
    (await desk.as('finance-officer')).ask('mutation', operation, input, FUND_CHANGED);
  const fund = (more: object = {}) => ({
    code: 'P-DEMO',
    name: 'Demo-Fund',
    kind: 'PUBLIC',
    rules: {},
    isPublic: false,
    ...more,
  });
  const content = (more: object = {}) => ({
    name: 'Demo-Fund',
    rules: {},
    isPublic: true,
    ...more,
  });

  it.each([
    [{ code: 'p demo' }, { field: 'code', reason: 'NOT_A_CODE' }],
    [{ name: ' ' }, { field: 'name', reason: 'EMPTY' }],
    [{ kind: 'EARMARK' }, { field: 'kind', reason: 'UNKNOWN_CODE' }],
    [{ rules: { groups: ['NONE'] } }, { field: 'rules.groups', reason: 'UNKNOWN_CODE' }],
    [{ lapsesOn: '2026-02-30' }, { field: 'lapsesOn', reason: 'NOT_A_DAY' }],
    [
      { opensOn: '2026-05-02', lapsesOn: '2026-05-01' },
      { field: 'lapsesOn', reason: 'BEFORE_ITS_BEGINNING' },
    ],
    [{ floorMinor: '-1' }, { field: 'floorMinor', reason: 'NOT_WHOLE_MINOR_UNITS' }],
    [
      { publicNames: [{ language: 'de', name: 'Demo' }] },
      { field: 'publicNames.language', reason: 'UNKNOWN_CODE' },
    ],
    [
      { publicNames: [{ language: 'be', name: ' ' }] },
      { field: 'publicNames.name', reason: 'EMPTY' },
    ],
    [{ code: 'P-FREE' }, { reason: 'CODE_TAKEN' }],
    [{ isFreeFund: true }, { reason: 'FREE_FUND_EXISTS' }],
    [{ isFreeFund: true, kind: 'EMERGENCY' }, { reason: 'FREE_FUND_IS_PUBLIC' }],
  ])('are not opened with %j', async (more, expected) => {
    expect(await ask('openFund', fund(more))).toMatchObject(expected);
  });

  it('have a name in the language of whoever gives, and their own where that is missing', async () => {
    const publicNames = [
      { language: 'be', name: 'Демо-фонд' },
      { language: 'pl', name: 'Demo-Fundusz' },
    ];
    const fundId = await openFund(desk, { code: 'P-NAMED', isPublic: true, publicNames });
    const nameIn = async (locale: string): Promise<string | undefined> => {
      const input = { organization: 'lantern', locale };
      const read = await desk.anonymous.ask('query', 'giveOptions', input, '{ funds { id name } }');
      return read.funds.find((each: { id: string }) => each.id === fundId)?.name;
    };
    const own = await nameIn('en');
    expect([await nameIn('be'), await nameIn('pl'), await nameIn('ru')]).toEqual([
      'Демо-фонд',
      'Demo-Fundusz',
      own,
    ]);

    // A change that says nothing of the names keeps them; one that does replaces them all.
    await ask('changeFundRules', { fundId, version: 1, ...content() });
    expect(await nameIn('pl')).toBe('Demo-Fundusz');
    const others = [{ language: 'lt', name: 'Demo-Fondas' }];
    await ask('changeFundRules', { fundId, version: 2, ...content({ publicNames: others }) });
    expect([await nameIn('lt'), await nameIn('pl')]).toEqual(['Demo-Fondas', 'Demo-Fund']);
  });

  it('take other rules, each change once, on the version that was read', async () => {
    const fundId = await openFund(desk, { code: 'G-RULES', kind: 'GRANT' });
    const rules = { regions: ['ABROAD'], perNeedCeilingMinor: '50000', overheadPercent: 7 };

    const changed = await ask('changeFundRules', { fundId, version: 1, ...content({ rules }) });

    expect(changed).toMatchObject({ __typename: 'FundChanged', version: 2 });
    expect(await ask('changeFundRules', { fundId, version: 1, ...content() })).toMatchObject({
      currentVersion: 2,
    });
    const officer = await desk.as('finance-officer');
    const funds = await officer.ask(
      'query',
      'funds',
      {},
      `{ id code rules { regions perNeedCeilingMinor overheadPercent } received { minorUnits }
        reserved { minorUnits } spent { minorUnits } left { minorUnits } }`,
    );
    const zero = { minorUnits: '0' };
    expect(funds.find((each: { id: string }) => each.id === fundId)).toEqual({
      id: fundId,
      code: 'G-RULES',
      rules,
      received: zero,
      reserved: zero,
      spent: zero,
      left: zero,
    });
  });

  it('pause, reopen and close, and never open again', async () => {
    const fundId = await openFund(desk, { code: 'G-PAUSE', kind: 'GRANT' });
    const change = (version: number, how: string) =>
      ask('changeFundState', { fundId, version, change: how });

    expect(await change(1, 'REOPEN')).toMatchObject({ presentState: 'OPEN' });
    expect(await change(1, 'SUSPEND')).toMatchObject({ version: 2 });
    expect(await change(2, 'REOPEN')).toMatchObject({ version: 3 });
    expect(await change(3, 'DEMO')).toMatchObject({ field: 'change' });
    expect(await change(3, 'CLOSE')).toMatchObject({ version: 4 });
    expect(await change(4, 'REOPEN')).toMatchObject({ presentState: 'CLOSED' });
    expect(await ask('changeFundRules', { fundId, version: 4, ...content() })).toMatchObject({
      presentState: 'CLOSED',
    });
  });

  it('stay open where they are the free fund', async () => {
    expect(
      await ask('changeFundState', { fundId: free, version: 1, change: 'CLOSE' }),
    ).toMatchObject({
      reason: 'FREE_FUND_STAYS',
    });
  });

  it.each(['x', '00000000-0000-4000-8000-000000000000'])('are not found as %s', async (fundId) => {
    const answers = await Promise.all([
      ask('changeFundState', { fundId, version: 1, change: 'CLOSE' }),
      ask('changeFundRules', { fundId, version: 1, ...content() }),
    ]);

    expect(answers.map((answer) => answer.__typename)).toEqual(['NotFound', 'NotFound']);
  });

  it('are not opened by those who match them to needs', async () => {
    const coordinator = await desk.as('coordinator');
    const answer = await coordinator.send(
      'mutation ($input: OpenFundInput!) { openFund(input: $input) { __typename } }',
      { input: fund() },
    );

    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
