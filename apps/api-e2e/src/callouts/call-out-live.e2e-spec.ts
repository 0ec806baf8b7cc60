import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveClient } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from '../live/live-desk.js';
import { must, onDuty, raised } from './call-out-scene.js';

describe('who hears of an alarm in the live feed', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
    await onDuty(live.desk, 'caseworker-two');
  });

  afterAll(() => live.close());

  const topicsOf = (client: LiveClient) =>
    client.events
      .map(({ topic }) => topic)
      .filter((topic) => topic?.startsWith('callout') === true);

  it('is the desk, whoever raised it, and whoever is on duty; by its id alone', async () => {
    const hearing = ['coordinator', 'security-officer', 'caseworker', 'caseworker-two'];
    const clients = new Map<string, LiveClient>();
    for (const key of [...hearing, 'caseworker-three', 'finance-officer', 'bridge-coordinator']) {
      const client = await live.connect(key);
      await client.follow({ topics: ['callout'] });
      clients.set(key, client);
    }
    const callOutId = await raised(live.desk);
    await must(live.desk, 'coordinator', 'acknowledgeCallOut', { callOutId });
    for (const key of hearing) {
      const client = clients.get(key);
      await client?.until(() => client.events.length === 2);
    }

    for (const [key, client] of clients) {
      const heard = hearing.includes(key) ? ['callout.raise', 'callout.acknowledge'] : [];
      expect([key, topicsOf(client)]).toEqual([key, heard]);
    }
    expect(clients.get('coordinator')?.events[0]?.ids).toEqual({ callOutId });
  });
});
