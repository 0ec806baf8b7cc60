// A worker that tells the news and folds the books until nothing is left, and may be killed at any moment.
import { readFileSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
registerHooks({
  resolve: (specifier, context, next) =>
    specifier in plan.doors
      ? { url: plan.doors[specifier], shortCircuit: true }
      : next(specifier, context),
});
enableCompileCache(plan.cache);
const library = (path) => import(new URL(`../../../../../libs/${path}`, import.meta.url).href);
const { default: pg } = await import('pg');
const { OutboxRelay } = await library('runtime/dist/jobs/outbox-relay.js');
const { foldLedger } = await library('runtime/dist/jobs/fold-ledger.job.js');
flushCompileCache();

const pool = new pg.Pool({ connectionString: plan.addresses.workerUrl, max: 2 });
pool.on('error', () => undefined);
const relay = new OutboxRelay(pool, { info() {}, warn() {}, error() {} });
const clock = { now: () => new Date() };
const ids = { next: () => randomUUID(), bytes: (length) => randomBytes(length) };
process.send('working');
while ((await relay.relayBatch()) > 0) await foldLedger.run({ pool, clock, ids });
await pool.end();
process.disconnect();
