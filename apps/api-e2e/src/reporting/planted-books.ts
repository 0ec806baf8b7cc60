import { randomUUID } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';

/** Books that tell a story by themselves, written by the operator; amounts in cents. */
export class PlantedBooks {
  readonly accounts = { fund: randomUUID(), bank: randomUUID(), payable: randomUUID() };
  readonly fundId = randomUUID();
  readonly grantId = randomUUID();

  constructor(
    private readonly desk: TestDesk,
    private readonly organizationId: string,
    private readonly now: Date,
  ) {}

  async open(
    managerId: string,
    {
      lines = [],
      days = [0, 0],
    }: { lines?: readonly object[]; days?: readonly [number, number] } = {},
  ): Promise<void> {
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
    const day = (from: number): string =>
      new Date(this.now.getTime() + from * 86_400_000).toISOString().slice(0, 10);
    const [from, to] = days;
    await this.write(
      `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, is_public)
       VALUES ($1, $2, 'G-TEST', 'Test grant', 'GRANT', $3, '{}', 'OPEN', $4, false)`,
      [this.fundId, this.organizationId, fund, day(from)],
    );
    await this.write(
      `INSERT INTO funder_grant (id, organization_id, code, name, state, manager_id, fund_id, amount_minor, currency,
         starts_on, ends_on, lapses_on, lines)
       VALUES ($1, $2, 'GR-TEST', 'Test grant', 'OPEN', $3, $4, 100000, 'EUR', $5, $6, $6, $7)`,
      [
        this.grantId,
        this.organizationId,
        managerId,
        this.fundId,
        day(from),
        day(to),
        JSON.stringify(lines),
      ],
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

  /** Money of the grant that has arrived. */
  async instalment(cents: number, bookedBy: string): Promise<void> {
    const { fund, bank } = this.accounts;
    const transferId = await this.transfer('GRANT', [bank, fund], cents);
    await this.write(
      `INSERT INTO grant_instalment (id, organization_id, grant_id, transfer_id, amount_minor, bank_reference, booked_on,
         booked_by, overhead_minor) VALUES ($1, $2, $3, $4, $5, 'TEST/1', $6, $7, 0)`,
      [randomUUID(), this.organizationId, this.grantId, transferId, cents, this.now, bookedBy],
    );
  }

  private async write(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.desk.database.asOperator(sql, [...parameters]);
  }
}
