import type { Clock } from '@kinward/kernel';
import { DatabaseFailure, toDatabaseFailure, type KinwardLogger } from '@kinward/platform';
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Job } from './job.js';

interface Surroundings {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: KinwardLogger;
}

/** The jobs in the shape the queue calls. */
export function toTaskList(jobs: readonly Job[], surroundings: Surroundings): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [job.task, (payload: unknown) => runJob(job, payload, surroundings)]),
  );
}

/** The schedules in the shape the queue reads. A scheduled job that still waits is not added twice. */
export function toCronItems(jobs: readonly Job[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.flatMap(({ task, schedule }) =>
      schedule === null
        ? []
        : [
            {
              task,
              match: schedule.match,
              options: { backfillPeriod: schedule.catchUpMs, jobKey: task },
            },
          ],
    ),
  );
}

async function runJob(job: Job, payload: unknown, surroundings: Surroundings): Promise<void> {
  const { pool, clock, logger } = surroundings;
  const startedAt = performance.now();
  try {
    const count = await job.run({ pool, clock, ids: idsOf(payload), logger });
    const milliseconds = Math.round(performance.now() - startedAt);
    logger.info('job done', { task: job.task, count, milliseconds });
  } catch (thrown) {
    const failure = toDatabaseFailure(thrown);
    const errorName = failure instanceof Error ? failure.name : 'unknown';
    const sqlState = failure instanceof DatabaseFailure ? failure.sqlState : undefined;
    logger.error('job failed', {
      task: job.task,
      errorName,
      ...(sqlState === undefined ? {} : { sqlState }),
    });
    // The queue stores this text beside the job: a code, never what the driver or the job said, so no cause either.
    // eslint-disable-next-line preserve-caught-error -- see above
    throw new Error(sqlState ?? errorName);
  }
}

/** What was enqueued as ids; the queue's own additions to scheduled jobs are no ids. */
function idsOf(payload: unknown): Readonly<Record<string, string>> {
  if (typeof payload !== 'object' || payload === null) return {};
  const entries = Object.entries(payload).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}
