import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { err, ok, refused } from '@kinward/kernel';
import { createDataSource, JobQueue, UnitOfWork } from '@kinward/platform';
import type { DataSource } from 'typeorm';
import type { Job } from './job.js';
import { startWorker } from './start-worker.js';
import { openWorkerBench, until, type WorkerBench } from './test-support/worker-bench.js';

const SCHEDULED = [
  'call-out-clocks',
  'clear-command-receipts',
  'clear-drafts',
  'clear-live-events',
  'clear-pings',
  'clear-rate-limits',
  'end-cards',
  'end-needs',
  'escalate-complaints',
  'expire-reservations',
  'expire-sessions',
  'fold-ledger',
  'follow-reservations',
  'forget-requests',
  'lose-contact',
  'make-recurring-needs',
  'refresh-scores',
  'send-pings',
  'suspend-needs',
  'take-totals',
  'task-leases',
  'unused-mailboxes',
  'verify-ledger',
  'volunteer-rechecks',
];

describe('the worker', () => {
  let bench: WorkerBench;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let queue: JobQueue;

  beforeAll(async () => {
    bench = await openWorkerBench();
    source = createDataSource({
      url: bench.database.addresses.appUrl,
      poolSize: 2,
      entities: [],
    });
    await source.initialize();
    unitOfWork = new UnitOfWork(source);
    queue = new JobQueue(unitOfWork);
  });

  afterAll(async () => {
    await source.destroy();
    await bench.close();
  });

  const scope = () => ({
    organizationId: bench.organizations.get('lantern') as never,
    personId: null,
  });
  const start = (...jobs: Job[]) =>
    startWorker({
      workerUrl: bench.database.addresses.workerUrl,
      logger: bench.logger,
      clock: bench.clock,
      jobs,
    });
  const enqueue = (task: string, mark: string) =>
    unitOfWork.run(scope(), async () => {
      await queue.enqueue(task, { mark });
      return ok();
    });

  it('runs a job whose unit of work committed and never one that was rolled back', async () => {
    const done: string[] = [];
    const worker = await start(recorder('note', done));
    try {
      await unitOfWork.run(scope(), async () => {
        await queue.enqueue('note', { mark: 'rolled-back' });
        return err(refused('FOR_THE_TEST'));
      });
      await enqueue('note', 'committed');
      await until(() => done.length > 0);

      expect(done).toEqual(['committed']);
      const jobs = await bench.database.asOperator(
        "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'note'",
      );
      expect(jobs).toEqual([]);
    } finally {
      await worker.stop();
    }
  });

  it('keeps what a failed job said out of log and queue, and tries it again', async () => {
    let attempts = 0;
    const failing: Job = {
      task: 'failing',
      schedule: null,
      run: () => {
        attempts += 1;
        throw new TypeError('Demo-Secret');
      },
    };
    const worker = await start(failing);
    try {
      await enqueue('failing', 'x');
      const lastError = async () =>
        (
          await bench.database.asOperator<{ last_error: string | null }>(
            `SELECT last_error FROM graphile_worker.jobs WHERE task_identifier = 'failing'`,
          )
        )[0]?.last_error;
      await until(async () => (await lastError()) != null);

      expect(attempts).toBe(1);
      expect(await lastError()).toBe('TypeError');
      expect(bench.logText()).toContain('job failed');
      expect(bench.logText()).not.toContain('Demo-Secret');
      await bench.database.asOperator(
        `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs`,
      );
      await until(() => attempts === 2);
    } finally {
      await worker.stop();
    }
    await bench.database.asOperator(
      'SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs',
    );
  });

  it('takes up at once what a worker that died had in hand', async () => {
    await enqueue('note', 'left-behind');
    await bench.database.asOperator(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-dead', locked_at = now(), attempts = 1`,
    );
    const done: string[] = [];

    const worker = await start(recorder('note', done));
    await until(() => done.length > 0);
    await worker.stop();

    expect(done).toEqual(['left-behind']);
  });

  it('leaves alone what another living worker has in hand', async () => {
    let finish = (): void => undefined;
    const slow: Job = {
      task: 'slow',
      schedule: null,
      run: () =>
        new Promise((resolve) => {
          finish = () => resolve(1);
        }),
    };
    const done: string[] = [];
    const first = await start(slow);
    await enqueue('slow', 'x');
    await until(async () => (await lockedJobs()) === 1);

    const second = await start(recorder('slow', done));
    await sleep(300);
    expect(done).toEqual([]);
    expect(await lockedJobs()).toBe(1);

    finish();
    await Promise.all([first.stop(), second.stop()]);
    expect(await lockedJobs()).toBe(0);
  });

  it('says nothing on the console and knows the times of all scheduled work', async () => {
    const warn = jest.spyOn(console, 'warn');
    const worker = await startWorker({
      workerUrl: bench.database.addresses.workerUrl,
      logger: bench.logger,
    });
    const tabs = () =>
      bench.database.asOperator<{ identifier: string }>(
        'SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY identifier',
      );
    try {
      await until(async () => (await tabs()).length === SCHEDULED.length);
    } finally {
      await worker.stop();
    }

    expect((await tabs()).map((tab) => tab.identifier)).toEqual(SCHEDULED);
    expect(warn).not.toHaveBeenCalled();
  });

  async function lockedJobs(): Promise<number> {
    const rows = await bench.database.asOperator(
      'SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL',
    );
    return rows.length;
  }
});

function recorder(task: string, done: string[]): Job {
  return {
    task,
    schedule: null,
    run: ({ ids }) => {
      done.push(ids['mark'] ?? '');
      return Promise.resolve(1);
    },
  };
}
