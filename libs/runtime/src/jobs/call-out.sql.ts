import {
  ACKNOWLEDGE_MINUTES,
  ENDED_CALL_OUT_STATES,
  REMIND_HOURS,
  STABILISE_HOURS,
} from '@kinward/callouts';

const ENDED = `('${ENDED_CALL_OUT_STATES.join(`', '`)}')`;
/** Hours until somebody must have acted where a request says nothing: as for P0. */
const ACTION_HOURS = 6;

/** History and news of moves that a CTE `moved (id, organization_id, transition, before, after, version, reason)` made. */
const TOLD = `
  history AS (
    INSERT INTO call_out_transition (id, organization_id, call_out_id, transition, from_state, to_state, version,
      reason, made_at)
    SELECT gen_random_uuid(), organization_id, id, transition, before, after, version, reason, $1 FROM moved),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'callout.' || lower(transition), jsonb_build_object('callOutId', id) FROM moved)`;

const MOVED = `SELECT id, organization_id FROM moved ORDER BY organization_id, id`;

/**
 * Requests that screeners handed over become alarms, each once: what was handed over is remembered with the alarm. One
 * for a family that has an open call-out belongs to that one. \`$1\` is the present instant, \`$2\` the size of a batch.
 */
export const RAISE = `
  WITH asked AS (
    SELECT DISTINCT ON (e.organization_id, e.ids->>'requestId') e.organization_id,
      (e.ids->>'requestId')::uuid AS request_id, (e.ids->>'caseId')::uuid AS case_id
    FROM live_event e
    WHERE e.topic = 'intake.call-out' AND NOT EXISTS (SELECT FROM call_out_request r
      WHERE r.organization_id = e.organization_id AND r.request_id = (e.ids->>'requestId')::uuid)
    ORDER BY e.organization_id, e.ids->>'requestId' LIMIT $2),
  standing AS (
    SELECT a.organization_id, a.request_id, c.id FROM asked a JOIN call_out c
      ON c.organization_id = a.organization_id AND c.case_id = a.case_id AND c.state NOT IN ${ENDED}),
  raised AS (
    INSERT INTO call_out (id, organization_id, state, priority, case_id, request_id, raised_at, acknowledge_due_at,
      action_due_at, stabilise_due_at)
    SELECT gen_random_uuid(), a.organization_id, 'ALERT', 'P0', a.case_id, a.request_id, $1,
      $1::timestamptz + interval '${String(ACKNOWLEDGE_MINUTES)} minutes',
      $1::timestamptz + interval '${String(ACTION_HOURS)} hours',
      $1::timestamptz + interval '${String(STABILISE_HOURS)} hours'
    FROM asked a WHERE NOT EXISTS (SELECT FROM standing s
      WHERE s.organization_id = a.organization_id AND s.request_id = a.request_id)
    ON CONFLICT DO NOTHING RETURNING id, organization_id, request_id, state, version),
  taken AS (
    INSERT INTO call_out_request (organization_id, request_id, call_out_id)
    SELECT organization_id, request_id, id FROM raised
    UNION ALL SELECT organization_id, request_id, id FROM standing
    ON CONFLICT DO NOTHING),
  moved AS (
    SELECT id, organization_id, 'RAISE' AS transition, NULL AS before, state AS after, version, 'INTAKE' AS reason
    FROM raised),
  ${TOLD}
  ${MOVED}`;

/** Alarms that nobody has seen in time go to security (domain.md C5). */
export const ESCALATE = `
  WITH due AS (
    SELECT id FROM call_out WHERE state = 'ALERT' AND acknowledged_at IS NULL AND acknowledge_due_at <= $1
    ORDER BY acknowledge_due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
  moved AS (
    UPDATE call_out c SET state = 'ESCALATED', state_before = 'ALERT', escalated_at = $1,
      reason = 'NOBODY_ACKNOWLEDGED', version = c.version + 1
    FROM due WHERE c.id = due.id
    RETURNING c.id, c.organization_id, 'ESCALATE_UNACKNOWLEDGED' AS transition, 'ALERT' AS before, c.state AS after,
      c.version, c.reason),
  ${TOLD}
  ${MOVED}`;

/** Somebody has accepted a task of it: help is on its way. */
export const BEGIN = `
  WITH due AS (
    SELECT c.id FROM call_out c WHERE c.state = 'DISPATCHED' AND EXISTS (SELECT FROM task t
      WHERE t.organization_id = c.organization_id AND t.call_out_id = c.id
        AND t.state IN ('ACCEPTED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED'))
    ORDER BY c.dispatched_at, c.id LIMIT $2 FOR UPDATE SKIP LOCKED),
  moved AS (
    UPDATE call_out c SET state = 'STABILISING', stabilising_at = $1, version = c.version + 1
    FROM due WHERE c.id = due.id
    RETURNING c.id, c.organization_id, 'BEGIN' AS transition, 'DISPATCHED' AS before, c.state AS after, c.version,
      NULL AS reason),
  ${TOLD}
  ${MOVED}`;

const OPEN_MONEY = `EXISTS (SELECT FROM need n WHERE n.organization_id = c.organization_id AND n.call_out_id = c.id
  AND n.reserved_minor + n.released_minor > 0)`;

/** A mark that is set once, told in the feed, and stands in no history: nothing moved. */
const mark = (column: string, topic: string, condition: string): string => `
  WITH due AS (
    SELECT c.id FROM call_out c
    WHERE c.signed_at IS NULL AND c.reserved_minor > 0 AND c.${column} IS NULL AND ${condition} AND ${OPEN_MONEY}
    ORDER BY c.signature_due_at, c.id LIMIT $2 FOR UPDATE SKIP LOCKED),
  moved AS (
    UPDATE call_out c SET ${column} = $1, version = c.version + 1 FROM due WHERE c.id = due.id
    RETURNING c.id, c.organization_id),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, '${topic}', jsonb_build_object('callOutId', id) FROM moved)
  ${MOVED}`;

/** The second signature is due soon. */
export const REMIND = mark(
  'reminded_at',
  'callout.remind',
  `c.signature_due_at <= $1::timestamptz + interval '${String(REMIND_HOURS)} hours'`,
);

/** It is overdue: the desk has no cap until it is there, or the money is back. */
export const CAP_LOST = mark('overdue_at', 'callout.cap_lost', 'c.signature_due_at <= $1');

/** People to ask: those on duty at \`$2\`, and active ones in the roles \`$3\`. */
export const PEOPLE = `
  SELECT p.id FROM person p WHERE p.organization_id = $1 AND (
    p.roles && $3 AND p.standing = 'ACTIVE' OR $4::boolean AND EXISTS (SELECT FROM duty_shift d
      WHERE d.person_id = p.id AND d.from_at <= $2 AND d.until_at > $2))
  ORDER BY p.id`;
