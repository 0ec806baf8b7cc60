import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, type StatementRunner } from '@kinward/platform';
import pg from 'pg';
import type { Job } from '../jobs/job.js';
import { statementsOf } from '../jobs/statements-of.js';

/** Does the worker's work of a night while the demonstration is told, under the worker's own role. */
@Injectable()
export class DemoWorker {
  private pool: pg.Pool | null = null;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @param workerUrl address of the role `kinward_worker` */
  open(workerUrl: string): void {
    this.pool = new pg.Pool({ connectionString: workerUrl, max: 2 });
    // The database may go away with the server; a connection that hears of it late is no failure.
    this.pool.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.pool?.end();
    this.pool = null;
  }

  /** Writes what only a job may write. */
  async write(work: (db: StatementRunner) => Promise<unknown>): Promise<void> {
    if (this.pool === null) throw new Error('the worker of the demonstration is not at work');
    await work(statementsOf(this.pool));
  }

  /** Runs a job once. @returns how many rows it touched */
  async run(job: Job): Promise<number> {
    if (this.pool === null) throw new Error('the worker of the demonstration is not at work');
    return job.run({ pool: this.pool, clock: this.clock, ids: {} });
  }
}
