import { LEAD_DAYS, MOST_PERIODS } from '@kinward/needs';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { ORGANIZATION_DAYS, runBatch } from './organization-batch.js';

/** A machine that slept for months makes up for every period of a template. */
const MOST_ROUNDS = MOST_PERIODS;

/** A template ends for good when its case leaves ACTIVE or TRANSITION (domain.md C3). */
const STOP = `
  WITH stopped AS (
    UPDATE need_recurrence AS r SET stopped_on = o.today, stop_reason = 'CASE_LEFT', version = r.version + 1
    FROM case_file AS c, ${ORGANIZATION_DAYS} AS o
    WHERE c.id = r.case_id AND o.id = r.organization_id AND r.stopped_on IS NULL
      AND c.state NOT IN ('ACTIVE', 'TRANSITION')
    RETURNING r.organization_id)
  SELECT organization_id, count(*)::integer AS rows FROM stopped GROUP BY organization_id ORDER BY organization_id`;

/** What was agreed is over: the last period was made, or the next one comes after the last day. */
const FINISH = `
  WITH finished AS (
    UPDATE need_recurrence AS r SET stopped_on = o.today, stop_reason = 'PLAN_OVER', version = r.version + 1
    FROM ${ORGANIZATION_DAYS} AS o
    WHERE o.id = r.organization_id AND r.stopped_on IS NULL
      AND (r.count_left = 0 OR r.next_due_day > r.until_day)
    RETURNING r.organization_id)
  SELECT organization_id, count(*)::integer AS rows FROM finished GROUP BY organization_id ORDER BY organization_id`;

/**
 * The next period of every template that is near: a draft with the points of the template, to be screened like any
 * other. The unique key of template and period makes it once, whatever runs twice.
 */
const MAKE = `
  WITH near AS (
    SELECT r.*, c.region, o.today FROM need_recurrence AS r
    JOIN case_file AS c ON c.id = r.case_id JOIN ${ORGANIZATION_DAYS} AS o ON o.id = r.organization_id
    WHERE r.stopped_on IS NULL AND c.state IN ('ACTIVE', 'TRANSITION') AND r.next_due_day <= o.today + ${LEAD_DAYS}
      AND (r.until_day IS NULL OR r.next_due_day <= r.until_day) AND (r.count_left IS NULL OR r.count_left > 0)
    FOR UPDATE OF r),
  made AS (
    INSERT INTO need (id, organization_id, case_id, code, state, amount_minor, region, due_day, asked_on, channel_class,
      score, score_version, score_points, author_id, reach, funding_reference, recurrence_id, recurrence_period)
    SELECT gen_random_uuid(), organization_id, case_id, code, 'DRAFT', amount_minor, region, next_due_day, today,
      channel_class, (SELECT sum(points::integer) FROM jsonb_each_text(score_points) AS each (factor, points)),
      score_version, score_points, author_id, reach, gen_random_uuid(), id, next_period FROM near
    ON CONFLICT (organization_id, recurrence_id, recurrence_period) WHERE recurrence_id IS NOT NULL DO NOTHING),
  moved AS (
    UPDATE need_recurrence AS r SET next_period = n.next_period + 1, count_left = n.count_left - 1,
      version = r.version + 1, next_due_day = (n.first_due_day + CASE n.rhythm
        WHEN 'WEEKLY' THEN make_interval(weeks => n.next_period + 1)
        WHEN 'MONTHLY' THEN make_interval(months => n.next_period + 1)
        WHEN 'QUARTERLY' THEN make_interval(months => 3 * (n.next_period + 1))
        ELSE make_interval(years => n.next_period + 1) END)::date
    FROM near AS n WHERE n.id = r.id
    RETURNING r.organization_id)
  SELECT organization_id, count(*)::integer AS rows FROM moved GROUP BY organization_id ORDER BY organization_id`;

/** Makes the needs of templates, once a night. */
export const makeRecurringNeeds: Job = {
  task: 'make-recurring-needs',
  schedule: { match: '40 1 * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) =>
    inTransaction(pool, async (client) => {
      const now = clock.now();
      const ended = { action: 'NEED_RECURRENCES_ENDED' };
      await runBatch(client, now, STOP, { ...ended, reason: 'CASE_LEFT' });
      let made = 0;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const entry = { action: 'NEEDS_MADE', reason: 'RECURRENCE_DUE' };
        const more = await runBatch(client, now, MAKE, entry);
        made += more;
        if (more === 0) break;
      }
      await runBatch(client, now, FINISH, { ...ended, reason: 'PLAN_OVER' });
      return made;
    }),
};
