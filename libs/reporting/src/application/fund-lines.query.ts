import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { Cell } from '../domain/disclosure-control.js';
import {
  countOf,
  mergeCounts,
  type PeopleCount,
  type StoredReach,
} from '../domain/people-count.js';
import type { Bounds } from './month-bounds.js';

interface LineRow {
  readonly needGroup: string;
  readonly family: string;
  readonly reach: StoredReach;
  readonly minorUnits: string;
  readonly isDelivered: boolean;
}

/**
 * Aid paid from the funds, need by need: releases of the period less what came back. The need's snapshot at approval
 * says whom it reaches (decision 6); somebody counts as reached once something was delivered. The family's mark
 * is there to count nobody twice and never leaves the server.
 */
const LINES = `
  WITH moved AS (
    SELECT t.reference,
      sum(CASE WHEN t.code = 'RELEASE' THEN t.amount ELSE -t.amount END) AS minor
    FROM ledger_transfer t
    WHERE t.organization_id = $1 AND t.reference IS NOT NULL AND t.booked_at >= $3 AND t.booked_at < $4
      AND ((t.code = 'RELEASE' AND t.debit_account_id = ANY($2))
        OR (t.code = 'CAME_BACK' AND t.credit_account_id = ANY($2)))
    GROUP BY t.reference)
  SELECT f.need_group AS "needGroup", coalesce(n.case_id, f.funding_reference) AS family, f.reach,
    m.minor::text AS "minorUnits",
    EXISTS (SELECT FROM ledger_transfer d WHERE d.organization_id = $1 AND d.reference = m.reference
      AND d.code = 'DELIVERED' AND d.booked_at < $4
      AND d.amount > coalesce((SELECT sum(c.amount) FROM ledger_transfer c
        WHERE c.reverses_id = d.id AND c.booked_at < $4), 0)) AS "isDelivered"
  FROM moved m
  JOIN report_fact f ON f.organization_id = $1 AND f.funding_reference = m.reference
  LEFT JOIN need n ON n.organization_id = $1 AND n.funding_reference = m.reference
  WHERE m.minor <> 0`;

/** What funds paid for, by group of needs. */
@Injectable()
export class FundLinesQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One cell per group of needs, before disclosure control: for `disclose` only. */
  async cells(
    organizationId: string,
    accountIds: readonly string[],
    bounds: Bounds,
  ): Promise<readonly Cell[]> {
    const rows = await this.unitOfWork.query<LineRow>(LINES, [
      organizationId,
      accountIds,
      bounds.start,
      bounds.end,
    ]);
    const groups = [...new Set(rows.map((row) => row.needGroup))].sort();
    return groups.map((code) =>
      toCell(
        code,
        rows.filter((row) => row.needGroup === code),
      ),
    );
  }
}

function toCell(code: string, rows: readonly LineRow[]): Cell {
  const reached: PeopleCount[] = rows
    .filter((row) => row.isDelivered)
    .map((row) => countOf(row.family, row.reach));
  return {
    code,
    people: mergeCounts(reached),
    minorUnits: rows.reduce((sum, row) => sum + BigInt(row.minorUnits), 0n),
  };
}
