import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveClient, type TestClient } from '@kinward/testing';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

const ME = '{ me { id } }';

describe('a live connection and its session', () => {
  let live: LiveDesk;

  beforeAll(async () => {
    live = await startLiveDesk();
  });

  afterAll(() => live.close());

  /** Somebody signed in, with a connection that follows the feed. */
  const begin = async (key: string): Promise<{ session: TestClient; client: LiveClient }> => {
    const session = await live.desk.signIn(key);
    const client = await LiveClient.connect(live.url, session.token);
    await client.follow();
    return { session, client };
  };
  const isClosedWith = async (client: LiveClient, code: number): Promise<void> => {
    const startedAt = performance.now();
    await client.until(() => client.closeCode !== null);
    expect(client.closeCode).toBe(code);
    // A second is promised; the rest is for a machine with other work.
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  };

  it.each([
    ['without a token', null],
    ['with a token that is none', 'demo'],
    ['with a token of no session', `${'A'.repeat(22)}.${'A'.repeat(43)}`],
  ])('is closed with 4401 %s', async (_, token) => {
    const client = await LiveClient.connect(live.url, token);

    await isClosedWith(client, 4401);
    expect(client.messages).toEqual([]);
  });

  it.each(['?token=demo', '/', '/other'])('is not opened at /graphql%s', async (rest) => {
    const client = await LiveClient.open(live.url, `/graphql${rest}`);

    expect(client.socket.readyState).toBeGreaterThanOrEqual(2);
  });

  it('tells a stranger who subscribes before saying who it is nothing', async () => {
    const client = await LiveClient.open(live.url);
    await client.follow();

    await isClosedWith(client, 4401);
    expect(client.messages).toEqual([]);
  });

  it('ends with the sign-out, and the other sessions of the person stay', async () => {
    const { session, client } = await begin('coordinator');
    const other = await begin('coordinator');
    await session.send('mutation { logout { endedSessions } }');

    await isClosedWith(client, 4401);
    expect(other.client.closeCode).toBeNull();
    await other.client.close();
  });

  it('hears of nothing that was committed after its session had ended', async () => {
    const { client } = await begin('coordinator-two');
    const seen = client.items.length;
    await live.desk.database.asOperator('DELETE FROM session');
    await live.publish('need', { needId: crypto.randomUUID() });

    await isClosedWith(client, 4401);
    await sleep(400);
    expect(client.items).toHaveLength(seen);
  });

  it('ends everywhere with signOutEverywhere', async () => {
    const one = await begin('auditor');
    const two = await begin('auditor');
    await one.session.send('mutation { signOutEverywhere { endedSessions } }');

    await isClosedWith(one.client, 4401);
    await isClosedWith(two.client, 4401);
  });

  it('ends when its person is suspended; coming back is refused', async () => {
    const { session, client } = await begin('caseworker');
    const id = String((await session.send(ME)).data.me.id);
    const suspend = (standing: string) =>
      live.desk.database.asOperator('UPDATE person SET standing = $2 WHERE id = $1', [
        id,
        standing,
      ]);
    await suspend('SUSPENDED');
    await isClosedWith(client, 4205);
    const again = await LiveClient.connect(live.url, session.token);
    await suspend('ACTIVE');

    expect(again.closeCode).toBe(4401);
  });

  it('ends when its time is over, and not before; what its person does meanwhile counts', async () => {
    const { session, client } = await begin('finance-officer');
    live.desk.clock.advance({ minutes: 15 });
    await session.send(ME);
    live.desk.clock.advance({ minutes: 15 });
    await sleep(1_500);
    expect(client.closeCode).toBeNull();
    live.desk.clock.advance({ minutes: 22 });

    await isClosedWith(client, 4401);
  });
});
