// A worker that does nothing but look after mailboxes and complaints, over and over, and may be killed at any moment.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { escalateComplaints } = await import('../../../dist/jobs/escalate-complaints.job.js');
const { unusedMailboxes } = await import('../../../dist/jobs/unused-mailboxes.job.js');
const { default: pg } = await import('pg');
const [url, now] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
pool.on('error', () => undefined);
const context = { pool, clock: { now: () => new Date(now) }, ids: {} };

process.once('message', async () => {
  for (;;) await Promise.all([escalateComplaints.run(context), unusedMailboxes.run(context)]);
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
