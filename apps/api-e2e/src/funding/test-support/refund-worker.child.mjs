// A worker that sends refunds until none is left, and may be killed at any moment. It loads the worker's own code and
// nothing of the server's, so that it is at work within a moment; what it is told comes by message.
import { randomBytes, randomUUID } from 'node:crypto';
import { enableCompileCache, registerHooks } from 'node:module';

const library = (path) => new URL(`../../../../../libs/${path}`, import.meta.url).href;
/** Doors that open on a whole framework, and the one room behind them that is needed here. */
const ROOMS = {
  '@kinward/ledger': library('ledger/dist/application/ledger.js'),
  '@kinward/platform': library('platform/dist/database/database-failure.js'),
  typeorm: 'data:text/javascript,export class QueryFailedError extends Error {}',
};
registerHooks({
  resolve: (specifier, context, next) =>
    specifier in ROOMS ? { url: ROOMS[specifier], shortCircuit: true } : next(specifier, context),
});
enableCompileCache();
const { default: pg } = await import('pg');
const processing = 'funding/dist/application/processing';
const { openGiftWork } = await import(library(`${processing}/gift-work.js`));
const { sendCalls } = await import(library(`${processing}/send-calls.js`));

process.once('message', ({ workerUrl, settings }) => {
  void send(workerUrl, settings);
});
process.send('ready');

async function send(workerUrl, settings) {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 });
  pool.on('error', () => undefined);
  const inTransaction = async (run) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const value = await run({
        query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
      });
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
  const work = await openGiftWork({
    settings,
    inTransaction,
    clock: { now: () => new Date() },
    ids: { next: () => randomUUID(), bytes: (length) => randomBytes(length) },
  });
  process.send('working');
  await sendCalls(work);
  await pool.end();
  process.disconnect();
}
