import type { Clock } from '@kinward/kernel';
import type { KinwardLogger } from '@kinward/platform';
import type { Pool } from 'pg';

/** When the queue adds a job by itself. */
export interface JobSchedule {
  /** Five cron fields, UTC. */
  readonly match: string;
  /** Milliseconds for which a time that nobody was awake for is made up at the next start. */
  readonly catchUpMs: number;
}

/** What a job may use: the worker's own connections, and the time. */
export interface JobContext {
  readonly pool: Pool;
  readonly clock: Clock;
  /** Ids and codes handed over by whoever enqueued the job; empty for scheduled ones. */
  readonly ids: Readonly<Record<string, string>>;
  /** Where a job reports what nobody must overlook; its end is reported for it. */
  readonly logger?: KinwardLogger;
}

/**
 * One kind of background work. A job may be run twice (its process may die after the commit and before
 * the queue hears of it), so whatever it does must be right the second time too.
 */
export interface Job {
  readonly task: string;
  /** `null` for work that others enqueue. */
  readonly schedule: JobSchedule | null;
  /** Does the work and tells how many rows it touched. */
  run(context: JobContext): Promise<number>;
}

const HOUR_MS = 60 * 60 * 1000;

/** Work that a missed time makes no worse: the next time does it all. */
export const NO_CATCH_UP_MS = 0;

/** For daily work on machines that sleep at night. */
export const DAY_MS = 24 * HOUR_MS;
