-- The coordinator's queue as a schema for PostGraphile: one view, flat, bound by the row security of whoever asks.
-- Its order is that of the index need_by_score; what is computed is computed for the rows of the page only.
CREATE SCHEMA bench_queue;
CREATE VIEW bench_queue.open_need WITH (security_invoker = true) AS
SELECT n.id, n.case_id, n.version, f.codename, f.state AS case_state, n.state, n.code,
  split_part(n.code, '-', 1) AS need_group, n.priority, n.region, n.score,
  CASE WHEN n.score_points IS NULL THEN '[]'::json ELSE json_build_array(
    json_build_object('factor', 'severity', 'points', n.score_points -> 'severity', 'most', 35),
    json_build_object('factor', 'timeLeft', 'points', n.score_points -> 'timeLeft', 'most', 20),
    json_build_object('factor', 'vulnerability', 'points', n.score_points -> 'vulnerability', 'most', 25),
    json_build_object('factor', 'sinceHelp', 'points', n.score_points -> 'sinceHelp', 'most', 15),
    json_build_object('factor', 'noSupport', 'points', n.score_points -> 'noSupport', 'most', 5)) END AS factors,
  CASE WHEN n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED') THEN 'ANSWER' ELSE 'ACTION' END AS clock_kind,
  c.due_at AS clock_due_at, c.due_at < now() AS is_overdue, n.due_day, n.asked_on, n.currency, n.amount_minor,
  n.reserved_minor + n.released_minor AS funded_minor,
  n.amount_minor - n.reserved_minor - n.released_minor AS remaining_minor,
  CASE
    WHEN n.state = 'DELIVERED' THEN 'CONFIRM'
    WHEN f.state IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED') THEN 'CANCEL'
    WHEN f.state IN ('PAUSED_BY_FAMILY', 'QUARANTINED') OR n.state = 'SUSPENDED' THEN 'WAIT_FOR_CASE'
    WHEN n.state = 'DRAFT' THEN 'SCREEN'
    WHEN n.state = 'SUBMITTED' THEN 'ASSESS'
    WHEN n.state = 'ASSESSED' THEN CASE WHEN n.first_approver_id IS NULL THEN 'APPROVE' ELSE 'APPROVE_SECOND' END
    WHEN n.state = 'FUNDED' THEN 'DELIVER'
    WHEN n.state = 'IN_DELIVERY' THEN 'FOLLOW_DELIVERY'
    ELSE 'FIND_MONEY' END AS next_step,
  f.assignee_id, p.standing AS assignee_standing,
  (ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'])[(SELECT
     min(array_position(ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'], t.trust))
     FROM contact_channel t WHERE t.case_id = n.case_id)] AS channel_trust,
  n.channel_class, n.clearance, coalesce(100 - n.score, 101) AS rank
FROM need n
  JOIN case_file f ON f.id = n.case_id
  LEFT JOIN person p ON p.id = f.assignee_id
  CROSS JOIN LATERAL (SELECT CASE
    WHEN n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED') THEN n.answer_due_at
    WHEN n.state IN ('APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY') THEN n.action_due_at END AS due_at) c
WHERE n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY', 'DELIVERED',
  'SUSPENDED') AND n.author_id IS NOT NULL;
COMMENT ON VIEW bench_queue.open_need IS '@primaryKey id';
GRANT USAGE ON SCHEMA bench_queue TO kinward_app;
GRANT SELECT ON bench_queue.open_need TO kinward_app;
