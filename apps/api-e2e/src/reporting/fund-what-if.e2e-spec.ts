import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, cents, waiting } from '../needs/need-helpers.js';

const SELECTION = `{ __typename
  ... on FundWhatIf { more { minorUnits } fundedNow lifted isHeldByCeiling
    needs { codename code score missing { minorUnits } } }
  ... on InvalidInput { field } ... on NotFound { code } }`;

describe('what a sum more in a fund would lift', () => {
  let desk: TestDesk;
  let codename: string;
  const open = randomUUID();
  const limited = randomUUID();

  beforeAll(async () => {
    desk = await startTestDesk();
    const caseId = await aidedCase(desk);
    for (const [minorUnits, code, score] of [
      ['20000', 'LIV-GRANT', 80],
      ['30000', 'LIV-GRANT', 70],
      ['10000', 'MED-CHRONIC', 90],
    ] as const) {
      const { needId } = await waiting(desk, caseId, { code, amount: cents(minorUnits) });
      await desk.database.asOperator('UPDATE need SET score = $2 WHERE id = $1', [needId, score]);
    }
    const [file] = await desk.database.asOperator<{ codename: string; organization_id: string }>(
      'SELECT codename, organization_id FROM case_file WHERE id = $1',
      [caseId],
    );
    codename = file?.codename ?? '';
    const organizationId = file?.organization_id ?? '';
    await plant(organizationId, open, 'G-OPEN', { codes: ['LIV-GRANT'] });
    await plant(organizationId, limited, 'G-LIMIT', {
      codes: ['LIV-GRANT'],
      perPeriodCeilingMinor: '25000',
    });
    await desk.database.asOperator(
      `INSERT INTO funder_grant (id, organization_id, code, name, state, manager_id, fund_id, amount_minor, currency,
         starts_on, ends_on, lapses_on, lines)
       VALUES ($1, $2, 'GR-IF', 'Test grant', 'OPEN', $3, $4, 100000, 'EUR', '2026-01-01', '2027-01-01', '2027-01-01',
         '[]')`,
      [randomUUID(), organizationId, await desk.personId('foundation-manager'), open],
    );
  });

  afterAll(() => desk.close());

  const plant = async (organizationId: string, id: string, code: string, rules: object) => {
    const accountId = randomUUID();
    await desk.database.asOperator(
      `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
       VALUES ($1, $2, $3, 'FUND', 'EUR', false, now())`,
      [accountId, organizationId, `FUND:${code}`],
    );
    await desk.database.asOperator(
      `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, is_public)
       VALUES ($1, $2, $3, 'Test fund', 'GRANT', $4, $5, 'OPEN', '2026-01-01', false)`,
      [id, organizationId, code, accountId, JSON.stringify(rules)],
    );
  };
  const ask = async (who: string, fundId: string, minorUnits: string) => {
    const more = { minorUnits, currency: 'EUR' };
    return (await desk.as(who)).ask('query', 'fundWhatIf', { fundId, more }, SELECTION);
  };

  it('names the needs that its rules allow, in the order of the queue, each whole', async () => {
    expect(await ask('coordinator', open, '49999')).toEqual({
      ...{ __typename: 'FundWhatIf', more: { minorUnits: '49999' } },
      ...{ fundedNow: 0, lifted: 1, isHeldByCeiling: false },
      needs: [{ codename, code: 'LIV-GRANT', score: 80, missing: { minorUnits: '20000' } }],
    });
    expect(await ask('coordinator', open, '50000')).toMatchObject({ lifted: 2 });
    expect(await ask('coordinator', open, '19999')).toMatchObject({ lifted: 0, needs: [] });
  });

  it('says when the ceiling of the month stands in the way', async () => {
    expect(await ask('coordinator', limited, '50000')).toMatchObject({
      lifted: 1,
      isHeldByCeiling: true,
    });
  });

  it('tells a foundation manager of her own fund, in whole steps, and no small number', async () => {
    expect(await ask('foundation-manager', open, '99999')).toEqual({
      ...{ __typename: 'FundWhatIf', more: { minorUnits: '50000' } },
      ...{ fundedNow: null, lifted: null, needs: null, isHeldByCeiling: false },
    });
    expect(await ask('foundation-manager', limited, '50000')).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('is for nobody else, of no other organisation and of no nonsense', async () => {
    const more = { minorUnits: '50000', currency: 'EUR' };
    const document = `query ($input: FundWhatIfInput!) { fundWhatIf(input: $input) { __typename } }`;
    const finance = await desk.as('finance-officer');
    const answer = await finance.send(document, { input: { fundId: open, more } });
    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await ask('bridge-coordinator', open, '50000')).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await ask('coordinator', randomUUID(), '50000')).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await ask('coordinator', open, '-1')).toMatchObject({
      field: 'input.more.minorUnits',
    });
  });
});
