import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { GrantNeed } from '../domain/line-results.js';
import type { StoredReach } from '../domain/people-count.js';

interface NeedRow {
  readonly accountId: string;
  readonly code: string;
  readonly group: string;
  readonly family: string;
  readonly reach: StoredReach;
  readonly spent: string;
  readonly reserved: string;
  readonly isDelivered: boolean;
}

/** Needs that accounts paid for or hold money for, with the snapshot of their approval (decision 6). */
const NEEDS = `
  WITH moved AS (
    SELECT t.debit_account_id AS account, t.reference, t.amount AS spent, 0::bigint AS reserved
    FROM ledger_transfer t
    WHERE t.organization_id = $1 AND t.code = 'RELEASE' AND t.debit_account_id = ANY($2)
    UNION ALL
    SELECT t.credit_account_id, t.reference, -t.amount, 0 FROM ledger_transfer t
    WHERE t.organization_id = $1 AND t.code = 'CAME_BACK' AND t.credit_account_id = ANY($2)
    UNION ALL
    SELECT t.debit_account_id, t.reference, 0, t.amount FROM ledger_transfer t
    WHERE t.organization_id = $1 AND t.phase = 'PENDING' AND t.debit_account_id = ANY($2)
      AND NOT EXISTS (SELECT FROM ledger_transfer r WHERE r.pending_id = t.id)),
  sums AS (SELECT account, reference, sum(spent) AS spent, sum(reserved) AS reserved FROM moved
    WHERE reference IS NOT NULL GROUP BY account, reference)
  SELECT s.account AS "accountId", f.code, f.need_group AS group, coalesce(n.case_id, f.funding_reference) AS family,
    f.reach, s.spent::text AS spent, s.reserved::text AS reserved,
    s.spent > 0 AND EXISTS (SELECT FROM ledger_transfer d WHERE d.organization_id = $1 AND d.reference = s.reference
      AND d.code = 'DELIVERED' AND d.amount > coalesce((SELECT sum(c.amount) FROM ledger_transfer c
        WHERE c.reverses_id = d.id), 0)) AS "isDelivered"
  FROM sums s
  JOIN report_fact f ON f.organization_id = $1 AND f.funding_reference = s.reference
  LEFT JOIN need n ON n.organization_id = $1 AND n.funding_reference = s.reference
  WHERE s.spent <> 0 OR s.reserved <> 0`;

/** What grants paid for, need by need: for disclosure control only. */
@Injectable()
export class GrantNeedsQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By account of the ledger; one statement, whatever the number of accounts. */
  async byAccount(
    organizationId: string,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly GrantNeed[]>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.unitOfWork.query<NeedRow>(NEEDS, [organizationId, accountIds]);
    return Map.groupBy(
      rows.map(({ spent, reserved, ...row }) => ({
        ...row,
        spentMinor: BigInt(spent),
        reservedMinor: BigInt(reserved),
      })),
      ({ accountId }) => accountId,
    );
  }
}
