import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { nextRises, type Priority, type ScoreRise, type TriagePoints } from '@kinward/needs';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { COUNTED_TO } from './need-counts.query.js';
import { seesAll } from './need-queue.query.js';
import { OPEN_NEEDS, RANK, SCREENED, worksOn } from './need-queue.sql.js';
import type { WaitingRow } from './waiting-list.query.js';

/** Its place among needs that wait for money, and what puts it behind the one before it. */
export interface WaitingPlace {
  readonly position: number;
  readonly count: number;
  readonly rule: WaitingRow['rule'];
  /** Points of the need before it; null for the first. */
  readonly scoreBefore: number | null;
}

/** Where a need stands, and what would change its place. */
export interface NeedOutlook {
  readonly rises: readonly ScoreRise[];
  /** Nobody has written down what two of the factors look at. */
  readonly lacksFacts: boolean;
  /** Needs before it in the queue; counted as far as the numbers over the queue. */
  readonly ahead: number;
  readonly waiting: WaitingPlace | null;
}

interface OutlookRow {
  readonly priority: Priority | null;
  readonly dueDay: string | null;
  readonly lastHelpedOn: string | null;
  readonly points: TriagePoints | null;
  readonly hasWords: boolean;
  readonly ahead: number;
  readonly waiting: WaitingPlace | null;
}

/** Explains a place: one statement for one need, by the indexes of the queue. */
@Injectable()
export class NeedOutlookQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** NOT_FOUND as for the need itself. */
  async find(actor: Actor, needId: string): Promise<Result<NeedOutlook, DomainError>> {
    if (!isUuid(needId)) return err(notFound());
    const { today } = await this.settings.own();
    const [row] = await this.unitOfWork.query<OutlookRow>(OUTLOOK, [
      needId,
      seesAll(actor) ? null : actor.personId,
    ]);
    if (row === undefined) return err(notFound());
    const { priority, dueDay, lastHelpedOn, points, hasWords, ahead, waiting } = row;
    return ok({
      rises: priority === null ? [] : nextRises({ priority, dueDay, lastHelpedOn, today }),
      // A need of a template has the household's points without words of its own.
      lacksFacts: !hasWords && points !== null && points.vulnerability + points.noSupport === 0,
      ahead,
      waiting,
    });
  }
}

const KEY = `${RANK}, n.asked_on, n.id`;
const OWN_KEY = `${RANK.replaceAll('n.', 'own.')}, own.asked_on, own.id`;
const WAITS = `FROM need n WHERE n.organization_id = own.organization_id AND n.state = 'WAITING_FUNDS'`;

const OUTLOOK = `
  SELECT own.priority, own.due_day::text AS "dueDay", own.score_points AS points,
    own.sealed_t1 IS NOT NULL AS "hasWords",
    (SELECT max(d.delivered_on)::text FROM need d WHERE d.case_id = own.case_id) AS "lastHelpedOn",
    (SELECT count(*)::int FROM (SELECT FROM need n WHERE ${OPEN_NEEDS} AND ${SCREENED} AND (${KEY}) < (${OWN_KEY})
       LIMIT ${COUNTED_TO}) counted) AS ahead,
    CASE WHEN own.state = 'WAITING_FUNDS' THEN (SELECT json_build_object(
      'position', 1 + (SELECT count(*) FROM (SELECT ${WAITS} AND (${KEY}) < (${OWN_KEY}) LIMIT ${COUNTED_TO}) c),
      'count', (SELECT count(*) FROM (SELECT ${WAITS} LIMIT ${COUNTED_TO}) c),
      'scoreBefore', before.score,
      'rule', CASE WHEN before.id IS NULL THEN 'FIRST'
        WHEN before.rank < ${RANK.replaceAll('n.', 'own.')} THEN 'LOWER_SCORE'
        WHEN before.asked_on < own.asked_on THEN 'ASKED_LATER' ELSE 'ASKED_THE_SAME_DAY' END)
      FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT n.id, n.score, n.asked_on, ${RANK} AS rank
        ${WAITS} AND (${KEY}) < (${OWN_KEY})
        ORDER BY ${RANK} DESC, n.asked_on DESC, n.id DESC LIMIT 1) before ON true) END AS waiting
  FROM need own JOIN case_file f ON f.id = own.case_id
  WHERE own.id = $1 AND ($2::uuid IS NULL OR ${worksOn('$2')})`;
