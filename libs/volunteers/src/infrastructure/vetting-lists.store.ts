import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { PROBATION_DAYS, PROBATION_TASKS, RECHECK_LEAD_DAYS } from '../domain/vetting-guards.js';

/** One application in a list: codes and days. */
export interface ApplicationLine {
  readonly id: string;
  readonly state: string;
  readonly stateSince: string;
  readonly appliedOn: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly decisionReason: string | null;
  /** Applications of the same address that are over. */
  readonly earlier: number;
  readonly referees: readonly {
    readonly refereeId: string;
    readonly answer: string | null;
    readonly answeredOn: string | null;
  }[];
  readonly interviews: readonly {
    readonly interviewerId: string;
    readonly answer: string;
    readonly heldOn: string;
  }[];
  readonly training: readonly { readonly module: string; readonly completedOn: string }[];
  readonly signedBy: readonly string[];
  readonly version: number;
}

/** One volunteer in a list. */
export interface VolunteerLine {
  readonly personId: string;
  readonly state: string;
  readonly stateSince: string;
  readonly tier: string | null;
  readonly country: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly awayUntil: string | null;
  readonly verifiedTasks: number;
  readonly recheckDueDay: string | null;
  readonly recheckReason: string | null;
  readonly version: number;
}

/** Something about vetting that somebody must do by a day. */
export interface VettingDuty {
  readonly kind: string;
  /** Of the application, the volunteer or the review. */
  readonly subjectId: string;
  /** The person to look at, where there is an account. */
  readonly personId: string | null;
  readonly dueDay: string;
}

/** Somebody asks me to speak for somebody. */
export interface ReferenceRequest {
  readonly applicationId: string;
  readonly namedOn: string;
  readonly sealedApplicant: Buffer | null;
}

const APPLICATIONS = `
  SELECT a.id, a.state, a.state_since::text AS "stateSince", a.applied_on::text AS "appliedOn", a.country, a.languages,
    a.skills, a.decision_reason AS "decisionReason", a.version,
    (SELECT count(*)::int FROM volunteer_application e WHERE e.organization_id = a.organization_id
       AND e.contact_key = a.contact_key AND e.id <> a.id AND e.state IN ('DECLINED', 'RESIGNED')) AS earlier,
    (SELECT coalesce(json_agg(json_build_object('refereeId', r.referee_id, 'answer', r.answer,
        'answeredOn', r.answered_on) ORDER BY r.referee_id), '[]')
     FROM volunteer_reference r WHERE r.application_id = a.id) AS referees,
    (SELECT coalesce(json_agg(json_build_object('interviewerId', i.interviewer_id, 'answer', i.answer,
        'heldOn', i.held_on) ORDER BY i.interviewer_id), '[]')
     FROM volunteer_interview i WHERE i.application_id = a.id) AS interviews,
    (SELECT coalesce(json_agg(json_build_object('module', t.module, 'completedOn', t.completed_on)
        ORDER BY t.module), '[]')
     FROM volunteer_training t WHERE t.application_id = a.id) AS training,
    ARRAY(SELECT s.signed_by FROM volunteer_signature s WHERE s.subject_id = a.id AND s.expires_at > $6
          ORDER BY s.signed_by) AS "signedBy"
  FROM volunteer_application a
  WHERE a.organization_id = $1 AND ($2::text[] IS NULL OR a.state = ANY($2))
    AND ($3::date IS NULL OR (a.applied_on, a.id) > ($3, $4::uuid)) AND ($7::uuid IS NULL OR a.id = $7)
  ORDER BY a.applied_on, a.id LIMIT $5`;

const VOLUNTEERS = `
  SELECT person_id AS "personId", state, state_since::text AS "stateSince", tier, country, languages, skills,
    away_until::text AS "awayUntil", verified_tasks AS "verifiedTasks", recheck_due_day::text AS "recheckDueDay",
    recheck_reason AS "recheckReason", version
  FROM volunteer
  WHERE organization_id = $1 AND ($2::text[] IS NULL OR state = ANY($2)) AND ($3::text[] IS NULL OR tier = ANY($3))
    AND ($4::uuid IS NULL OR person_id > $4) AND ($6::uuid IS NULL OR person_id = $6)
  ORDER BY person_id LIMIT $5`;

