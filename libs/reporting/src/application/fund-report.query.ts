import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { disclose, discloseReach, type DisclosedCell } from '../domain/disclosure-control.js';
import { byAgeBand, mergeCounts } from '../domain/people-count.js';
import { readPeriod, type ReportPeriod } from '../domain/report-period.js';
import { FundLinesQuery } from './fund-lines.query.js';
import { MonthBounds } from './month-bounds.js';

export interface FundReportOrder {
  readonly fundId: string;
  /** First and last month, `YYYY-MM`. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Sums of a fund over a period, in minor units; `reserved` and `left` as they stood when it ended. */
export interface FundSums {
  readonly openingMinor: bigint;
  readonly receivedMinor: bigint;
  readonly spentMinor: bigint;
  readonly reservedMinor: bigint;
  readonly leftMinor: bigint;
}

/** The report as it may leave the house. */
export interface FundReport extends FundSums {
  readonly fundId: string;
  readonly code: string;
  readonly name: string;
  readonly lapsesOn: string | null;
  readonly period: ReportPeriod;
  readonly peopleReached: number | null;
  readonly groups: readonly DisclosedCell[];
  readonly ageBands: readonly DisclosedCell[];
}

interface FundRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly accountId: string;
  readonly lapsesOn: string | null;
}

/** A foundation manager sees the funds of the grants in her care (decision 15). */
const FUND = `
  SELECT f.id, f.code, f.name, f.account_id AS "accountId", f.lapses_on::text AS "lapsesOn"
  FROM fund f WHERE f.organization_id = $1 AND f.id = $2
    AND ($3::uuid IS NULL OR EXISTS (SELECT FROM funder_grant g
      WHERE g.organization_id = $1 AND g.fund_id = f.id AND g.manager_id = $3))`;

/** All movements of one account, signed: into the fund is above zero. A reservation counts until it is resolved. */
const SUMS = `
  WITH moved AS (
    SELECT id, phase, code, booked_at, -amount AS signed FROM ledger_transfer
      WHERE organization_id = $1 AND debit_account_id = $2 AND booked_at < $4
    UNION ALL
    SELECT id, phase, code, booked_at, amount FROM ledger_transfer
      WHERE organization_id = $1 AND credit_account_id = $2 AND booked_at < $4),
  posted AS (SELECT *, code IN ('RELEASE', 'CAME_BACK') AS is_aid FROM moved WHERE phase IN ('DIRECT', 'POST'))
  SELECT
    coalesce((SELECT sum(signed) FROM posted WHERE booked_at < $3), 0)::text AS opening,
    coalesce((SELECT sum(signed) FROM posted WHERE booked_at >= $3 AND NOT is_aid), 0)::text AS received,
    coalesce((SELECT -sum(signed) FROM posted WHERE booked_at >= $3 AND is_aid), 0)::text AS spent,
    coalesce((SELECT -sum(p.signed) FROM moved p WHERE p.phase = 'PENDING' AND NOT EXISTS (
      SELECT FROM ledger_transfer r WHERE r.pending_id = p.id AND r.booked_at < $4)), 0)::text AS reserved`;

/**
 * What a fund received, spent and still holds, and how many people it reached, for whoever gave it. Every number of
 * people passes disclosure control; amounts are exact.
 */
@Injectable()
export class FundReportQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: FundLinesQuery,
    private readonly months: MonthBounds,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** Errors: NOT_FOUND for a fund that is not the actor's to see; INVALID_INPUT of the period. */
  async report(actor: Actor, order: FundReportOrder): Promise<Result<FundReport, DomainError>> {
    const { today, timeZone, smallestCell } = await this.settings.own();
    const period = readPeriod(order, today);
    if (!period.ok) return period;
    const fund = await this.find(actor, order.fundId);
    if (fund === null) return err(notFound());
    const bounds = await this.months.of(period.value, timeZone);
    const sums = await this.sums(actor.organizationId, fund.accountId, bounds);
    const cells = await this.lines.cells(actor.organizationId, [fund.accountId], bounds);
    const people = mergeCounts(cells.map((cell) => cell.people));
    const ages = [...byAgeBand(people)].map(([code, count]) => ({ code, people: count }));
    const { id: fundId, code, name, lapsesOn } = fund;
    return ok({
      ...sums,
      ...{ fundId, code, name, lapsesOn, period: period.value },
      peopleReached: discloseReach(people, smallestCell),
      groups: disclose(cells, smallestCell),
      ageBands: disclose(
        ages.map((age) => ({ ...age, minorUnits: 0n })),
        smallestCell,
      ),
    });
  }

  private async find(actor: Actor, fundId: string): Promise<FundRow | null> {
    if (!isUuid(fundId)) return null;
    const seesAll = (['COORDINATOR', 'FINANCE_OFFICER', 'AUDITOR'] as const).some((role) =>
      actor.roles.has(role),
    );
    const managerId = seesAll ? null : actor.personId;
    const [fund] = await this.unitOfWork.query<FundRow>(FUND, [
      actor.organizationId,
      fundId,
      managerId,
    ]);
    return fund ?? null;
  }

  private async sums(
    organizationId: string,
    accountId: string,
    bounds: { readonly start: Date; readonly end: Date },
  ): Promise<FundSums> {
    const [row] = await this.unitOfWork.query<Record<string, string>>(SUMS, [
      organizationId,
      accountId,
      bounds.start,
      bounds.end,
    ]);
    const read = (name: string): bigint => BigInt(row?.[name] ?? '0');
    const [opening, received, spent, reserved] = ['opening', 'received', 'spent', 'reserved'].map(
      read,
    ) as [bigint, bigint, bigint, bigint];
    return {
      openingMinor: opening,
      receivedMinor: received,
      spentMinor: spent,
      reservedMinor: reserved,
      leftMinor: opening + received - spent - reserved,
    };
  }
}
