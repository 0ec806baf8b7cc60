import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveTopics } from '@kinward/platform';
import type { LiveClient } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

const family = {
  region: 'IN_WEST',
  summary: 'Demo-Story',
  members: [{ name: 'Demo-Mother', relation: 'SPOUSE' }],
  prisoners: [],
};

describe('who hears of what in the live feed', () => {
  let live: LiveDesk;
  let caseId: string;

  const settledBy = async (clients: readonly LiveClient[], mark: string): Promise<void> => {
    await live.publish('duty', { mark });
    const isThere = (client: LiveClient) => client.events.some(({ ids }) => ids?.['mark'] === mark);
    await Promise.all(clients.map((client) => client.until(() => isThere(client))));
  };
  const topicsOf = (client: LiveClient) =>
    client.events.map(({ topic }) => topic).filter((topic) => topic !== 'duty');

  beforeAll(async () => {
    live = await startLiveDesk();
    const witness = await live.connect('caseworker');
    await witness.follow();
    const worker = await live.desk.as('caseworker');
    const selection = '{ ... on CaseOpened { caseId } }';
    caseId = (await worker.ask('mutation', 'openCase', family, selection)).caseId;
    // News come in order: after this one, nobody who comes later hears of the opening.
    await settledBy([witness], 'opened');
    await witness.close();
  });

  afterAll(() => live.close());

  it('a caseworker hears of the families he works on and of no other', async () => {
    const [mine, others] = [await live.connect('caseworker'), await live.connect('caseworker-two')];
    await mine.follow();
    await others.follow();
    await live.publish('case', { caseId });
    await live.publish('case', { caseId: crypto.randomUUID() });
    await settledBy([mine, others], 'one');

    expect(topicsOf(mine)).toEqual(['case']);
    expect(topicsOf(others)).toEqual([]);
    await mine.close();
    await others.close();
  });

  it('the same holds for what was missed', async () => {
    const [mine, others] = [await live.connect('caseworker'), await live.connect('caseworker-two')];
    await mine.follow();
    const after = mine.lastCursor ?? '';
    await live.publish('case', { caseId });
    await settledBy([mine], 'two');
    await mine.close();
    await others.follow({ after });
    const again = await live.connect('caseworker');
    await again.follow({ after });
    await settledBy([again, others], 'three');

    expect(topicsOf(again)).toEqual(['case']);
    expect(topicsOf(others)).toEqual([]);
    await again.close();
    await others.close();
  });

  it('another organisation hears of nothing', async () => {
    const stranger = await live.connect('bridge-coordinator');
    await stranger.follow();
    const witness = await live.connect('coordinator');
    await witness.follow();
    await live.publish('case', { caseId });
    await settledBy([witness], 'four');
    await live.publish('duty', { mark: 'five' }, 'bridge');
    await stranger.until(() => stranger.events.length > 0);

    expect(stranger.events.map(({ ids }) => ids)).toEqual([{ mark: 'five' }]);
    await stranger.close();
    await witness.close();
  });

  it('is seen red when the rule of a topic lets everybody hear', async () => {
    const topics = live.desk.app.get(LiveTopics, { strict: false });
    const { audienceOf } = topics;
    // Names everybody who is asked about.
    topics.audienceOf = () => (news, people) =>
      Promise.resolve(news.flatMap((_, index) => people.map((personId) => ({ index, personId }))));
    const others = await live.connect('caseworker-two');
    try {
      await others.follow();
      await live.publish('case', { caseId });
      await settledBy([others], 'six');
    } finally {
      topics.audienceOf = audienceOf;
    }

    expect(topicsOf(others)).toEqual(['case']);
    await others.close();
  });
});