/** Days for each step of an application, from the day it began. */
const STEP_DAYS = `(VALUES ('APPLIED', 'SCREENING_DUE', 7), ('SCREENING', 'SCREENING_DUE', 7),
  ('REFERENCES', 'REFERENCES_MISSING', 14), ('INTERVIEW', 'INTERVIEWS_DUE', 14),
  ('SECURITY_REVIEW', 'DECISION_DUE', 7), ('TRAINING', 'TRAINING_DUE', 30)) AS step (state, kind, days)`;

const DUTIES = `
  SELECT kind, subject_id AS "subjectId", person_id AS "personId", due_day::text AS "dueDay" FROM (
    SELECT step.kind, a.id AS subject_id, a.person_id, a.state_since + step.days AS due_day
    FROM volunteer_application a JOIN ${STEP_DAYS} ON step.state = a.state WHERE a.organization_id = $1
    UNION ALL
    SELECT 'RECHECK', person_id, person_id, recheck_due_day FROM volunteer
    WHERE organization_id = $1 AND (state = 'RECHECK_DUE'
      OR state = 'ACTIVE' AND recheck_due_day <= $2::date + ${String(RECHECK_LEAD_DAYS)})
    UNION ALL
    SELECT 'PROBATION_OVER', person_id, person_id,
      CASE WHEN verified_tasks >= ${String(PROBATION_TASKS)}
        THEN least(probation_from + ${String(PROBATION_DAYS)}, $2::date)
        ELSE probation_from + ${String(PROBATION_DAYS)} END
    FROM volunteer WHERE organization_id = $1 AND state = 'PROBATION'
      AND (probation_from <= $2::date - ${String(PROBATION_DAYS)} OR verified_tasks >= ${String(PROBATION_TASKS)})
    UNION ALL
    SELECT 'SUSPENSION', person_id, person_id, state_since + 14 FROM volunteer
    WHERE organization_id = $1 AND state = 'SUSPENDED'
    UNION ALL
    SELECT 'PANEL', s.subject_id, s.subject_id, min(s.signed_on) + 14 FROM volunteer_signature s
    WHERE s.organization_id = $1 AND s.decision = 'TRUST' AND s.expires_at > $7 GROUP BY s.subject_id
    UNION ALL
    SELECT 'REFEREE_REVIEW', id, referee_id, due_day FROM volunteer_review
    WHERE organization_id = $1 AND outcome IS NULL) AS duty
  WHERE $3::date IS NULL OR (due_day, kind, subject_id) > ($3, $4::text, $5::uuid)
  ORDER BY due_day, kind, subject_id LIMIT $6`;

const REQUESTS = `
  SELECT r.application_id AS "applicationId", r.named_on::text AS "namedOn", a.sealed_applicant AS "sealedApplicant"
  FROM volunteer_reference r JOIN volunteer_application a ON a.id = r.application_id
  WHERE r.organization_id = $1 AND r.referee_id = $2 AND r.answer IS NULL AND a.state = 'REFERENCES'
  ORDER BY r.named_on, r.application_id LIMIT 50`;

/** Lists of the vetting desk, one statement a page. */
@Injectable()
export class VettingListsStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  applications(filter: {
    readonly states: readonly string[] | null;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
    readonly now: Date;
    readonly id: string | null;
  }): Promise<ApplicationLine[]> {
    const [day, last] = filter.after ?? [null, null];
    const { states, limit, now, id } = filter;
    return this.read(APPLICATIONS, [states, day, last, limit, now, id]);
  }

  volunteers(filter: {
    readonly states: readonly string[] | null;
    readonly tiers: readonly string[] | null;
    readonly after: string | null;
    readonly limit: number;
    readonly id: string | null;
  }): Promise<VolunteerLine[]> {
    const { states, tiers, after, limit, id } = filter;
    return this.read(VOLUNTEERS, [states, tiers, after, limit, id]);
  }

  duties(filter: {
    readonly today: string;
    readonly after: readonly [string, string, string] | null;
    readonly limit: number;
    readonly now: Date;
  }): Promise<VettingDuty[]> {
    const [day, kind, id] = filter.after ?? [null, null, null];
    return this.read(DUTIES, [filter.today, day, kind, id, filter.limit, filter.now]);
  }

  /** At most 50, the oldest first. */
  requestsOf(personId: string): Promise<ReferenceRequest[]> {
    return this.read(REQUESTS, [personId]);
  }

  private read<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.unitOfWork.query<Row>(sql, [this.unitOfWork.scope().organizationId, ...parameters]);
  }
}
