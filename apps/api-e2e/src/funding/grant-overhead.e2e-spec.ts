import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInvariants } from '@kinward/ledger';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { eur, openFund } from './gift-helpers.js';

const BOOKED = `{ __typename ... on GrantInstalmentBooked { transferId overhead { minorUnits } } ... on Refused { reason } }`;
const STATEMENT = `{ __typename ... on AccountStatement { closing { minorUnits }
  lines { edges { node { code side amount { minorUnits } counterAccountCode } } } } }`;

describe('the share of a grant that is for the work itself', () => {
  let desk: TestDesk;
  let count = 0;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the query
  const ask = async (operation: string, input: object, selection: string): Promise<any> =>
    (await desk.as('finance-officer')).ask('mutation', operation, input, selection);
  /** A grant of 1,200.00 in a fund of its own, signed. */
  const signed = async (rules: object): Promise<{ fundId: string; grantId: string }> => {
    count += 1;
    const fund = { code: `G-SHARE-${String(count)}`, kind: 'GRANT', isPublic: false, rules };
    const fundId = await openFund(desk, fund);
    const grant = {
      ...{ code: `GRANT-SHARE-${String(count)}`, name: 'Demo-Grant', fundId, amount: eur(120_000) },
      ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', lapsesOn: '2027-01-31', lines: [] },
    };
    const { grantId } = await ask('recordGrant', grant, '{ ... on GrantChanged { grantId } }');
    await ask('advanceGrant', { grantId, version: 1, step: 'SIGN' }, '{ __typename }');
    return { fundId, grantId };
  };
  const instalment = (grantId: string, minorUnits: number) => ({
    ...{ commandKey: randomUUID(), grantId, amount: eur(minorUnits) },
    ...{ bankReference: `REF-${randomUUID().slice(0, 8).toUpperCase()}`, receivedOn: '2026-11-20' },
  });
  const money = async (fundId: string) => {
    const selection = `{ id received { minorUnits } spent { minorUnits } left { minorUnits }
      overhead { minorUnits } }`;
    const funds = await (await desk.as('finance-officer')).ask('query', 'funds', {}, selection);
    const { received, spent, left, overhead } = funds.find(
      (fund: { id: string }) => fund.id === fundId,
    );
    return [received, spent, left, overhead].map((each) => Number(each.minorUnits));
  };
  const accountOf = async (code: string): Promise<{ id: string; balance: string }> => {
    const [row] = await desk.database.asOperator<{ id: string; balance: string }>(
      `SELECT a.id, (SELECT coalesce(sum(CASE WHEN t.credit_account_id = a.id THEN t.amount ELSE -t.amount END), 0)
         FROM ledger_transfer t WHERE a.id IN (t.credit_account_id, t.debit_account_id))::text AS balance
       FROM ledger_account a JOIN organization o ON o.id = a.organization_id
       WHERE o.code = 'lantern' AND a.code = $1`,
      [code],
    );
    return row ?? { id: '', balance: '0' };
  };
  const broken = async (): Promise<string[]> => {
    const runner = { query: desk.database.asOperator } as Parameters<typeof checkInvariants>[0];
    const results = await checkInvariants(runner, desk.clock.now());
    return results.filter(({ offenders }) => offenders.length > 0).map(({ code }) => code);
  };

  it('leaves the fund with each instalment, exactly, and once for a command sent twice', async () => {
    const { fundId, grantId } = await signed({ overheadPercent: 7 });
    const before = BigInt((await accountOf('OVERHEAD')).balance);
    const first = instalment(grantId, 10_001);

    const booked = await ask('bookGrantInstalment', first, BOOKED);
    expect(await ask('bookGrantInstalment', first, BOOKED)).toEqual(booked);
    await ask('bookGrantInstalment', instalment(grantId, 13), BOOKED);
    await ask('bookGrantInstalment', instalment(grantId, 100_000), BOOKED);

    expect(booked).toMatchObject({ overhead: { minorUnits: '700' } });
    expect(await money(fundId)).toEqual([110_014, 7_700, 102_314, 7_700]);
    expect(BigInt((await accountOf('OVERHEAD')).balance) - before).toBe(7_700n);
    expect(await broken()).toEqual([]);
  });

  it('stands in the statement of the fund beside the instalment, and in the list of grants', async () => {
    const { fundId, grantId } = await signed({ overheadPercent: 10 });
    await ask('bookGrantInstalment', instalment(grantId, 50_000), BOOKED);

    const officer = await desk.as('finance-officer');
    const [{ account_id: accountId }] = (await desk.database.asOperator(
      'SELECT account_id FROM fund WHERE id = $1',
      [fundId],
    )) as [{ account_id: string }];
    const period = { accountId, from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    const statement = await officer.ask('query', 'accountStatement', period, STATEMENT);
    const grants = await officer.send(
      '{ grants { id received { minorUnits } overhead { minorUnits } } }',
    );

    expect(statement.closing).toEqual({ minorUnits: '45000' });
    expect(statement.lines.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        code: 'GRANT',
        side: 'CREDIT',
        amount: { minorUnits: '50000' },
        counterAccountCode: 'BANK',
      },
      {
        ...{ code: 'FUND_TRANSFER', side: 'DEBIT', amount: { minorUnits: '5000' } },
        counterAccountCode: 'OVERHEAD',
      },
    ]);
    expect(grants.data.grants.find((grant: { id: string }) => grant.id === grantId)).toMatchObject({
      received: { minorUnits: '50000' },
      overhead: { minorUnits: '5000' },
    });
  });

  it.each([{}, { overheadPercent: 0 }])('is nothing under the rules %j', async (rules) => {
    const { fundId, grantId } = await signed(rules);

    const booked = await ask('bookGrantInstalment', instalment(grantId, 50_000), BOOKED);

    expect(booked).toMatchObject({ overhead: { minorUnits: '0' } });
    expect(await money(fundId)).toEqual([50_000, 0, 50_000, 0]);
  });

  it('may be all of it', async () => {
    const { fundId, grantId } = await signed({ overheadPercent: 100 });

    await ask('bookGrantInstalment', instalment(grantId, 50_000), BOOKED);

    expect(await money(fundId)).toEqual([50_000, 50_000, 0, 50_000]);
  });

  it('is not booked with an instalment that is refused', async () => {
    const { fundId, grantId } = await signed({ overheadPercent: 7 });

    const refusal = await ask('bookGrantInstalment', instalment(grantId, 120_001), BOOKED);

    expect(refusal).toMatchObject({ reason: 'MORE_THAN_GRANTED' });
    expect(await money(fundId)).toEqual([0, 0, 0, 0]);
  });

  it('is missed by the nightly check when it is written down and was not moved', async () => {
    const { grantId } = await signed({ overheadPercent: 7 });
    await ask('bookGrantInstalment', instalment(grantId, 50_000), BOOKED);
    const change = (by: string) =>
      desk.database.asOperator(
        `UPDATE grant_instalment SET overhead_minor = overhead_minor ${by} 1 WHERE grant_id = $1`,
        [grantId],
      );

    await change('+');
    expect(await broken()).toEqual(['OVERHEAD_HAS_LEFT_ITS_FUND']);
    await change('-');
    expect(await broken()).toEqual([]);
  });
});
