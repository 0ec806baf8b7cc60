import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import {
  judgeDay,
  oddFirst,
  USUAL_DAYS,
  type DayJudgement,
  type DayOfOpenings,
} from '../domain/unusual-day.js';

/** What one person opened today, beside what is usual for that person. */
export interface UsualOfPerson extends DayOfOpenings {
  readonly personId: string;
  readonly familiesToday: number;
  /** Families of today that this person did not open in the four weeks before. */
  readonly newFamilies: number;
  readonly judgement: DayJudgement;
}

type CountRow = Omit<UsualOfPerson, 'judgement'>;

/** More are not shown; the odd ones stand first. */
const MOST = 200;

/** Everybody who opened something in four weeks, against their own days; one statement over those weeks. */
@Injectable()
export class DisclosureUsualQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param today calendar day in the organisation's zone
   * @param timeZone in which days are counted
   */
  async of(today: string, timeZone: string): Promise<readonly UsualOfPerson[]> {
    const rows = await this.unitOfWork.query<CountRow>(USUAL, [
      this.unitOfWork.scope().organizationId,
      today,
      timeZone,
      USUAL_DAYS,
    ]);
    return rows
      .map((row) => ({ ...row, judgement: judgeDay(row) }))
      .toSorted(oddFirst)
      .slice(0, MOST);
  }
}

const USUAL = `
  WITH opening AS (
    SELECT person_id, case_id, (opened_at AT TIME ZONE $3)::date AS day FROM disclosure
    WHERE organization_id = $1 AND opened_at >= ($2::date - $4::int)::timestamp AT TIME ZONE $3
      AND opened_at < ($2::date + 1)::timestamp AT TIME ZONE $3
  ), per_day AS (
    SELECT person_id, day, count(*)::int AS openings, count(DISTINCT case_id)::int AS families
    FROM opening GROUP BY person_id, day
  ), first_seen AS (
    SELECT person_id, case_id, min(day) AS day FROM opening WHERE case_id IS NOT NULL GROUP BY person_id, case_id
  )
  SELECT person_id AS "personId",
    coalesce(max(openings) FILTER (WHERE day = $2::date), 0) AS today,
    coalesce(max(families) FILTER (WHERE day = $2::date), 0) AS "familiesToday",
    coalesce(max(openings) FILTER (WHERE day < $2::date), 0) AS "mostBefore",
    coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY openings) FILTER (WHERE day < $2::date), 0)::int AS "middleBefore",
    count(*) FILTER (WHERE day < $2::date)::int AS "daysBefore",
    (SELECT count(*)::int FROM first_seen s WHERE s.person_id = per_day.person_id AND s.day = $2::date) AS "newFamilies"
  FROM per_day GROUP BY person_id`;
