import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { WeeklyHours } from '../domain/local-time.js';
import type { VolunteerFacts } from '../domain/volunteer-standing.js';
import { VolunteerRow } from './volunteer.entity.js';

const FACTS = `
  SELECT v.person_id AS "personId", v.state, v.tier, v.trusted_case_id AS "trustedCaseId", v.country,
    v.time_zone AS "timeZone", v.languages, v.skills, v.refuses, v.open_task_limit AS "openTaskLimit",
    CASE WHEN v.quiet_from IS NULL THEN NULL ELSE json_build_object('from', v.quiet_from, 'to', v.quiet_to) END AS quiet,
    v.away_until::text AS "awayUntil",
    (SELECT coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute,
        'toMinute', h.to_minute) ORDER BY h.weekday, h.from_minute), '[]')
     FROM volunteer_hours h WHERE h.person_id = v.person_id) AS hours
  FROM volunteer v WHERE v.person_id = ANY($1::uuid[])`;

/** Volunteers of the scope's organisation. Whoever changes one locks its row first. */
@Injectable()
export class VolunteerRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What is known of these people; who is no volunteer, or not of this organisation, is absent. */
  async facts(personIds: readonly string[]): Promise<VolunteerFacts[]> {
    return this.unitOfWork.query<VolunteerFacts>(FACTS, [personIds.filter(isUuid)]);
  }

  /** Keeps the standing as it is until the present unit ends; null where there is no such volunteer. */
  async share(personId: string): Promise<VolunteerFacts | null> {
    if (!isUuid(personId)) return null;
    const locked = await this.unitOfWork.query(
      'SELECT FROM volunteer WHERE person_id = $1 FOR SHARE',
      [personId],
    );
    if (locked.length === 0) return null;
    const [facts] = await this.facts([personId]);
    return facts ?? null;
  }

  /** The volunteer as it is, without a lock. */
  async find(personId: string): Promise<VolunteerRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(VolunteerRow, { personId });
  }

  /** The volunteer under a row lock. */
  async lock(personId: string): Promise<VolunteerRow | null> {
    if (!isUuid(personId)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOne(VolunteerRow, {
      where: { personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async add(row: VolunteerRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(VolunteerRow, row);
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(row: VolunteerRow, change: Partial<VolunteerRow>): Promise<VolunteerRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(VolunteerRow, { personId: row.personId }, changed);
    return { ...row, ...changed };
  }

  /** One more verified task. Counts for the probation and takes no version: nobody decides on it. */
  async countVerifiedTask(personId: string): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE volunteer SET verified_tasks = verified_tasks + 1 WHERE person_id = $1',
      [personId],
    );
  }

  /** Replaces the weekly hours of a locked volunteer. */
  async replaceHours(row: VolunteerRow, hours: readonly WeeklyHours[]): Promise<void> {
    await this.unitOfWork.execute('DELETE FROM volunteer_hours WHERE person_id = $1', [
      row.personId,
    ]);
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_hours (organization_id, person_id, weekday, from_minute, to_minute)
       SELECT $1, $2, h.weekday, h.from_minute, h.to_minute
       FROM unnest($3::smallint[], $4::smallint[], $5::smallint[]) AS h (weekday, from_minute, to_minute)`,
      [
        row.organizationId,
        row.personId,
        hours.map((each) => each.weekday),
        hours.map((each) => each.fromMinute),
        hours.map((each) => each.toMinute),
      ],
    );
  }
}
