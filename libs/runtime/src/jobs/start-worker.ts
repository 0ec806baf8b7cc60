import type { Clock } from '@kinward/kernel';
import { SystemClock, type KinwardLogger, type StripeSettings } from '@kinward/platform';
import { run } from 'graphile-worker';
import { callOutClocks } from './call-out-clocks.job.js';
import { clearCommandReceipts } from './clear-command-receipts.job.js';
import { clearDrafts } from './clear-drafts.job.js';
import { clearLiveEvents } from './clear-live-events.job.js';
import { clearRateLimits } from './clear-rate-limits.job.js';
import { expireReservationsJob } from './expire-reservations.job.js';
import { escalateComplaints } from './escalate-complaints.job.js';
import { endCards } from './end-cards.job.js';
import { endNeeds } from './end-needs.job.js';
import { giftJobs } from './gift.jobs.js';
import { expireSessions } from './expire-sessions.job.js';
import { foldLedger } from './fold-ledger.job.js';
import { forgetRequests } from './forget-requests.job.js';
import { followReservations } from './follow-reservations.job.js';
import type { Job } from './job.js';
import { loseContact } from './lose-contact.job.js';
import { makeRecurringNeeds } from './make-recurring-needs.job.js';
import { OutboxRelay } from './outbox-relay.js';
import { clearPings, sendPingsJob, type PingMail } from './ping.jobs.js';
import { queueLogger } from './queue-logger.js';
import { refreshScores } from './refresh-scores.job.js';
import { suspendNeeds } from './suspend-needs.job.js';
import { takeTotalsJob } from './take-totals.job.js';
import { taskLeases } from './task-leases.job.js';
import { toCronItems, toTaskList } from './task-list.js';
import { unusedMailboxes } from './unused-mailboxes.job.js';
import { verifyLedger } from './verify-ledger.job.js';
import { volunteerRechecks } from './volunteer-rechecks.job.js';
import { createWorkerPool } from './worker-pool.js';
import { announceWorker } from './worker-presence.js';

/** All background work there is. */
export const JOBS: readonly Job[] = [
  callOutClocks,
  clearCommandReceipts,
  clearDrafts,
  clearLiveEvents,
  clearPings,
  clearRateLimits,
  expireSessions,
  loseContact,
  expireReservationsJob,
  foldLedger,
  verifyLedger,
  endNeeds,
  endCards,
  makeRecurringNeeds,
  refreshScores,
  suspendNeeds,
  takeTotalsJob,
  taskLeases,
  followReservations,
  forgetRequests,
  volunteerRechecks,
  escalateComplaints,
  unusedMailboxes,
];

/** Jobs at work at the same time in one process. */
const CONCURRENCY = 2;

export interface WorkerOptions {
  /** Address of the role `kinward_worker`, which opens nothing sealed (security.md § 8.9). */
  readonly workerUrl: string;
  readonly logger: KinwardLogger;
  readonly clock?: Clock;
  /** Where gifts by card are settled; none where it is left out. */
  readonly stripe?: StripeSettings | null;
  /** How pings are mailed; not at all where it is left out. */
  readonly mail?: PingMail | null;
  /** What to do; all jobs where it is left out. */
  readonly jobs?: readonly Job[];
}

export interface RunningWorker {
  /** Lets the jobs and the batch in hand finish, then gives everything back. */
  stop(): Promise<void>;
}

/**
 * Starts jobs and outbox relay. Any number of processes may do so on one database; a row or a job is only ever
 * in one pair of hands.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { workerUrl, logger, clock = new SystemClock(), stripe = null, mail = null } = options;
  const gifts = stripe === null ? [] : giftJobs(stripe);
  const jobs = options.jobs ?? [...JOBS, sendPingsJob(mail), ...gifts];
  if (mail === null) logger.info('no mail server is set: pings are seen in the app only');
  const pool = createWorkerPool(workerUrl, logger);
  const presence = await announceWorker(pool).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: queueLogger(logger),
      taskList: toTaskList(jobs, { pool, clock, logger }),
      parsedCronItems: toCronItems(jobs),
    });
    runner.promise.catch(() => logger.error('job queue ended'));
    const relay = new OutboxRelay(pool, logger);
    relay.start();
    let stopping: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await Promise.allSettled([relay.stop(), runner.stop()]);
      presence.end();
      await pool.end();
    };
    return { stop: () => (stopping ??= stop()) };
  } catch (error) {
    presence.end();
    await pool.end();
    throw error;
  }
}
