import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { PlantedBooks } from './planted-books.js';

const SELECTION = `{ __typename
  ... on FundReport { code from to opening { minorUnits } received { minorUnits } spent { minorUnits }
    reserved { minorUnits } left { minorUnits currency } peopleReached
    groups { needGroup spent { minorUnits } peopleReached } ageBands { ageBand peopleReached } }
  ... on InvalidInput { field reason } ... on NotFound { code } }`;

describe('the report of a fund', () => {
  let desk: TestDesk;
  let books: PlantedBooks;
  const ask = async (who: string, input: object = {}) =>
    (await desk.as(who)).ask('query', 'fundReport', { fundId: books.fundId, ...input }, SELECTION);

  beforeAll(async () => {
    desk = await startTestDesk();
    const now = desk.clock.now();
    const managerId = await desk.personId('foundation-manager');
    const [row] = await desk.database.asOperator<{ organization_id: string }>(
      'SELECT organization_id FROM person WHERE id = $1',
      [managerId],
    );
    books = new PlantedBooks(desk, row?.organization_id ?? '', now);
    await books.open(managerId);
    const { fund, bank, payable } = books.accounts;
    const lastYear = new Date(now.getTime() - 400 * 86_400_000);
    await books.transfer('GRANT', [bank, fund], 50_000, { at: lastYear });
    await books.help('LIV', 1_000, { '18_59': { F: 1 } }, { at: lastYear });
    await books.transfer('GRANT', [bank, fund], 100_000);
    for (let family = 0; family < 6; family += 1) {
      await books.help('LIV', 2_000, { '18_59': { F: 1 }, '5_17': { F: 1, M: 1 } });
    }
    await books.help('MED', 3_000, { '60_PLUS': { M: 2 } });
    await books.help('PSY', 500, { '18_59': { M: 1 } }, { delivered: false });
    await books.transfer('RESERVE', [fund, payable], 7_000, {
      phase: 'PENDING',
      reference: randomUUID(),
    });
    const freed = await books.transfer('RESERVE', [fund, payable], 900, {
      phase: 'PENDING',
      reference: randomUUID(),
    });
    await books.transfer('UNRESERVE', [fund, payable], 900, { phase: 'VOID', pendingId: freed });
  });

  afterAll(() => desk.close());

  it('tells the foundation exact sums, and people only where there are enough of them', async () => {
    const report = await ask('foundation-manager');

    expect(report).toMatchObject({
      __typename: 'FundReport',
      code: 'G-TEST',
      opening: { minorUnits: '49000' },
      received: { minorUnits: '100000' },
      spent: { minorUnits: '15500' },
      reserved: { minorUnits: '7000' },
      left: { minorUnits: '126500', currency: 'EUR' },
      peopleReached: 20,
      // Eighteen people in one group; two and none would be told by subtraction, so all are put together.
      groups: [{ needGroup: 'OTHER', spent: { minorUnits: '15500' }, peopleReached: 20 }],
    });
    expect(report.ageBands).toEqual([{ ageBand: 'OTHER', peopleReached: 20 }]);
  });

  it('looks at whole months only and says which value is wrong', async () => {
    expect(await ask('foundation-manager', { from: '2020-01-05' })).toEqual({
      __typename: 'InvalidInput',
      field: 'input.from',
      reason: 'NOT_A_MONTH',
    });
    const before = await ask('finance-officer', { from: '2020-01', to: '2020-02' });
    expect(before).toMatchObject({ left: { minorUnits: '0' }, peopleReached: null, groups: [] });
  });

  it('shows a foundation the funds of its own grants only', async () => {
    await desk.database.asOperator('UPDATE funder_grant SET manager_id = NULL');
    expect(await ask('foundation-manager')).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await ask('auditor')).toMatchObject({ __typename: 'FundReport' });
    await desk.database.asOperator('UPDATE funder_grant SET manager_id = $1', [
      await desk.personId('foundation-manager'),
    ]);
  });

  it.each(['not-an-id', '00000000-0000-4000-8000-000000000000'])(
    'has nothing under %s',
    async (fundId) => {
      expect(await ask('finance-officer', { fundId })).toEqual({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
      });
    },
  );

  it('is closed to volunteers', async () => {
    await expect(ask('volunteer')).rejects.toThrow('FORBIDDEN');
  });
});
