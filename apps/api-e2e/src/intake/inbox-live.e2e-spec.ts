import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveClient } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from '../live/live-desk.js';
import { openInboxes } from './test-support/inboxes.js';
import { decide, sendRequest } from './test-support/screening-desk.js';

describe('who hears of the inbox in the live feed', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
    await openInboxes(live.desk, ['coordinator']);
  });

  afterAll(() => live.close());

  it('is every screener of the organisation, and nobody else', async () => {
    const screeners = ['coordinator', 'caseworker'];
    const clients = new Map<string, LiveClient>();
    for (const key of [...screeners, 'coordinator-two', 'caseworker-two', 'bridge-coordinator']) {
      const client = await live.connect(key);
      await client.follow({ topics: ['intake'] });
      clients.set(key, client);
    }

    const requestId = await sendRequest(live.desk);
    await decide(await live.desk.as('coordinator'), 'markCallOut', { requestId });
    for (const key of screeners) {
      const client = clients.get(key);
      await client?.until(() => client.events.length >= 2);
    }

    const heard = (key: string) => clients.get(key)?.events.map(({ topic }) => topic);
    for (const key of screeners) {
      expect([key, heard(key)]).toEqual([
        key,
        expect.arrayContaining(['intake.arrived', 'intake']),
      ]);
    }
    for (const key of ['coordinator-two', 'caseworker-two', 'bridge-coordinator']) {
      expect([key, heard(key)]).toEqual([key, []]);
    }
    const decided = clients.get('caseworker')?.events.find(({ topic }) => topic === 'intake');
    expect(decided?.ids).toMatchObject({ requestId });
  });
});
