import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EVENTS_CHANNEL, type RelayedNews } from '@kinward/platform';
import { clearLiveEvents } from './clear-live-events.job.js';
import { OutboxRelay } from './outbox-relay.js';
import { openWorkerBench, until, type WorkerBench } from './test-support/worker-bench.js';
import { createWorkerPool } from './worker-pool.js';

describe('the outbox relay', () => {
  let bench: WorkerBench;
  let listener: pg.Client;
  let heard: RelayedNews[];
  let notifications: number;

  beforeAll(async () => {
    bench = await openWorkerBench();
    listener = new pg.Client({ connectionString: bench.database.addresses.appUrl });
    await listener.connect();
    await listener.query(`LISTEN ${EVENTS_CHANNEL}`);
    listener.on('notification', ({ payload }) => {
      notifications += 1;
      heard.push(...(JSON.parse(payload ?? '[]') as RelayedNews[]));
    });
  });

  beforeEach(async () => {
    await bench.database.asOperator('TRUNCATE outbox');
    // What an earlier test told has arrived once this answer has.
    await listener.query('SELECT 1');
    heard = [];
    notifications = 0;
  });

  afterAll(async () => {
    await listener.end();
    await bench.close();
  });

  const publish = (count: number) =>
    bench.database.asOperator(
      `INSERT INTO outbox (organization_id, topic, payload)
       SELECT $1, 'case.changed', jsonb_build_object('caseId', gen_random_uuid(), 'mark', 'n' || n)
       FROM generate_series(1, $2::integer) AS n`,
      [bench.organizations.get('lantern'), count],
    );

  /** Places of Lantern's news after one, as a reader sees them at this moment. */
  const placesAfter = async (seq: number): Promise<number[]> => {
    const rows = await bench.database.asOperator<{ seq: string }>(
      'SELECT seq FROM live_event WHERE organization_id = $1 AND seq > $2 ORDER BY seq',
      [bench.organizations.get('lantern'), seq],
    );
    return rows.map((row) => Number(row.seq));
  };
  const left = async () => (await bench.database.asOperator('SELECT FROM outbox')).length;

  it('tells an event soon after its commit, with its ids, and deletes the row', async () => {
    const relay = new OutboxRelay(bench.pool, bench.logger);
    relay.start();
    try {
      await publish(1);
      const startedAt = performance.now();
      await until(() => heard.length === 1);

      // Half a second on a machine of its own; the bound only tells polling from not looking.
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(heard[0]).toMatchObject({
        topic: 'case.changed',
        organizationId: bench.organizations.get('lantern'),
        ids: { mark: 'n1' },
      });
      expect(await left()).toBe(0);
    } finally {
      await relay.stop();
    }
  });

  it('tells each of 500 events once when two relays work side by side', async () => {
    const others = createWorkerPool(bench.database.addresses.workerUrl, bench.logger);
    await publish(500);
    const relays = [
      new OutboxRelay(bench.pool, bench.logger),
      new OutboxRelay(others, bench.logger),
    ];

    for (const relay of relays) relay.start();
    await until(async () => heard.length >= 500 && (await left()) === 0);
    await Promise.all(relays.map((relay) => relay.stop()));
    await others.end();

    expect(new Set(heard.map((event) => event.ids?.['mark'])).size).toBe(500);
    expect(heard).toHaveLength(500);
    // Many events share a notification.
    expect(notifications).toBeLessThan(50);
    const places = heard.map(({ seq }) => seq);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('leaves the outbox to a relay that is at work', async () => {
    await publish(3);
    const relay = new OutboxRelay(bench.pool, bench.logger);
    const rival = new pg.Client({ connectionString: bench.database.addresses.workerUrl });
    await rival.connect();
    await rival.query('BEGIN; SELECT pg_advisory_xact_lock(4731005)');

    expect(await relay.relayBatch()).toBe(0);
    await rival.end();

    expect(await relay.relayBatch()).toBe(3);
  });

  it('gives places that readers see in order and without a gap, with four relays and eight writers', async () => {
    const pools = [1, 2, 3, 4].map(() =>
      createWorkerPool(bench.database.addresses.workerUrl, bench.logger),
    );
    const relays = pools.map((pool) => new OutboxRelay(pool, bench.logger));
    const before = await placesAfter(0);
    const start = before.at(-1) ?? 0;
    const seen: number[] = [];
    const reading = (async () => {
      while (seen.length < 400) seen.push(...(await placesAfter(seen.at(-1) ?? start)));
    })();
    for (const relay of relays) relay.start();
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => publish(50)));
    await reading;
    await Promise.all(relays.map((relay) => relay.stop()));
    await Promise.all(pools.map((pool) => pool.end()));

    expect(seen).toEqual(Array.from({ length: 400 }, (_, at) => start + 1 + at));
  });

  it('keeps news for a week, by organisation, and deletes older ones', async () => {
    await publish(2);
    await bench.database.asOperator(
      `INSERT INTO outbox (organization_id, topic, payload) VALUES ($1, 'need', '{}')`,
      [bench.organizations.get('bridge')],
    );
    await new OutboxRelay(bench.pool, bench.logger).relayBatch();
    const [kept] = await bench.database.asOperator<{ ours: string; theirs: string }>(
      `SELECT max(seq) FILTER (WHERE organization_id = $1) AS ours,
         max(seq) FILTER (WHERE organization_id = $2) AS theirs FROM live_event`,
      [bench.organizations.get('lantern'), bench.organizations.get('bridge')],
    );
    // A place says nothing of how much happens elsewhere.
    expect(kept?.theirs).toBe('1');
    const context = { pool: bench.pool, clock: bench.clock, ids: {} };
    expect(await clearLiveEvents.run(context)).toBe(0);
    bench.clock.advance({ days: 8 });
    expect(await clearLiveEvents.run(context)).toBeGreaterThanOrEqual(3);
    bench.clock.advance({ days: -8 });

    // The head stays: places are never used twice.
    await publish(1);
    await new OutboxRelay(bench.pool, bench.logger).relayBatch();
    expect(await placesAfter(0)).toEqual([Number(kept?.ours) + 1]);
  });

  it('keeps the rows when telling fails', async () => {
    await publish(2);
    const relay = new OutboxRelay(bench.pool, bench.logger);
    await bench.database.asOperator('REVOKE DELETE ON outbox FROM kinward_worker');
    try {
      await expect(relay.relayBatch()).rejects.toMatchObject({ code: '42501' });
    } finally {
      await bench.database.asOperator('GRANT DELETE ON outbox TO kinward_worker');
    }

    expect(await left()).toBe(2);
    expect(heard).toEqual([]);
    expect(await relay.relayBatch()).toBe(2);
  });

  it('tells without its ids an event that no notification can hold', async () => {
    await bench.database.asOperator(
      `INSERT INTO outbox (organization_id, topic, payload)
       SELECT $1, 'case.changed', jsonb_build_object('much', repeat('x', 9000))`,
      [bench.organizations.get('lantern')],
    );
    const relay = new OutboxRelay(bench.pool, bench.logger);

    expect(await relay.relayBatch()).toBe(1);
    await until(() => heard.length === 1);

    expect(heard[0]?.ids).toBeNull();
  });
});
