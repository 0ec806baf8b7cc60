import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveClient } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

const FEED = 'subscription { liveFeed(input: {}) { __typename } }';
const nested = (depth: number) =>
  `subscription { liveFeed(input: {}) { ${'... on LiveEvent { ids { name '.repeat(depth)} ${'} }'.repeat(depth)} } }`;

describe('the limits of a live connection', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
  });

  afterAll(() => live.close());

  /** The code with which a connection ends. */
  const endOf = async (client: LiveClient): Promise<number | null> => {
    await client.until(() => client.closeCode !== null);
    return client.closeCode;
  };

  it('has eight connections of one person, and the ninth is closed with 4429', async () => {
    const open: LiveClient[] = [];
    for (let count = 0; count < 8; count += 1) open.push(await live.connect('auditor'));
    const ninth = await live.connect('auditor');
    expect(await endOf(ninth)).toBe(4429);
    expect(open.map(({ closeCode }) => closeCode)).toEqual(open.map(() => null));
    await open[0]?.close();
    const again = await live.connect('auditor');

    expect(again.closeCode).toBeNull();
    await Promise.all([again, ...open].map((client) => client.close()));
  });

  it('has eight subscriptions of one connection; what ended does not count', async () => {
    const client = await live.connect('coordinator');
    for (let count = 0; count < 12; count += 1) {
      const id = client.subscribe(FEED);
      await client.until(() => client.messages.some((message) => message.id === id));
      if (count < 5) client.send({ type: 'complete', id });
    }
    expect(client.closeCode).toBeNull();
    for (let count = 0; count < 2; count += 1) client.subscribe(FEED);

    expect(await endOf(client)).toBe(4429);
  });

  it('takes no message above 16 kB', async () => {
    const client = await live.connect('coordinator');
    client.subscribe(FEED.padEnd(20_000));

    expect(await endOf(client)).toBe(1009);
  });

  it('takes no flood of messages', async () => {
    const client = await live.connect('coordinator');
    for (let count = 0; count < 200; count += 1) client.send({ type: 'ping' });

    expect(await endOf(client)).toBe(4429);
  });

  it.each([
    ['what is no JSON', 'demo'],
    ['an unknown message', JSON.stringify({ type: 'demo' })],
    ['a number', '7'],
  ])('ends with 4400 at %s', async (_, text) => {
    const client = await live.connect('coordinator');
    client.socket.send(text);

    expect(await endOf(client)).toBe(4400);
  });

  it.each([
    ['a query', '{ me { id } }'],
    ['a mutation', 'mutation { logout { endedSessions } }'],
    ['a document that is none', 'subscription {'],
    ['an unknown field', 'subscription { demo }'],
    [
      'two fields',
      'subscription { a: liveFeed(input: {}) { __typename } b: liveFeed(input: {}) { __typename } }',
    ],
    ['a document 30 deep', nested(15)],
    [
      '20 aliases',
      `subscription { liveFeed(input: {}) { ... on LiveEvent { ${Array.from({ length: 20 }, (_, at) => `a${String(at)}: cursor`).join(' ')} } } }`,
    ],
    [
      '2,500 tokens',
      `subscription { liveFeed(input: {}) { __typename ${'__typename '.repeat(2_500)} } }`.slice(
        0,
        15_000,
      ),
    ],
  ])('answers %s with a constant sentence and stays', async (_, document) => {
    const client = await live.connect('coordinator');
    client.subscribe(document);
    await client.until(() => client.has('error'));

    expect(client.messages.at(-1)).toEqual({
      id: '1',
      type: 'error',
      payload: [{ message: 'This request cannot be read.', extensions: { code: 'BAD_REQUEST' } }],
    });
    await client.follow({ topics: ['duty'] });
    expect(client.items).toHaveLength(1);
    await client.close();
  });

  it('answers a ping, and says nothing more once a subscription is complete', async () => {
    const client = await live.connect('coordinator');
    await client.follow();
    client.send({ type: 'complete', id: '1' });
    client.send({ type: 'ping' });
    await client.until(() => client.has('pong'));
    await live.publish('need', { needId: crypto.randomUUID() });
    const witness = await live.connect('coordinator');
    await witness.follow();
    await live.publish('need', { needId: crypto.randomUUID() });
    await witness.until(() => witness.events.length > 0);

    expect(client.events).toEqual([]);
    await Promise.all([client.close(), witness.close()]);
  });

  it('cuts off a client that does not read; with its cursor it misses nothing, and the others wait for nobody', async () => {
    const [slow, quick] = [await live.connect('coordinator'), await live.connect('coordinator')];
    await slow.follow({ topics: ['need'] });
    await quick.follow({ topics: ['need'] });
    slow.socket.pause();
    const memory = process.memoryUsage().rss;
    const count = 3_000;
    await live.desk.database.asOperator(
      `INSERT INTO outbox (organization_id, topic, payload)
       SELECT o.id, 'need', jsonb_build_object('mark', n::text, 'much', repeat('x', 5000))
       FROM generate_series(1, $1::integer) AS n, organization AS o WHERE o.code = 'lantern'`,
      [count],
    );
    await quick.until(() => quick.events.length === count);
    slow.socket.resume();
    const code = await endOf(slow);
    const marks = slow.events.map(({ ids }) => Number(ids?.['mark']));
    expect(marks.length).toBeLessThan(count);
    const again = await live.connect('coordinator');
    await again.follow({ topics: ['need'], after: slow.lastCursor ?? '' });
    await again.until(() => marks.length + again.events.length >= count);
    marks.push(...again.events.map(({ ids }) => Number(ids?.['mark'])));

    // The word of farewell stands behind all that was not read, and may not get through.
    expect([4205, 1006]).toContain(code);
    expect(marks).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    // 3,000 events of 5 kB, twice over in this process's own clients.
    expect(process.memoryUsage().rss - memory).toBeLessThan(400e6);
    await Promise.all([quick.close(), again.close()]);
  });
});
