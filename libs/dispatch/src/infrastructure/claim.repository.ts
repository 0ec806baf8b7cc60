import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { TaskState } from '../domain/task-states.js';
import { FITS, mayWork, OPEN_TASKS } from './volunteer-fit.js';

export interface Claimed {
  readonly version: number;
  readonly leaseUntil: Date;
}

/** How a volunteer stands to one task, for the answer when a claim did not succeed. */
export interface ClaimGround {
  readonly state: TaskState;
  readonly carriesPersonalData: boolean;
  readonly authorId: string;
  readonly holderId: string | null;
  readonly dueAt: Date;
  readonly mayWork: boolean;
  readonly fits: boolean;
  readonly wasAsked: boolean;
  readonly openTasks: number;
  readonly openTaskLimit: number;
}

const WAS_ASKED = `EXISTS (SELECT FROM task_candidate c WHERE c.organization_id = t.organization_id
  AND c.task_id = t.id AND c.person_id = v.person_id AND c.state = 'ASKED' AND c.ring <= t.ring)`;

/**
 * One conditional UPDATE: of any number of volunteers at the same moment one gets a row back. History and
 * news are written by the same statement, because a claim is a race and every round trip in it counts. It must say the same as the row CLAIM of the state machine; `claim-rules.int-spec.ts` compares the two.
 */
const CLAIM = `
  WITH claimed AS (
    UPDATE task t SET state = 'CLAIMED', holder_id = v.person_id, claimed_at = $3, reminded_at = NULL, renewals = 0,
      lease_until = $3::timestamptz + CASE t.priority WHEN 'P0' THEN $4::interval ELSE $5::interval END,
      next_ring_at = NULL, version = t.version + 1
    FROM volunteer v
    WHERE t.id = $1 AND t.state = 'OPEN' AND v.person_id = $2 AND v.organization_id = t.organization_id
      AND t.due_at > $3 AND ${mayWork('$3')} AND ${FITS} AND ${WAS_ASKED} AND ${OPEN_TASKS} < v.open_task_limit
    RETURNING t.id, t.organization_id, t.version, t.lease_until),
  history AS (
    INSERT INTO task_transition (id, organization_id, task_id, transition, from_state, to_state, version, made_by,
      made_at)
    SELECT $6, organization_id, id, 'CLAIM', 'OPEN', 'CLAIMED', version, $2, $3 FROM claimed),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'task.claim', jsonb_build_object('taskId', id) FROM claimed)
  SELECT version, lease_until AS "leaseUntil" FROM claimed`;

const GROUND = `
  SELECT t.state, t.carries_personal_data AS "carriesPersonalData", t.author_id AS "authorId",
    t.holder_id AS "holderId", t.due_at AS "dueAt", coalesce(${mayWork('$3')}, false) AS "mayWork",
    coalesce(${FITS}, false) AS fits, ${WAS_ASKED} AS "wasAsked", ${OPEN_TASKS} AS "openTasks",
    v.open_task_limit::int AS "openTaskLimit"
  FROM task t JOIN volunteer v ON v.person_id = $2 AND v.organization_id = t.organization_id WHERE t.id = $1`;

/** Claims. */
@Injectable()
export class ClaimRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Locks the volunteer's row until the unit ends: neither a suspension nor another claim of the same person can pass,
   * so that the limit holds. Tells whether the volunteer's standing lets them work; null for somebody who is none.
   */
  async lockVolunteer(personId: string): Promise<boolean | null> {
    const [row] = await this.unitOfWork.query<{ works: boolean }>(
      `SELECT state IN ('PROBATION', 'ACTIVE') AS works FROM volunteer WHERE person_id = $1
       FOR NO KEY UPDATE`,
      [personId],
    );
    return row?.works ?? null;
  }

  /** Null where somebody else was quicker, or where a rule says no. */
  async claim(input: {
    readonly id: string;
    readonly taskId: string;
    readonly personId: string;
    readonly now: Date;
    readonly minutes: { readonly urgent: number; readonly other: number };
  }): Promise<Claimed | null> {
    const { id, taskId, personId, now, minutes } = input;
    const [claimed] = await this.unitOfWork.query<Claimed>(CLAIM, [
      taskId,
      personId,
      now,
      `${String(minutes.urgent)} minutes`,
      `${String(minutes.other)} minutes`,
      id,
    ]);
    return claimed ?? null;
  }

  /** Null for an unknown or foreign task, and for somebody who is no volunteer. */
  async ground(taskId: string, personId: string, now: Date): Promise<ClaimGround | null> {
    const [row] = await this.unitOfWork.query<ClaimGround>(GROUND, [taskId, personId, now]);
    return row ?? null;
  }
}
