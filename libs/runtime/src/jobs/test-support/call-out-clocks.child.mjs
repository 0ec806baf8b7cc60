// A worker that does nothing but keep the time of call-outs, over and over, and may be killed at any moment.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { callOutClocks } = await import('../../../dist/jobs/call-out-clocks.job.js');
const { default: pg } = await import('pg');
const [url, now] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
pool.on('error', () => undefined);
const clock = { now: () => new Date(now) };

process.once('message', async () => {
  for (;;) await callOutClocks.run({ pool, clock, ids: {} });
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
