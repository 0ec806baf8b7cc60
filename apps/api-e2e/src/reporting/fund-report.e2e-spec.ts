import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const SELECTION = `{ __typename
  ... on FundReport { code from to opening { minorUnits } received { minorUnits } spent { minorUnits }
    reserved { minorUnits } left { minorUnits currency } peopleReached
    groups { needGroup spent { minorUnits } peopleReached } ageBands { ageBand peopleReached } }
  ... on InvalidInput { field reason } ... on NotFound { code } }`;

/** Books that tell a story by themselves, written by the operator; amounts in cents. */
class PlantedBooks {
  readonly accounts = { fund: randomUUID(), bank: randomUUID(), payable: randomUUID() };
  readonly fundId = randomUUID();

  constructor(
    private readonly desk: TestDesk,
    private readonly organizationId: string,
    private readonly now: Date,
  ) {}

  async open(managerId: string): Promise<void> {
    const { fund, bank, payable } = this.accounts;
    for (const [id, code, kind] of [
      [fund, 'FUND:G-TEST', 'FUND'],
      [bank, 'BANK', 'ASSET'],
      [payable, 'AID_PAYABLE', 'LIABILITY'],
    ]) {
      await this.write(
        `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
         VALUES ($1, $2, $3, $4, 'EUR', false, $5)`,
        [id, this.organizationId, code, kind, this.now],
      );
    }
    const today = this.now.toISOString().slice(0, 10);
    await this.write(
      `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, is_public)
       VALUES ($1, $2, 'G-TEST', 'Test grant', 'GRANT', $3, '{}', 'OPEN', $4, false)`,
      [this.fundId, this.organizationId, fund, today],
    );
    await this.write(
      `INSERT INTO funder_grant (id, organization_id, code, name, state, manager_id, fund_id, amount_minor, currency,
         starts_on, ends_on, lapses_on, lines)
       VALUES ($1, $2, 'GR-TEST', 'Test grant', 'OPEN', $3, $4, 100000, 'EUR', $5, $5, $5, '[]')`,
      [randomUUID(), this.organizationId, managerId, this.fundId, today],
    );
  }

  async transfer(
    code: string,
    sides: readonly [string, string],
    cents: number,
    more: { at?: Date; reference?: string; phase?: string; pendingId?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    const phase = more.phase ?? 'DIRECT';
    const at = more.at ?? this.now;
    await this.write(
      `INSERT INTO ledger_transfer (id, organization_id, debit_account_id, credit_account_id, amount, currency, phase,
         code, pending_id, reference, idempotency_key, idempotency_hash, expires_at, booked_at)
       VALUES ($1, $2, $3, $4, $5, 'EUR', $6, $7, $8, $9, $11, '\\x00',
         CASE WHEN $6 = 'PENDING' THEN $10::timestamptz + interval '60 days' END, $10)`,
      [
        id,
        this.organizationId,
        ...sides,
        cents,
        phase,
        code,
        more.pendingId ?? null,
        more.reference ?? null,
        at,
        id,
      ],
    );
    return id;
  }

  /** A need of one family that was approved, paid and, unless said otherwise, delivered. */
  async help(
    group: string,
    cents: number,
    reach: object,
    options: { delivered?: boolean; at?: Date } = {},
  ): Promise<void> {
    const { fund, bank, payable } = this.accounts;
    const reference = randomUUID();
    const more = { reference, ...(options.at === undefined ? {} : { at: options.at }) };
    await this.write(
      `INSERT INTO report_fact (id, organization_id, funding_reference, month, code, need_group, region, reach,
         amount_minor, taken_at)
       VALUES ($1, $2, $3, date_trunc('month', $4::date), $5, $6, 'IN_WEST', $7, $8, $4::date)`,
      [
        randomUUID(),
        this.organizationId,
        reference,
        this.now,
        `${group}-TEST`,
        group,
        JSON.stringify(reach),
        cents,
      ],
    );
    const pendingId = await this.transfer('RESERVE', [fund, payable], cents, {
      ...more,
      phase: 'PENDING',
    });
    await this.transfer('RELEASE', [fund, payable], cents, { ...more, phase: 'POST', pendingId });
    if (options.delivered !== false) {
      await this.transfer('DELIVERED', [payable, bank], cents, more);
    }
  }

  private async write(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.desk.database.asOperator(sql, [...parameters]);
  }
}

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
