import { FACTOR_LIMITS, SINCE_HELP_DAYS, TIME_LEFT_DAYS } from '@kinward/needs';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { ORGANIZATION_DAYS, runBatch } from './organization-batch.js';

/**
 * The two factors of the score that time alone changes (decision 6), in whole points exactly as the formula of the
 * domain has them; the household's points stay, since nobody here can read their facts. The version of a need stays
 * too: a coordinator who read it yesterday may approve it today.
 */
const REFRESH = `
  WITH helped AS (
    SELECT case_id, max(delivered_on) AS day FROM need WHERE delivered_on IS NOT NULL GROUP BY case_id),
  fresh AS (
    SELECT n.id,
      CASE WHEN n.due_day IS NULL THEN 0
        ELSE ${FACTOR_LIMITS.timeLeft} * (${TIME_LEFT_DAYS} - least(${TIME_LEFT_DAYS}, greatest(0, n.due_day - o.today)))
          / ${TIME_LEFT_DAYS} END AS time_left,
      CASE WHEN h.day IS NULL THEN ${FACTOR_LIMITS.sinceHelp}
        ELSE ${FACTOR_LIMITS.sinceHelp} * least(${SINCE_HELP_DAYS}, greatest(0, o.today - h.day)) / ${SINCE_HELP_DAYS} END AS since_help
    FROM need AS n JOIN ${ORGANIZATION_DAYS} AS o ON o.id = n.organization_id
    LEFT JOIN helped AS h ON h.case_id = n.case_id
    WHERE n.score_points IS NOT NULL AND n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS',
      'FUNDED', 'IN_DELIVERY', 'SUSPENDED')),
  refreshed AS (
    UPDATE need AS n
    SET score_points = n.score_points || jsonb_build_object('timeLeft', f.time_left, 'sinceHelp', f.since_help),
      score = (n.score_points ->> 'severity')::integer + (n.score_points ->> 'vulnerability')::integer
        + (n.score_points ->> 'noSupport')::integer + f.time_left + f.since_help
    FROM fresh AS f WHERE f.id = n.id AND ((n.score_points ->> 'timeLeft')::integer <> f.time_left
      OR (n.score_points ->> 'sinceHelp')::integer <> f.since_help)
    RETURNING n.organization_id)
  SELECT organization_id, count(*)::integer AS rows FROM refreshed GROUP BY organization_id ORDER BY organization_id`;

/** Brings the scores of open needs up to date, once a night. */
export const refreshScores: Job = {
  task: 'refresh-scores',
  schedule: { match: '50 1 * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) =>
    inTransaction(pool, (client) =>
      runBatch(client, clock.now(), REFRESH, {
        action: 'NEED_SCORES_REFRESHED',
        reason: 'TIME_PASSED',
      }),
    ),
};
