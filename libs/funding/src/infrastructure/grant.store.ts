import { isUuid } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import type { GrantLine } from '../domain/grant-lines.js';
import type { GrantState } from '../domain/grant-state.js';

/** A funder's promise; amounts in minor units, days as YYYY-MM-DD. */
export interface Grant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: GrantState;
  readonly stateBeforeSuspension: GrantState | null;
  readonly managerId: string | null;
  readonly fundId: string;
  readonly amountMinor: bigint;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lapsesOn: string;
  readonly lines: readonly GrantLine[];
  readonly version: number;
}

export interface GrantWithMoney extends Grant {
  readonly receivedMinor: bigint;
  /** Of that, moved on for the work itself. */
  readonly overheadMinor: bigint;
}

type GrantRecord = Omit<Grant, 'amountMinor'> & { readonly amountMinor: string };

const COLUMNS = `g.id, g.code, g.name, g.state, g.state_before_suspension AS "stateBeforeSuspension",
  g.manager_id AS "managerId", g.fund_id AS "fundId", g.amount_minor AS "amountMinor", g.starts_on::text AS "startsOn",
  g.ends_on::text AS "endsOn", g.lapses_on::text AS "lapsesOn", g.lines, g.version`;
const OVERHEAD = `(SELECT coalesce(sum(i.overhead_minor), 0) FROM grant_instalment i WHERE i.grant_id = g.id)`;
const RECEIVED = `(SELECT coalesce(sum(i.amount_minor), 0) FROM grant_instalment i WHERE i.grant_id = g.id)`;

/** Grants and their instalments. */
export class GrantStore {
  constructor(private readonly db: StatementRunner) {}

  /** False where the code is taken. */
  async add(grant: Omit<Grant, 'version'> & { readonly organizationId: string }): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO funder_grant (id, organization_id, code, name, state, manager_id, fund_id, amount_minor, currency,
         starts_on, ends_on, lapses_on, lines)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'EUR', $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [
        grant.id,
        grant.organizationId,
        grant.code,
        grant.name,
        grant.state,
        grant.managerId,
        grant.fundId,
        grant.amountMinor.toString(),
        grant.startsOn,
        grant.endsOn,
        grant.lapsesOn,
        JSON.stringify(grant.lines),
      ],
    );
    return rows.length === 1;
  }

  async lock(organizationId: string, id: string): Promise<Grant | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<GrantRecord>(
      `SELECT ${COLUMNS} FROM funder_grant g WHERE g.organization_id = $1 AND g.id = $2 FOR NO KEY UPDATE`,
      [organizationId, id],
    );
    return row === undefined ? null : { ...row, amountMinor: BigInt(row.amountMinor) };
  }

  async setState(
    grant: Grant,
    next: Pick<Grant, 'state' | 'stateBeforeSuspension'>,
  ): Promise<number> {
    await this.db.query(
      `UPDATE funder_grant SET state = $2, state_before_suspension = $3, version = version + 1 WHERE id = $1`,
      [grant.id, next.state, next.stateBeforeSuspension],
    );
    return grant.version + 1;
  }

  /** Replaces the budget. The grant must be locked. */
  async setLines(grant: Grant, lines: readonly GrantLine[]): Promise<number> {
    await this.db.query(`UPDATE funder_grant SET lines = $2, version = version + 1 WHERE id = $1`, [
      grant.id,
      JSON.stringify(lines),
    ]);
    return grant.version + 1;
  }

  /** Minor units booked so far. */
  async receivedMinor(grantId: string): Promise<bigint> {
    const [row] = await this.db.query<{ received: string }>(
      `SELECT ${RECEIVED} AS received FROM funder_grant g WHERE g.id = $1`,
      [grantId],
    );
    return BigInt(row?.received ?? '0');
  }

  /** False where this bank reference stands in the grant already. */
  async addInstalment(instalment: {
    readonly id: string;
    readonly organizationId: string;
    readonly grantId: string;
    readonly transferId: string;
    readonly amountMinor: bigint;
    readonly overheadMinor: bigint;
    readonly overheadTransferId: string | null;
    readonly bankReference: string;
    readonly bookedOn: string;
    readonly bookedBy: string;
  }): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO grant_instalment (id, organization_id, grant_id, transfer_id, amount_minor, bank_reference, booked_on,
         booked_by, overhead_minor, overhead_transfer_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        instalment.id,
        instalment.organizationId,
        instalment.grantId,
        instalment.transferId,
        instalment.amountMinor.toString(),
        instalment.bankReference,
        instalment.bookedOn,
        instalment.bookedBy,
        instalment.overheadMinor.toString(),
        instalment.overheadTransferId,
      ],
    );
    return rows.length === 1;
  }

  /** By code. @param managerId null for all grants */
  async list(organizationId: string, managerId: string | null): Promise<readonly GrantWithMoney[]> {
    const rows = await this.db.query<
      GrantRecord & { receivedMinor: string; overheadMinor: string }
    >(
      `SELECT ${COLUMNS}, ${RECEIVED} AS "receivedMinor", ${OVERHEAD} AS "overheadMinor" FROM funder_grant g
       WHERE g.organization_id = $1 AND ($2::uuid IS NULL OR g.manager_id = $2) ORDER BY g.code`,
      [organizationId, managerId],
    );
    return rows.map((row) => ({
      ...row,
      amountMinor: BigInt(row.amountMinor),
      receivedMinor: BigInt(row.receivedMinor),
      overheadMinor: BigInt(row.overheadMinor),
    }));
  }
}
