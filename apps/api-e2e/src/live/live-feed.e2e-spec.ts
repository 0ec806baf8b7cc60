import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@kinward/kernel';
import type { LiveClient } from '@kinward/testing';
import { startTestDesk } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

describe('the live feed', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
  });

  afterAll(() => live.close());

  /** Publishes news of `count` things, one after the other, and returns their ids. */
  const tell = async (count: number, topic = 'need', name = 'needId'): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => crypto.randomUUID());
    for (const id of ids) await live.publish(topic, { action: 'DEMO', [name]: id });
    return ids;
  };
  const idsSeenBy = (client: LiveClient, name = 'needId') =>
    client.events.map(({ ids }) => ids?.[name]);

  it('begins with where it stands and tells what happens, in order, by ids and codes', async () => {
    const client = await live.connect('coordinator');
    await client.follow({ topics: ['need'] });
    const ids = await tell(5);
    await client.until(() => client.events.length === 5);

    expect(client.items[0]?.kind).toBe('LiveCaughtUp');
    expect(idsSeenBy(client)).toEqual(ids);
    expect(client.events[0]).toMatchObject({ topic: 'need', ids: { action: 'DEMO' } });
    await client.close();
  });

  it('tells whoever comes back what happened meanwhile, once each, then what comes', async () => {
    const before = await live.connect('coordinator');
    await before.follow({ topics: ['need'] });
    await before.close();
    const missed = await tell(7);
    // Another organisation's and another topic's news are no part of it.
    await live.publish('need', { needId: crypto.randomUUID() }, 'bridge');
    await live.publish('case', { caseId: crypto.randomUUID() });
    const after = await live.connect('coordinator');
    await after.follow({ topics: ['need'], after: before.lastCursor ?? '' });
    const later = await tell(2);
    await after.until(() => after.events.length >= 9);

    expect(idsSeenBy(after)).toEqual([...missed, ...later]);
    expect(new Set(after.items.map(({ cursor }) => cursor)).size).toBeGreaterThanOrEqual(9);
    await after.close();
  });

  it('goes on from the cursor of any event, not only of the last', async () => {
    const first = await live.connect('coordinator');
    await first.follow({ topics: ['need'] });
    const ids = await tell(4);
    await first.until(() => first.events.length === 4);
    const second = await live.connect('coordinator');
    await second.follow({ topics: ['need'], after: first.events[1]?.cursor ?? '' });
    await second.until(() => second.events.length === 2);

    expect(idsSeenBy(second)).toEqual(ids.slice(2));
    await first.close();
    await second.close();
  });

  it('says that a cursor is older than what is kept, or from another database, and goes on', async () => {
    const client = await live.connect('coordinator');
    await client.follow({ topics: ['need'] });
    await tell(3);
    await client.until(() => client.events.length === 3);
    await live.desk.database.asOperator(
      `DELETE FROM live_event WHERE organization_id = (SELECT id FROM organization WHERE code = 'lantern')`,
    );
    const [late, foreign] = [await live.connect('coordinator'), await live.connect('coordinator')];
    await late.follow({ topics: ['need'], after: client.events[0]?.cursor ?? '' });
    await foreign.follow({ topics: ['need'], after: encodeCursor([9_000_000]) });
    const [id] = await tell(1);
    await Promise.all([late, foreign].map((one) => one.until(() => one.events.length === 1)));

    for (const one of [late, foreign]) {
      expect(one.items.map(({ kind }) => kind)).toEqual(['LiveReadAnew', 'LiveEvent']);
      expect(idsSeenBy(one)).toEqual([id]);
      await one.close();
    }
    await client.close();
  });

  it.each([
    ['an unknown topic', { topics: ['demo'] }, 'input.topics', 'UNKNOWN_TOPIC'],
    ['a topic of other roles', { topics: ['ledger'] }, 'input.topics', 'UNKNOWN_TOPIC'],
    ['no topic', { topics: [] }, 'input.topics', 'UNKNOWN_TOPIC'],
    ['a cursor that is none', { after: 'demo' }, 'input.after', 'UNKNOWN_CURSOR'],
    ['a cursor with a minus', { after: encodeCursor([-1]) }, 'input.after', 'UNKNOWN_CURSOR'],
    ['a cursor too long', { after: 'x'.repeat(61) }, 'after', 'MAX_LENGTH'],
  ])('refuses %s by its field', async (_, input, field, reason) => {
    const client = await live.connect('caseworker');
    await client.follow(input);

    expect(client.messages.find(({ type }) => type === 'next')?.payload).toEqual({
      errors: [
        {
          message: 'One of the values cannot be used.',
          extensions: { code: 'BAD_USER_INPUT', field, reason },
        },
      ],
    });
    await client.close();
  });

  it('tells each role the topics of its screens, and a person their own pings only', async () => {
    const officer = await live.connect('finance-officer');
    const volunteer = await live.connect('volunteer');
    await officer.follow();
    await volunteer.follow();
    await tell(1, 'ledger', 'transferId');
    await tell(1, 'unheard', 'id');
    await live.publish('ping', { personId: await live.desk.personId('coordinator') });
    await live.publish('ping', { personId: await live.desk.personId('volunteer') });
    await live.publish('ping', { personId: await live.desk.personId('finance-officer') });
    await Promise.all([
      officer.until(() => officer.events.length === 2),
      volunteer.until(() => volunteer.events.length === 1),
    ]);

    expect(officer.events.map(({ topic }) => topic)).toEqual(['ledger', 'ping']);
    expect(volunteer.events.map(({ ids }) => ids)).toEqual([
      { personId: await live.desk.personId('volunteer') },
    ]);
    await officer.close();
    await volunteer.close();
  });

  it('comes from the real acts of the desk', async () => {
    const client = await live.connect('coordinator');
    await client.follow({ topics: ['case'] });
    const worker = await live.desk.as('caseworker');
    const family = {
      region: 'IN_WEST',
      summary: 'Demo-Story',
      members: [{ name: 'Demo-Mother', relation: 'SPOUSE' }],
      prisoners: [],
    };
    const opened = await worker.ask(
      'mutation',
      'openCase',
      family,
      '{ ... on CaseOpened { caseId } }',
    );
    await client.until(() => client.events.length > 0);

    expect(client.events[0]?.ids?.['caseId']).toBe(opened.caseId);
    await client.close();
  });

  it('does not run over HTTP', async () => {
    const desk = await startTestDesk({ database: live.desk.database });
    const client = await desk.signIn('coordinator');
    const answer = await client.send('subscription { liveFeed(input: {}) { __typename } }');
    await desk.close();

    expect(answer.text).toContain('BAD_REQUEST');
    expect(answer.text).not.toContain('"liveFeed"');
  });
});
