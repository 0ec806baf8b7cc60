/**
 * Conditions in SQL about a task `t` and a volunteer `v`, shared by the ring, the board and the claim, so that none of
 * them can be of another opinion (domain.md B 47, C5). The standing itself is the volunteers' own; they read the same
 * rules in `VolunteerStanding`.
 */

/** The volunteer may be given tasks at `now`, a parameter such as `$3`. */
export const mayWork = (now: string): string => `
  v.state IN ('PROBATION', 'ACTIVE')
  AND (v.away_until IS NULL OR (${now}::timestamptz AT TIME ZONE v.time_zone)::date >= v.away_until)`;

const LOCAL = '(t.window_from AT TIME ZONE v.time_zone)';
const MINUTE = `(extract(hour FROM ${LOCAL}) * 60 + extract(minute FROM ${LOCAL}))`;

/** Tier, trust, place, languages, skills, the volunteer's "no", and the hours where the task has a time of its own. */
export const FITS = `
  v.tier >= t.tier AND (t.tier <> 'V3' OR v.trusted_case_id = t.case_id)
  AND (t.country IS NULL OR t.country = v.country)
  AND t.languages <@ v.languages AND t.skills <@ v.skills AND t.kind <> ALL (v.refuses)
  AND (t.window_from IS NULL OR (
    (NOT EXISTS (SELECT FROM volunteer_hours h WHERE h.person_id = v.person_id)
      OR EXISTS (SELECT FROM volunteer_hours h WHERE h.person_id = v.person_id
        AND h.weekday = extract(isodow FROM ${LOCAL}) AND h.from_minute <= ${MINUTE} AND ${MINUTE} < h.to_minute))
    AND (v.quiet_from IS NULL OR NOT CASE WHEN v.quiet_from <= v.quiet_to
      THEN ${MINUTE} >= v.quiet_from AND ${MINUTE} < v.quiet_to
      ELSE ${MINUTE} >= v.quiet_from OR ${MINUTE} < v.quiet_to END)))`;

/** Tasks that a volunteer has in hand. */
export const OPEN_TASKS = `
  (SELECT count(*)::int FROM task held WHERE held.organization_id = v.organization_id
    AND held.holder_id = v.person_id AND held.state IN ('CLAIMED', 'ACCEPTED', 'IN_PROGRESS'))`;
