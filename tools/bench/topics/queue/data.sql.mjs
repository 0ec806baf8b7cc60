// What the queue is measured on. Random numbers come from one seed, ids do not. The heap mixes the organisations, as
// time does.

/** `$1`: how many there are to be. */
export const ORGANIZATIONS = `
  INSERT INTO organization (id, code, name, jurisdiction, time_zone)
  SELECT gen_random_uuid(), 'bench-' || n, 'Bench ' || n, 'by', 'Europe/Vilnius'
  FROM generate_series(1, $1::int - (SELECT count(*)::int FROM organization)) n`;

/** Ids, organisations and sealed names of as many people. */
export const PEOPLE = `
  INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
  SELECT id, organization_id, name, ARRAY['CASEWORKER'], 'ACTIVE'
  FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS p (id, organization_id, name)`;

/** The people of each organisation in one array; the demonstration's have other roles as well. */
const STAFF = `staff AS (
  SELECT organization_id, array_agg(id ORDER BY id) AS ids FROM person
  WHERE roles = ARRAY['CASEWORKER'] GROUP BY organization_id)`;

/** `$1`: how many each; `$2`: codes of regions. Of a hundred three are paused and three closed. */
export const CASES = `
  WITH ${STAFF}
  INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day, assignee_id, deputy_id,
    contact_rhythm_days, last_confirmed_contact_day, next_step_kind, next_step_due_day, sealed_t1)
  SELECT gen_random_uuid(), s.organization_id, 'BENCH-' || n,
    CASE WHEN n % 33 = 0 THEN 'PAUSED_BY_FAMILY' WHEN n % 33 = 1 THEN 'CLOSED' WHEN n % 7 = 0 THEN 'INTAKE'
      ELSE 'ACTIVE' END,
    current_date - n % 90, ($2::text[])[1 + n % cardinality($2::text[])], current_date - n % 700,
    s.ids[1 + n % cardinality(s.ids)], s.ids[1 + (n + 1) % cardinality(s.ids)], 30, current_date - n % 40,
    'CALL', current_date + n % 30, '\\x00'
  FROM generate_series(1, $1::int) n CROSS JOIN staff s ORDER BY n, s.organization_id`;

/** One each, a second one for every third case. */
export const CHANNELS = `
  INSERT INTO contact_channel (id, organization_id, case_id, trust, sealed_t0)
  SELECT gen_random_uuid(), f.organization_id, f.id,
    (ARRAY['VERIFIED', 'VERIFIED', 'UNKNOWN', 'DEGRADED'])[1 + floor(random() * 4)::int], '\\x00'
  FROM case_file f JOIN generate_series(1, 2) k ON k = 1 OR substr(f.codename, 7)::int % 3 = 0
  WHERE f.codename LIKE 'BENCH-%'`;

/**
 * `$1`: how many each; `$2`: kinds of needs. 43 of a hundred are open, 11 wait for money. States fit money, people and
 * the state of the case, so that the jobs of the desk find nothing to do.
 */
export const NEEDS = `
  WITH ${STAFF},
  kind AS (
    SELECT row_number() OVER () - 1 AS place, count(*) OVER () AS kinds, k.*
    FROM jsonb_to_recordset($2::jsonb) AS k (code text, priority text, minor bigint, channel text)),
  drawn AS (
    SELECT f.id AS case_id, f.organization_id, f.region, f.state AS case_state, s.ids,
      random() AS lot, random() AS share, floor(random() * 1000)::int AS kind_lot, floor(random() * 200)::int AS days,
      floor(random() * cardinality(s.ids))::int AS author,
      floor(random() * 21)::int AS time_left, floor(random() * 26)::int AS vulnerability,
      floor(random() * 16)::int AS since_help, (random() < 0.3)::int * 5 AS no_support
    FROM case_file f JOIN staff s USING (organization_id) CROSS JOIN generate_series(1, $1::int) k
    WHERE f.codename LIKE 'BENCH-%' ORDER BY random()),
  stated AS (
    SELECT d.*, kind.code, kind.priority, kind.channel, kind.minor,
      CASE
        WHEN lot >= 0.43 OR case_state = 'CLOSED' THEN
          (ARRAY['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED'])[1 + floor(share * 6)::int]
        WHEN case_state = 'PAUSED_BY_FAMILY' THEN 'SUSPENDED'
        WHEN lot < 0.06 THEN 'DRAFT' WHEN lot < 0.14 THEN 'SUBMITTED' WHEN lot < 0.19 THEN 'ASSESSED'
        WHEN lot < 0.23 THEN 'APPROVED' WHEN lot < 0.34 THEN 'WAITING_FUNDS' WHEN lot < 0.37 THEN 'FUNDED'
        WHEN lot < 0.41 THEN 'IN_DELIVERY' ELSE 'DELIVERED' END AS state,
      CASE priority WHEN 'P0' THEN 35 WHEN 'P1' THEN 28 WHEN 'P2' THEN 20 WHEN 'P3' THEN 12 ELSE 6 END AS severity
    FROM drawn d JOIN kind ON kind.place = d.kind_lot % kind.kinds)
  INSERT INTO need (id, organization_id, case_id, code, state, state_before_suspension, priority, amount_minor, region,
    due_day, asked_on, channel_class, clearance, score, score_version, score_points, clock_started_at, answer_due_at,
    action_due_at, author_id, screened_by, assessed_by, approved_by, reach, funding_reference, reserved_minor,
    released_minor, delivered_minor, version)
  SELECT gen_random_uuid(), organization_id, case_id, code, state,
    CASE WHEN state = 'SUSPENDED' THEN 'ASSESSED' END, priority, minor, region, current_date + 1 + days % 60,
    current_date - days, channel, CASE WHEN share < 0.3 THEN 'S' ELSE 'A' END,
    CASE WHEN state <> 'DRAFT' THEN severity + time_left + vulnerability + since_help + no_support END,
    CASE WHEN state <> 'DRAFT' THEN 'TRIAGE_1' END,
    CASE WHEN state <> 'DRAFT' THEN jsonb_build_object('severity', severity, 'timeLeft', time_left,
      'vulnerability', vulnerability, 'sinceHelp', since_help, 'noSupport', no_support) END,
    now() - days * interval '1 day', now() + (days - 60) * interval '1 hour', now() + (days - 40) * interval '1 day',
    ids[1 + author], ids[1 + (author + 1) % cardinality(ids)],
    CASE WHEN state NOT IN ('DRAFT', 'SUBMITTED') THEN ids[1 + (author + 1) % cardinality(ids)] END,
    CASE WHEN state IN ('APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY', 'DELIVERED', 'CONFIRMED')
      THEN ids[1 + (author + 2) % cardinality(ids)] END,
    '{"30_59": {"F": 1}}', gen_random_uuid(),
    CASE state WHEN 'FUNDED' THEN minor WHEN 'WAITING_FUNDS' THEN (minor * share * 0.9)::bigint ELSE 0 END,
    CASE WHEN state IN ('IN_DELIVERY', 'DELIVERED', 'CONFIRMED') THEN minor ELSE 0 END,
    CASE WHEN state IN ('DELIVERED', 'CONFIRMED') THEN minor ELSE 0 END, 1 + days % 7
  FROM stated`;
