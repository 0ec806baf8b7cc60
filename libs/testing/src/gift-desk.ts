import {
  catchUp,
  coverReceivables,
  drainInbox,
  openGiftWork,
  registerFundingRoutes,
  sendCalls,
  type GiftWork,
} from '@kinward/funding';
import { SystemIdGenerator, type StripeSettings } from '@kinward/platform';
import { startStripeSandbox, type StripeSandbox } from '@kinward/stripe-sandbox';
import pg from 'pg';
import { MovableClock } from './movable-clock.js';
import { startTestDesk, type TestDesk } from './test-desk.js';

/** A desk that takes gifts by card from a stand-in of the payment provider, with the worker's work at hand. */
export interface GiftDesk {
  readonly desk: TestDesk;
  readonly sandbox: StripeSandbox;
  readonly settings: StripeSettings;
  /** Where the server's webhook is. */
  readonly webhookUrl: string;
  /** The worker's work, on its own connections, under its own role. */
  readonly work: GiftWork;
  /** Another worker on the same database; `timeoutMs` is its patience with the provider. */
  openWork(timeoutMs?: number): Promise<GiftWork>;
  /** Lets every event arrive and the worker do all there is to do. */
  settle(): Promise<void>;
  /** As {@link settle}, for events that were never delivered. */
  catchUp(): Promise<number>;
  close(): Promise<void>;
}

const SECRET = 'whsec_demo_for_tests';
const MOST_ROUNDS = 20;
const CONNECTIONS = 6;

/** Starts it; the account at the provider is Lantern's. */
export async function startGiftDesk(): Promise<GiftDesk> {
  const clock = new MovableClock();
  const sandbox = await startStripeSandbox({
    webhook: null,
    clock: () => clock.now(),
    webhookBackOffMs: [20, 50, 100],
  });
  const settings: StripeSettings = {
    key: 'sk_test_demo',
    webhookSecret: SECRET,
    organization: 'lantern',
    statementName: 'DEMO NOTES',
    local: { host: '127.0.0.1', port: sandbox.port },
  };
  const desk = await startTestDesk({
    clock,
    config: { stripe: settings, publicUrl: 'http://127.0.0.1:3000' },
    prepare: registerFundingRoutes,
  });
  await desk.app.listen(0, '127.0.0.1');
  const webhookUrl = `${await desk.app.getUrl()}/webhooks/stripe`;
  sandbox.setWebhook(webhookUrl, SECRET);
  const pool = new pg.Pool({
    connectionString: desk.database.addresses.workerUrl,
    max: CONNECTIONS,
  });
  // The database is dropped with force: a connection that hears of it before it has closed is no failure.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // What was postponed is due later. Only the worker's clock moves on, or sessions of the desk would end.
  const later = { minutes: 0 };
  const workClock = { now: () => new Date(clock.now().getTime() + later.minutes * 60_000) };
  const openWork = async (timeoutMs?: number): Promise<GiftWork> => {
    const work = await openGiftWork({
      settings,
      clock: workClock,
      ids: new SystemIdGenerator(),
      inTransaction: transactionsOf(pool),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    if (work === null) throw new Error('Lantern is not registered');
    return work;
  };
  const work = await openWork();
  const settle = async (): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await sandbox.control.settled(30_000);
      const { done, ignored, postponed } = await drainInbox(work);
      const sent = await sendCalls(work);
      const covered = await coverReceivables(work);
      if (done + ignored + postponed + sent + covered === 0) return;
      if (postponed > 0) later.minutes += 10;
    }
    throw new Error('gifts do not come to rest');
  };
  return {
    desk,
    sandbox,
    settings,
    webhookUrl,
    work,
    openWork,
    settle,
    catchUp: () => catchUp(work),
    close: async () => {
      await sandbox.stop();
      await pool.end();
      await desk.close();
    },
  };
}

function transactionsOf(pool: pg.Pool): GiftWork['inTransaction'] {
  return async (work) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const value = await work({
        query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await client.query(sql, [...parameters])).rows as Row[],
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
}
