import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveTopics } from '@kinward/platform';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

describe('a live feed that fails', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
  });

  afterAll(() => live.close());

  /** Lets the question who may hear fail while `work` runs. */
  const whileNobodyKnows = async (work: () => Promise<void>): Promise<void> => {
    const topics = live.desk.app.get(LiveTopics, { strict: false });
    const { audienceOf } = topics;
    topics.audienceOf = () => () => Promise.reject(new Error('Demo-Secret'));
    try {
      await work();
    } finally {
      topics.audienceOf = audienceOf;
    }
  };

  it('tells nobody what nobody decided on, and everything in order once it can', async () => {
    const client = await live.connect('volunteer');
    await client.follow();
    const personId = await live.desk.personId('volunteer');
    await whileNobodyKnows(async () => {
      await live.publish('ping', { personId, mark: '1' });
      const witness = await live.connect('coordinator');
      await witness.follow({ topics: ['duty'] });
      await witness.close();
      expect(client.events).toEqual([]);
    });
    await live.publish('ping', { personId, mark: '2' });
    await client.until(() => client.events.length === 2);

    expect(client.events.map(({ ids }) => ids?.['mark'])).toEqual(['1', '2']);
    await client.close();
  });

  it('sends a client that catches up away with its cursor, and says nothing of what went wrong', async () => {
    const first = await live.connect('volunteer');
    await first.follow();
    const after = first.lastCursor ?? '';
    await first.close();
    await live.publish('ping', { personId: await live.desk.personId('volunteer') });
    const settled = await live.connect('volunteer');
    await settled.follow({ after });
    await settled.until(() => settled.events.length > 0);
    const client = await live.connect('volunteer');
    await whileNobodyKnows(async () => {
      await client.follow({ after });
      await client.until(() => client.closeCode !== null);
    });

    expect(client.closeCode).toBe(4205);
    expect(JSON.stringify(client.messages)).not.toContain('Secret');
    const log = readFileSync(live.desk.logFile, 'utf8');
    expect(log).toContain('live feed failed');
    expect(log).not.toContain('Secret');
  });
});
