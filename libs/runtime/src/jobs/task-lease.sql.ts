import { REMIND_MINUTES, RING_MINUTES } from '@kinward/dispatch';

type Minutes = Readonly<Record<string, number>>;

/** The interval of a priority, as the domain has it. */
const interval = (minutes: Minutes, column: string): string =>
  `CASE ${column} ${Object.entries(minutes)
    .map(([priority, value]) => `WHEN '${priority}' THEN interval '${String(value)} minutes'`)
    .join(' ')} END`;

const HELD = `('CLAIMED', 'ACCEPTED', 'IN_PROGRESS')`;
const MAY_WORK = `('PROBATION', 'ACTIVE')`;

/** History and news of moves that a CTE `moved (id, organization_id, transition, before, after, version)` made. */
const TOLD = `
  history AS (
    INSERT INTO task_transition (id, organization_id, task_id, transition, from_state, to_state, version, made_at)
    SELECT gen_random_uuid(), organization_id, id, transition, before, after, version, $1 FROM moved),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'task.' || lower(transition), jsonb_build_object('taskId', id) FROM moved)`;

/**
 * Tasks whose lease is over, and those of volunteers who may no longer work, go back, the most urgent first. The lock of
 * whoever had it is shut for good in the same statement. `$1` is the present instant, `$2` the size of a batch.
 */
export const BACK = `
  WITH due AS (
    SELECT t.id, t.organization_id, t.state AS before, t.holder_id,
      CASE WHEN v.state IN ${MAY_WORK} THEN 'LAPSE' ELSE 'TAKE_BACK' END AS transition
    FROM task t JOIN volunteer v ON v.person_id = t.holder_id
    WHERE t.state IN ${HELD} AND (t.lease_until <= $1 OR v.state NOT IN ${MAY_WORK})
    ORDER BY t.priority, t.lease_until, t.id LIMIT $2 FOR UPDATE OF t SKIP LOCKED),
  moved AS (
    UPDATE task t SET state = 'RETURNED_TO_POOL', holder_id = NULL, claimed_at = NULL, lease_until = NULL,
      reminded_at = NULL, version = t.version + 1
    FROM due WHERE t.id = due.id
    RETURNING t.id, t.organization_id, due.transition, due.before, t.state AS after, t.version),
  left_by AS (
    UPDATE task_candidate c SET state = 'LEFT' FROM due
    WHERE c.organization_id = due.organization_id AND c.task_id = due.id AND c.person_id = due.holder_id
    RETURNING c.organization_id, c.lock_id),
  shut AS (UPDATE key_lock l SET state = 'DESTROYED' FROM left_by WHERE l.id = left_by.lock_id),
  erased AS (
    INSERT INTO key_erasure (key_id, organization_id)
    SELECT lock_id, organization_id FROM left_by WHERE lock_id IS NOT NULL ON CONFLICT DO NOTHING),
  gone AS (
    UPDATE disclosure d SET purged_at = $1 FROM due
    WHERE d.task_id = due.id AND d.person_id = due.holder_id AND d.purged_at IS NULL),
  ${TOLD}
  SELECT organization_id, count(*)::integer AS rows FROM moved GROUP BY organization_id ORDER BY organization_id`;

/** The last ring of a task in which somebody is left to ask. */
const LAST_RING = `(SELECT max(c.ring) FROM task_candidate c WHERE c.organization_id = t.organization_id
  AND c.task_id = t.id AND c.state = 'ASKED')`;

/** What came back is on the board again, for the next ring as well; without anybody left it waits for the desk. */
export const REOPEN = `
  WITH due AS (
    SELECT t.id, t.priority, ${LAST_RING} AS last FROM task t
    WHERE t.state = 'RETURNED_TO_POOL' AND t.due_at > $1 AND ${LAST_RING} IS NOT NULL
    ORDER BY t.priority, t.due_at, t.id LIMIT $2 FOR UPDATE OF t SKIP LOCKED),
  moved AS (
    UPDATE task t SET state = 'OPEN', ring = greatest(t.ring, least(t.ring + 1, due.last)), version = t.version + 1,
      next_ring_at = CASE WHEN t.ring + 1 < due.last THEN $1::timestamptz + ${interval(RING_MINUTES, 't.priority')} END
    FROM due WHERE t.id = due.id
    RETURNING t.id, t.organization_id, 'REOPEN' AS transition, 'RETURNED_TO_POOL' AS before, t.state AS after,
      t.version, t.ring, t.priority),
  ${TOLD}
  SELECT id, organization_id, ring, priority FROM moved`;

/** Nobody of the rings so far has taken it: the next ring sees it, too. */
export const NEXT_RING = `
  WITH due AS (
    SELECT t.id, ${LAST_RING} AS last FROM task t
    WHERE t.state = 'OPEN' AND t.next_ring_at <= $1
    ORDER BY t.priority, t.next_ring_at, t.id LIMIT $2 FOR UPDATE OF t SKIP LOCKED),
  asked AS (
    UPDATE task t SET ring = greatest(t.ring, least(t.ring + 1, coalesce(due.last, 0))), version = t.version + 1,
      next_ring_at = CASE WHEN t.ring + 1 < due.last THEN $1::timestamptz + ${interval(RING_MINUTES, 't.priority')} END
    FROM due WHERE t.id = due.id
    RETURNING t.id, t.organization_id, t.ring, t.priority),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'task.next_ring', jsonb_build_object('taskId', id) FROM asked)
  SELECT id, organization_id, ring, priority FROM asked`;

