import type { JurisdictionPack } from '@kinward/jurisdictions';
import { calendarDay, type Clock, type IdGenerator } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import { SMALLEST_CELL, type Cell } from '../../domain/disclosure-control.js';
import { countOf, mergeCounts, type StoredReach } from '../../domain/people-count.js';
import { dueMonths, publicLines } from '../../domain/public-totals.js';
import { addMonths } from '../../domain/report-period.js';
import { writeTotals } from '../../infrastructure/write-totals.js';

/** What taking snapshots unattended runs with. */
export interface TotalsWork {
  readonly db: StatementRunner;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** A month of one organisation whose snapshot is due. */
export interface DueTotals {
  readonly organizationId: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly smallestCell: number;
  /** `YYYY-MM` */
  readonly month: string;
}

interface OrganizationRow {
  readonly organizationId: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly smallestCell: string | null;
  readonly first: string | null;
  readonly taken: readonly string[];
}

const ORGANIZATIONS = `
  SELECT o.id AS "organizationId", o.jurisdiction, o.time_zone AS "timeZone",
    (SELECT s.value::text FROM organization_setting s WHERE s.organization_id = o.id AND s.key = 'SMALLEST_CELL'
      AND s.value IS NOT NULL) AS "smallestCell",
    to_char(totals_begin(o.id) AT TIME ZONE o.time_zone, 'YYYY-MM') AS first,
    ARRAY(SELECT to_char(t.month, 'YYYY-MM') FROM totals_snapshot t WHERE t.organization_id = o.id) AS taken
  FROM organization o ORDER BY o.id`;

const GROUND = `
  SELECT need_group AS "needGroup", family::text, reach, minor::text
  FROM totals_ground($1, $2::timestamp AT TIME ZONE $4, $3::timestamp AT TIME ZONE $4, $5::text[])`;

/** Months of all organisations whose snapshot is due, oldest first. */
export async function dueTotals({ db, clock }: TotalsWork): Promise<readonly DueTotals[]> {
  const rows = await db.query<OrganizationRow>(ORGANIZATIONS);
  return rows.flatMap(({ first, taken, smallestCell, ...organization }) => {
    if (first === null) return [];
    const today = calendarDay(clock.now(), organization.timeZone);
    const smallest = Math.max(SMALLEST_CELL, Number(smallestCell ?? SMALLEST_CELL));
    return dueMonths(first, new Set(taken), today).map((month) => ({
      ...organization,
      smallestCell: smallest,
      month,
    }));
  });
}

/**
 * Takes the snapshot of one month: what was delivered in it less what has come back since, by group of needs, past
 * disclosure control before it is written. Kinds of need that are never published (flag X) are no part of it. Returns
 * its id; null where another process was first.
 */
export async function takeTotals(
  { db, clock, ids }: TotalsWork,
  { organizationId, timeZone, smallestCell, month }: DueTotals,
  pack: JurisdictionPack,
): Promise<string | null> {
  const hidden = pack.needTypes.filter(({ flags }) => flags.includes('X')).map(({ code }) => code);
  const ground = await db.query<GroundRow>(GROUND, [
    organizationId,
    `${month}-01`,
    `${addMonths(month, 1)}-01`,
    timeZone,
    hidden,
  ]);
  const taken = { id: ids.next(), organizationId, month, smallestCell, takenAt: clock.now() };
  return writeTotals(db, taken, publicLines(cellsOf(ground), smallestCell));
}

interface GroundRow {
  readonly needGroup: string;
  readonly family: string;
  readonly reach: StoredReach;
  readonly minor: string;
}

function cellsOf(rows: readonly GroundRow[]): readonly Cell[] {
  const groups = [...new Set(rows.map(({ needGroup }) => needGroup))].sort();
  return groups.map((code) => {
    const own = rows.filter(({ needGroup }) => needGroup === code);
    return {
      code,
      people: mergeCounts(own.map(({ family, reach }) => countOf(family, reach))),
      minorUnits: own.reduce((sum, { minor }) => sum + BigInt(minor), 0n),
    };
  });
}
