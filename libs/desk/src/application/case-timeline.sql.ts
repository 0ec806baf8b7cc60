import { instantText } from './instant.js';
import { worksOn } from './need-queue.sql.js';

/** One row where the reader ($2; null for coordinators) sees the file of the case ($1). */
export const CASE_SEEN = `SELECT FROM case_file f
  WHERE f.id = $1 AND ($2::uuid IS NULL OR ${worksOn('$2')})`;

/** Noon of a day of which nothing more is known. */
const noonOf = (day: string): string => `(${day} + time '12:00') AT TIME ZONE $7`;
const dayOf = (instant: string): string => `(${instant} AT TIME ZONE $7)::date`;
const NOBODY = 'NULL::uuid';
const NONE = 'NULL::text';

/**
 * Everything that happened in a case ($1), newest first: kinds ($2), after a key ($3, $4, $5), at most $6, days in the
 * zone $7.
 */
export const TIMELINE = `
  WITH event AS (
    SELECT t.id, 'NOTE' AS kind, ${noonOf('t.made_on')} AS at, t.made_on AS day, t.kind AS code, ${NONE} AS from_code,
      ${NONE} AS reason, ${NONE} AS subject_code, ${NOBODY} AS subject_id, NULL::bigint AS amount, t.made_by,
      'case_note' AS origin, t.sealed_t1 AS sealed
    FROM case_note t WHERE t.case_id = $1
    UNION ALL SELECT t.id, 'ATTEMPT', ${noonOf('t.made_on')}, t.made_on, t.outcome, NULL, NULL, NULL, NULL, NULL,
      t.made_by, 'contact_attempt', t.sealed_t1
    FROM contact_attempt t WHERE t.case_id = $1
    UNION ALL SELECT t.id, 'MOVE', ${noonOf('t.made_on')}, t.made_on, t.to_state, t.from_state, t.reason, NULL, NULL,
      NULL, t.made_by, NULL, NULL
    FROM case_transition t WHERE t.case_id = $1
    UNION ALL SELECT t.id, 'CONSENT', ${noonOf('t.given_on')}, t.given_on, t.purpose, NULL, NULL, NULL, NULL, NULL,
      NULL, 'consent', t.sealed_t1
    FROM consent t WHERE t.case_id = $1
    UNION ALL SELECT t.id, 'CONSENT_END', ${noonOf('t.withdrawn_on')}, t.withdrawn_on, t.purpose, NULL, NULL, NULL,
      NULL, NULL, NULL, NULL, NULL
    FROM consent t WHERE t.case_id = $1 AND t.withdrawn_on IS NOT NULL
    UNION ALL SELECT t.id, 'NEED', t.made_at, ${dayOf('t.made_at')}, t.to_state, t.from_state, t.reason, n.code, n.id,
      n.amount_minor, t.made_by, NULL, NULL
    FROM need n JOIN need_transition t ON t.need_id = n.id AND t.organization_id = n.organization_id
    WHERE n.case_id = $1
    UNION ALL SELECT t.id, 'MONEY', t.made_at, ${dayOf('t.made_at')}, t.to_state, t.from_state, t.reason, d.code, d.id,
      coalesce(t.amount_minor, d.amount_minor), t.made_by, NULL, NULL
    FROM need n JOIN disbursement d ON d.need_id = n.id AND d.organization_id = n.organization_id
    JOIN disbursement_transition t ON t.disbursement_id = d.id AND t.organization_id = d.organization_id
    WHERE n.case_id = $1
    UNION ALL SELECT t.id, 'TASK', t.made_at, ${dayOf('t.made_at')}, t.to_state, t.from_state, t.reason, k.kind, k.id,
      NULL, t.made_by, NULL, NULL
    FROM task k JOIN task_transition t ON t.task_id = k.id AND t.organization_id = k.organization_id
    WHERE k.case_id = $1)
  SELECT e.id, e.kind, ${instantText('e.at')} AS at, e.day::text AS day, e.code, e.from_code AS "fromCode", e.reason,
    e.subject_code AS "subjectCode", e.subject_id AS "subjectId", e.amount::text AS "amountMinor",
    e.made_by AS "madeById", e.origin AS "table", e.sealed
  FROM event e
  WHERE ($2::text[] IS NULL OR e.kind = ANY($2))
    AND ($5::uuid IS NULL OR (e.at, e.kind, e.id) < ($3::timestamptz, $4::text, $5::uuid))
  ORDER BY e.at DESC, e.kind DESC, e.id DESC LIMIT $6`;
