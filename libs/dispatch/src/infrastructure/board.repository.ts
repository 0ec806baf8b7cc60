import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { FITS, mayWork } from './volunteer-fit.js';

/** One line of a list of tasks: work data only, nothing that names or places a family. */
export interface TaskLine {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly priority: string;
  readonly tier: string;
  readonly carriesPersonalData: boolean;
  readonly origin: string;
  readonly needId: string | null;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly windowFrom: Date | null;
  readonly windowTo: Date | null;
  readonly dueAt: Date;
  readonly expectedMinutes: number;
  readonly leaseUntil: Date | null;
  readonly renewals: number;
  readonly outcome: string | null;
  readonly spentMinutes: number | null;
  readonly ring: number;
  /** Null on a volunteer's own lists. */
  readonly holderId: string | null;
  readonly openQuestions: number;
  readonly version: number;
}

/** One step of a task's life. */
export interface TaskStep {
  readonly id: string;
  readonly transition: string;
  readonly fromState: string;
  readonly toState: string;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** What somebody gave in one month. */
export interface MonthOfHours {
  /** YYYY-MM */
  readonly month: string;
  readonly tasks: number;
  readonly minutes: number;
}

type Cursor = readonly [priority: string, dueAt: string, id: string] | null;

export interface TaskListFilter {
  readonly states: readonly string[] | null;
  readonly needId: string | null;
  readonly taskId: string | null;
  readonly holderId: string | null;
  /** Only what this person wrote, or what is for a family they work with. */
  readonly viewerId: string | null;
}

const LINE = `
  t.id, t.kind, t.state, t.priority, t.tier, t.carries_personal_data AS "carriesPersonalData", t.origin, t.country,
  t.languages, t.skills, t.window_from AS "windowFrom", t.window_to AS "windowTo", t.due_at AS "dueAt",
  t.expected_minutes AS "expectedMinutes", t.lease_until AS "leaseUntil", t.renewals::int, t.outcome,
  t.spent_minutes AS "spentMinutes", t.ring::int, t.version`;

const QUESTIONS = `
  (SELECT count(*)::int FROM task_paper q WHERE q.organization_id = t.organization_id AND q.task_id = t.id
    AND q.kind = 'QUESTION' AND NOT EXISTS (SELECT FROM task_paper a WHERE a.answers_id = q.id)) AS "openQuestions"`;

/** A volunteer is not told which need or family a task is for. */
const BOARD = `
  SELECT ${LINE}, NULL AS "needId", NULL AS "holderId", 0 AS "openQuestions"
  FROM volunteer v
  JOIN task_candidate c ON c.organization_id = v.organization_id AND c.person_id = v.person_id AND c.state = 'ASKED'
  JOIN task t ON t.id = c.task_id AND t.organization_id = v.organization_id
  WHERE v.person_id = $1 AND t.state = 'OPEN' AND c.ring <= t.ring AND t.due_at > $2 AND ${mayWork('$2')} AND ${FITS}
    AND ($3::text IS NULL OR (t.priority, t.due_at, t.id) > ($3, $4::timestamptz, $5::uuid))
  ORDER BY t.priority, t.due_at, t.id LIMIT $6`;

const LIST = `
  SELECT ${LINE}, CASE WHEN $4::uuid IS NULL THEN t.need_id END AS "needId",
    CASE WHEN $4::uuid IS NULL THEN t.holder_id END AS "holderId", ${QUESTIONS}
  FROM task t
  WHERE t.organization_id = $1 AND ($2::text[] IS NULL OR t.state = ANY($2)) AND ($3::uuid IS NULL OR t.need_id = $3)
    AND ($4::uuid IS NULL OR t.holder_id = $4) AND ($5::uuid IS NULL OR t.id = $5)
    AND ($6::uuid IS NULL OR t.author_id = $6 OR EXISTS (SELECT FROM case_file f WHERE f.id = t.case_id
      AND (f.assignee_id = $6 OR f.deputy_id = $6 OR EXISTS (SELECT FROM access_grant g
        JOIN compartment k ON k.id = g.compartment_id WHERE k.subject_id = f.id AND g.holder_id = $6))))
    AND ($7::text IS NULL OR (t.priority, t.due_at, t.id) > ($7, $8::timestamptz, $9::uuid))
  ORDER BY t.priority, t.due_at, t.id LIMIT $10`;

/** Reads for screens. */
@Injectable()
export class BoardRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Open tasks that fit a volunteer and that they are asked for. */
  fitting(place: {
    readonly personId: string;
    readonly now: Date;
    readonly after: Cursor;
    readonly limit: number;
  }): Promise<TaskLine[]> {
    const { personId, now, after, limit } = place;
    const parameters = [personId, now, ...(after ?? [null, null, null]), limit];
    return this.unitOfWork.query<TaskLine>(BOARD, parameters);
  }

  /** Tasks of this organisation. */
  list(
    filter: TaskListFilter & { readonly after: Cursor; readonly limit: number },
  ): Promise<TaskLine[]> {
    const { states, needId, holderId, taskId, viewerId, after, limit } = filter;
    return this.unitOfWork.query<TaskLine>(LIST, [
      this.unitOfWork.scope().organizationId,
      ...[states, needId, holderId, taskId, viewerId],
      ...(after ?? [null, null, null]),
      limit,
    ]);
  }

  /** Oldest first. */
  history(taskId: string): Promise<TaskStep[]> {
    return this.unitOfWork.query<TaskStep>(
      `SELECT id, transition, from_state AS "fromState", to_state AS "toState", reason, made_by AS "madeBy",
         made_at AS "madeAt"
       FROM task_transition WHERE organization_id = $1 AND task_id = $2 ORDER BY version LIMIT 200`,
      [this.unitOfWork.scope().organizationId, taskId],
    );
  }

  hours(personId: string): Promise<MonthOfHours[]> {
    return this.unitOfWork.query<MonthOfHours>(
      `SELECT to_char(reported_on, 'YYYY-MM') AS month, count(*)::int AS tasks,
         coalesce(sum(spent_minutes), 0)::int AS minutes
       FROM task WHERE organization_id = $1 AND holder_id = $2 AND reported_on IS NOT NULL
       GROUP BY 1 ORDER BY 1 DESC LIMIT 120`,
      [this.unitOfWork.scope().organizationId, personId],
    );
  }
}
