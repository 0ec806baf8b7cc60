// A worker that does nothing but keep tasks moving, over and over, and may be killed at any moment.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { taskLeases } = await import('../../../dist/jobs/task-leases.job.js');
const { default: pg } = await import('pg');
const [url, now] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
pool.on('error', () => undefined);
const clock = { now: () => new Date(now) };

process.once('message', async () => {
  for (;;) await taskLeases.run({ pool, clock, ids: {} });
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
