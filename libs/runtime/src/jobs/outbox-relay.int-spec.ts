import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EVENTS_CHANNEL, type RelayedNews } from '@kinward/platform';
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

    expect(new Set(heard.map((event) => event.ids['mark'])).size).toBe(500);
    expect(heard).toHaveLength(500);
    // Many events share a notification.
    expect(notifications).toBeLessThan(50);
  });

  it('passes over rows that another relay has in hand', async () => {
    await publish(3);
    const rival = new pg.Client({ connectionString: bench.database.addresses.workerUrl });
    await rival.connect();
    await rival.query('BEGIN; SELECT FROM outbox ORDER BY id LIMIT 1 FOR UPDATE');
    const relay = new OutboxRelay(bench.pool, bench.logger);

    expect(await relay.relayBatch()).toBe(2);
    await rival.end();

    expect(await relay.relayBatch()).toBe(1);
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

    expect(heard[0]?.ids).toEqual({});
  });
});
