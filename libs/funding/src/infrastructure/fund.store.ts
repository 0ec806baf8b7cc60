import { isUuid } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import type { Fund } from '../domain/fund.js';

type FundRecord = Omit<Fund, 'floorMinor'> & { readonly floorMinor: string };

/** A fund with the totals of its account; amounts in minor units. */
export interface FundWithMoney extends Fund {
  /** All that ever came in. */
  readonly receivedMinor: bigint;
  /** Set aside for needs and not released yet. */
  readonly reservedMinor: bigint;
  /** Released, refunded, charged as fees or moved to another fund. */
  readonly spentMinor: bigint;
  /** Part of what was spent: moved on for the work itself. */
  readonly overheadMinor: bigint;
  /** What can still be promised, the floor included. */
  readonly leftMinor: bigint;
}

const COLUMNS = `f.id, f.code, f.name, f.public_names AS "publicNames", f.kind, f.account_id AS "accountId", f.rules, f.state,
  f.opens_on::text AS "opensOn", f.lapses_on::text AS "lapsesOn", f.floor_minor AS "floorMinor",
  f.is_public AS "isPublic", f.is_free_fund AS "isFreeFund", f.funding_reference AS "fundingReference", f.version`;

/** Totals of one snapshot, with what waits to be folded. */
const MONEY = `
  SELECT ${COLUMNS}, (a.credits_posted + coalesce(d.cd, 0))::bigint AS "receivedMinor",
    (a.debits_pending + coalesce(d.dp, 0))::bigint AS "reservedMinor",
    (a.debits_posted + coalesce(d.dd, 0))::bigint AS "spentMinor",
    (SELECT coalesce(sum(i.overhead_minor), 0)::bigint FROM funder_grant g JOIN grant_instalment i
       ON i.organization_id = g.organization_id AND i.grant_id = g.id
     WHERE g.organization_id = f.organization_id AND g.fund_id = f.id) AS "overheadMinor"
  FROM fund f JOIN ledger_account a ON a.id = f.account_id
  LEFT JOIN LATERAL (SELECT sum(debits_pending) AS dp, sum(debits_posted) AS dd, sum(credits_posted) AS cd
    FROM ledger_delta WHERE account_id = a.id) d ON true`;

/** Reads funds; the caller's role and organisation decide which there are. */
export class FundStore {
  constructor(private readonly db: StatementRunner) {}

  async find(organizationId: string, id: string): Promise<Fund | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<FundRecord>(
      `SELECT ${COLUMNS} FROM fund f WHERE f.organization_id = $1 AND f.id = $2`,
      [organizationId, id],
    );
    return row === undefined ? null : toFund(row);
  }

  /** Like {@link find}, and keeps others from changing it until the transaction ends. */
  async lock(organizationId: string, id: string): Promise<Fund | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<FundRecord>(
      `SELECT ${COLUMNS} FROM fund f WHERE f.organization_id = $1 AND f.id = $2 FOR NO KEY UPDATE`,
      [organizationId, id],
    );
    return row === undefined ? null : toFund(row);
  }

  /** The fund that takes what has no other place. */
  async free(organizationId: string): Promise<Fund | null> {
    const [row] = await this.db.query<FundRecord>(
      `SELECT ${COLUMNS} FROM fund f WHERE f.organization_id = $1 AND f.is_free_fund`,
      [organizationId],
    );
    return row === undefined ? null : toFund(row);
  }

  /** An open public fund that serves a group of needs. */
  async forGroup(organizationId: string, group: string): Promise<Fund | null> {
    const [row] = await this.db.query<FundRecord>(
      `SELECT ${COLUMNS} FROM fund f WHERE f.organization_id = $1 AND f.state = 'OPEN' AND f.is_public
         AND f.kind = 'PUBLIC' AND NOT f.is_free_fund AND f.rules -> 'groups' ? $2 ORDER BY f.code LIMIT 1`,
      [organizationId, group],
    );
    return row === undefined ? null : toFund(row);
  }

  async add(fund: Omit<Fund, 'version'> & { readonly organizationId: string }): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, lapses_on,
         floor_minor, is_public, is_free_fund, funding_reference, public_names)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id`,
      [
        fund.id,
        fund.organizationId,
        fund.code,
        fund.name,
        fund.kind,
        fund.accountId,
        JSON.stringify(fund.rules),
        fund.state,
        fund.opensOn,
        fund.lapsesOn,
        fund.floorMinor.toString(),
        fund.isPublic,
        fund.isFreeFund,
        fund.fundingReference,
        JSON.stringify(fund.publicNames),
      ],
    );
    return rows.length === 1;
  }

  /** Writes what may change and counts the version up. The fund must be locked. */
  async change(
    fund: Fund,
    change: Partial<
      Pick<Fund, 'name' | 'publicNames' | 'rules' | 'lapsesOn' | 'floorMinor' | 'isPublic'>
    >,
  ): Promise<number> {
    const { name, publicNames, rules, lapsesOn, floorMinor, isPublic } = { ...fund, ...change };
    await this.db.query(
      `UPDATE fund SET name = $2, rules = $3, lapses_on = $4, floor_minor = $5, is_public = $6, public_names = $7,
         version = version + 1 WHERE id = $1`,
      [
        fund.id,
        name,
        JSON.stringify(rules),
        lapsesOn,
        floorMinor.toString(),
        isPublic,
        JSON.stringify(publicNames),
      ],
    );
    return fund.version + 1;
  }

  async setState(fund: Fund, state: Fund['state']): Promise<number> {
    await this.db.query('UPDATE fund SET state = $2, version = version + 1 WHERE id = $1', [
      fund.id,
      state,
    ]);
    return fund.version + 1;
  }

  /** Funds with their money, by code, in one statement. @param managerId null for all funds */
  async withMoney(
    organizationId: string,
    only: { readonly states: readonly string[]; readonly managerId: string | null },
  ): Promise<readonly FundWithMoney[]> {
    const rows = await this.db.query<
      FundRecord & {
        receivedMinor: string;
        reservedMinor: string;
        spentMinor: string;
        overheadMinor: string;
      }
    >(
      `${MONEY} WHERE f.organization_id = $1 AND f.state = ANY($2)
         AND ($3::uuid IS NULL OR EXISTS (SELECT FROM funder_grant g WHERE g.fund_id = f.id AND g.manager_id = $3))
       ORDER BY f.code`,
      [organizationId, only.states, only.managerId],
    );
    return rows.map((row) => {
      const received = BigInt(row.receivedMinor);
      const reserved = BigInt(row.reservedMinor);
      const spent = BigInt(row.spentMinor);
      return {
        ...toFund(row),
        receivedMinor: received,
        reservedMinor: reserved,
        spentMinor: spent,
        overheadMinor: BigInt(row.overheadMinor),
        leftMinor: received - spent - reserved,
      };
    });
  }
}

function toFund(row: FundRecord): Fund {
  return { ...row, floorMinor: BigInt(row.floorMinor) };
}