/** Once for each lease: the time is nearly over. */
export const REMIND = `
  WITH due AS (
    SELECT t.id FROM task t
    WHERE t.state IN ${HELD} AND t.reminded_at IS NULL AND t.lease_until > $1
      AND t.lease_until - ${interval(REMIND_MINUTES, 't.priority')} <= $1
    ORDER BY t.priority, t.lease_until, t.id LIMIT $2 FOR UPDATE OF t SKIP LOCKED),
  reminded AS (
    UPDATE task t SET reminded_at = $1 FROM due WHERE t.id = due.id
    RETURNING t.id, t.organization_id, t.holder_id, t.priority),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'task.remind', jsonb_build_object('taskId', id) FROM reminded)
  SELECT organization_id, holder_id, priority FROM reminded`;

/** In nobody's hands when it was due: it is over, and nothing that was sealed for it stays. */
export const EXPIRE = `
  WITH due AS (
    SELECT t.id, t.state AS before FROM task t
    WHERE t.state IN ('DRAFT', 'CLEARED', 'OPEN', 'RETURNED_TO_POOL') AND t.due_at <= $1
    ORDER BY t.due_at, t.id LIMIT $2 FOR UPDATE OF t SKIP LOCKED),
  moved AS (
    UPDATE task t SET state = 'EXPIRED', next_ring_at = NULL, purged_at = $1, version = t.version + 1
    FROM due WHERE t.id = due.id
    RETURNING t.id, t.organization_id, 'EXPIRE' AS transition, due.before, t.state AS after, t.version),
  papers AS (DELETE FROM task_paper p USING due WHERE p.task_id = due.id),
  locks AS (
    SELECT c.lock_id, c.organization_id FROM task_candidate c JOIN due ON due.id = c.task_id
    WHERE c.lock_id IS NOT NULL),
  shut AS (UPDATE key_lock l SET state = 'DESTROYED' FROM locks WHERE l.id = locks.lock_id),
  erased AS (
    INSERT INTO key_erasure (key_id, organization_id)
    SELECT lock_id, organization_id FROM locks UNION SELECT id, organization_id FROM moved ON CONFLICT DO NOTHING),
  gone AS (UPDATE disclosure d SET purged_at = $1 FROM due WHERE d.task_id = due.id AND d.purged_at IS NULL),
  ${TOLD}
  SELECT organization_id, count(*)::integer AS rows FROM moved GROUP BY organization_id ORDER BY organization_id`;

const ACCEPTED = `EXISTS (SELECT FROM task t WHERE t.organization_id = n.organization_id AND t.need_id = n.id
  AND t.state IN ('ACCEPTED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED'))`;

/** Needs that are on their way only because of a task that somebody gave up. Locked first, looked at afterwards. */
export const LOCK_NEEDS = `
  SELECT n.id FROM need n
  WHERE n.state = 'IN_DELIVERY' AND n.released_minor = 0 AND NOT ${ACCEPTED}
  ORDER BY n.id LIMIT $1 FOR UPDATE OF n SKIP LOCKED`;

/** `$1` the present instant, `$2` the locked needs. */
export const NEEDS_BACK = `
  WITH back AS (
    UPDATE need n SET state = 'FUNDED', version = n.version + 1 WHERE n.id = ANY($2) AND NOT ${ACCEPTED}
    RETURNING n.id, n.organization_id),
  history AS (
    INSERT INTO need_transition (id, organization_id, need_id, transition, from_state, to_state, made_at)
    SELECT gen_random_uuid(), organization_id, id, 'COME_BACK', 'IN_DELIVERY', 'FUNDED', $1 FROM back)
  SELECT organization_id, count(*)::integer AS rows FROM back GROUP BY organization_id ORDER BY organization_id`;

/** Those of a ring whom a ping may reach now: outside of their quiet hours, and not away. */
export const RING_PEOPLE = `
  SELECT c.organization_id, c.person_id FROM task_candidate c
  JOIN unnest($2::uuid[], $3::smallint[]) AS asked (task_id, ring) ON asked.task_id = c.task_id AND asked.ring = c.ring
  JOIN volunteer v ON v.person_id = c.person_id
  WHERE c.state = 'ASKED' AND v.state IN ${MAY_WORK}
    AND (v.away_until IS NULL OR ($1::timestamptz AT TIME ZONE v.time_zone)::date >= v.away_until)
    AND (v.quiet_from IS NULL OR NOT CASE WHEN v.quiet_from <= v.quiet_to
      THEN (extract(hour FROM $1::timestamptz AT TIME ZONE v.time_zone) * 60
        + extract(minute FROM $1::timestamptz AT TIME ZONE v.time_zone)) BETWEEN v.quiet_from AND v.quiet_to - 1
      ELSE (extract(hour FROM $1::timestamptz AT TIME ZONE v.time_zone) * 60
        + extract(minute FROM $1::timestamptz AT TIME ZONE v.time_zone)) NOT BETWEEN v.quiet_to AND v.quiet_from - 1
      END)
  GROUP BY c.organization_id, c.person_id`;
