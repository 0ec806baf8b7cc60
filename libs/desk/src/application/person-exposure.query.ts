import { Inject, Injectable } from '@nestjs/common';
import { toPage, type Clock, type Page } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';

/** A family that a person's keys open. */
export interface ExposedCase {
  readonly id: string;
  readonly codename: string;
  readonly state: string;
  /** IDENTITY: who and where they are. STORY: what happened to them. LOCKED: neither, until somebody releases the lock. */
  readonly opens: 'IDENTITY' | 'STORY' | 'LOCKED';
}

/** What would be known to whoever holds this person and this person's keys. */
export interface ExposureCounts {
  readonly identities: number;
  readonly storiesOnly: number;
  readonly locked: number;
  /** Members of the families that would be named. */
  readonly members: number;
  readonly prisoners: number;
  /** Whether requests that nobody has taken on yet would open as well, and how many wait. */
  readonly opensInbox: boolean;
  readonly requestsWaiting: number;
  readonly tasksInHand: number;
  /** Open sessions: a device that is taken with one shows all of this at once. */
  readonly sessions: number;
}

/**
 * "If this person were taken now" (security.md § 8.15): what the live grants in somebody's name open. Counted from keys, not
 * from roles; by codename, so that the answer itself names no family.
 */
@Injectable()
export class PersonExposureQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async counts(personId: string): Promise<ExposureCounts> {
    const [row] = await this.unitOfWork.query<ExposureCounts>(COUNTS, [
      this.unitOfWork.scope().organizationId,
      personId,
      this.clock.now(),
    ]);
    if (row === undefined) throw new Error('a count is one row');
    return row;
  }

  /** By codename. */
  async cases(personId: string, first: number, after: string | null): Promise<Page<ExposedCase>> {
    const rows = await this.unitOfWork.query<ExposedCase>(
      `WITH ${HELD} SELECT f.id, f.codename, f.state, held.opens FROM held JOIN case_file f ON f.id = held.case_id
       WHERE f.organization_id = $1 AND f.state <> 'ERASED' AND ($4::text IS NULL OR f.codename > $4)
       ORDER BY f.codename LIMIT $5`,
      [this.unitOfWork.scope().organizationId, personId, this.clock.now(), after, first + 1],
    );
    return toPage(rows, first, ({ codename }) => [codename]);
  }
}

/** Keys count while they are in force; one behind a lock that nobody released opens nothing yet. */
const LIVE_GRANTS = `
  live AS (
    SELECT c.kind, c.subject_id, c.tier, coalesce(l.state <> 'RELEASED', false) AS is_locked
    FROM access_grant g JOIN compartment c ON c.id = g.compartment_id LEFT JOIN key_lock l ON l.id = g.lock_id
    WHERE g.organization_id = $1 AND g.holder_id = $2 AND g.expires_at > $3
      AND coalesce(l.state <> 'DESTROYED', true)
  )`;

const HELD = `${LIVE_GRANTS}, held AS (
    SELECT subject_id AS case_id, CASE WHEN bool_and(is_locked) THEN 'LOCKED'
      WHEN bool_or(tier = 'T0' AND NOT is_locked) THEN 'IDENTITY' ELSE 'STORY' END AS opens
    FROM live WHERE kind = 'CASE' GROUP BY subject_id
  )`;

const COUNTS = `
  WITH ${HELD}, counted AS (
    SELECT held.* FROM held JOIN case_file f ON f.id = held.case_id AND f.state <> 'ERASED'
  )
  SELECT count(*) FILTER (WHERE opens = 'IDENTITY')::int AS identities,
    count(*) FILTER (WHERE opens = 'STORY')::int AS "storiesOnly",
    count(*) FILTER (WHERE opens = 'LOCKED')::int AS locked,
    (SELECT count(*)::int FROM household_member m WHERE m.case_id IN (SELECT case_id FROM counted WHERE opens = 'IDENTITY')) AS members,
    (SELECT count(*)::int FROM prisoner p WHERE p.case_id IN (SELECT case_id FROM counted WHERE opens = 'IDENTITY')) AS prisoners,
    EXISTS (SELECT FROM live WHERE kind = 'INTAKE' AND NOT is_locked) AS "opensInbox",
    (SELECT count(*)::int FROM intake_request r WHERE r.organization_id = $1
      AND r.state IN ('TO_CORRECT', 'INBOX', 'SCREENING', 'ASKED')) AS "requestsWaiting",
    (SELECT count(*)::int FROM task WHERE organization_id = $1 AND holder_id = $2
      AND state IN ('ACCEPTED', 'IN_PROGRESS')) AS "tasksInHand",
    (SELECT count(*)::int FROM session WHERE organization_id = $1 AND person_id = $2 AND expires_at > $3) AS sessions
  FROM counted`;
