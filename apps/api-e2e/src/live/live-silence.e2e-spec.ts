import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveClient } from '@kinward/testing';
import pg from 'pg';
import { startLiveDesk, type LiveDesk } from './live-desk.js';

describe('a server whose listening connection breaks', () => {
  let live: LiveDesk;
  let admin: pg.Client;

  beforeAll(async () => {
    live = await startLiveDesk();
    const url = new URL(live.desk.database.addresses.adminUrl);
    url.pathname = '/postgres';
    admin = new pg.Client({ connectionString: url.toString() });
    await admin.connect();
  });

  afterAll(async () => {
    await admin.end();
    await live.close();
  });

  const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = $1 AND application_name = 'kinward-live'`;
  /** Keeps the server from listening while `work` runs; what is connected otherwise stays. */
  const inSilence = async (work: () => Promise<void>): Promise<void> => {
    const { name } = live.desk.database;
    await admin.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
    try {
      const { rowCount } = await admin.query(CUT, [name]);
      expect(rowCount).toBe(1);
      await admin.query(`GRANT CONNECT ON DATABASE ${name} TO kinward_worker`);
      await work();
    } finally {
      await admin.query(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC`);
    }
  };
  const told = async (): Promise<void> => {
    for (;;) {
      const left = await live.desk.database.asOperator('SELECT FROM outbox');
      if (left.length === 0) return;
    }
  };

  it('catches up with what was told meanwhile: nothing is missed, nothing comes twice', async () => {
    const client = await live.connect('coordinator');
    await client.follow({ topics: ['need'] });
    await live.publish('need', { mark: '0' });
    await client.until(() => client.events.length === 1);
    await inSilence(async () => {
      for (const mark of ['1', '2', '3']) await live.publish('need', { mark });
      await told();
      expect(client.events).toHaveLength(1);
    });
    await client.until(() => client.events.length === 4);
    await live.publish('need', { mark: '4' });
    await client.until(() => client.events.length >= 5);

    expect(client.events.map(({ ids }) => ids?.['mark'])).toEqual(['0', '1', '2', '3', '4']);
    await client.close();
  });

  it('ends the connections of sessions that ended meanwhile before it tells anything', async () => {
    const session = await live.desk.signIn('caseworker-two');
    const ended = await LiveClient.connect(live.url, session.token);
    const stays = await live.connect('coordinator');
    await ended.follow();
    await stays.follow();
    const person = await live.desk.personId('caseworker-two');
    const seen = ended.items.length;
    await inSilence(async () => {
      await live.desk.database.asOperator('DELETE FROM session WHERE person_id = $1', [person]);
      await live.publish('duty', { mark: 'silence' });
      await told();
    });
    await stays.until(() => stays.events.some(({ ids }) => ids?.['mark'] === 'silence'));
    await ended.until(() => ended.closeCode !== null);

    expect(ended.closeCode).toBe(4401);
    expect(ended.items).toHaveLength(seen);
    await stays.close();
  });
});
