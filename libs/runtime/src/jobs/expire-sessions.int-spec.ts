import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { expireSessions } from './expire-sessions.job.js';

describe('expire-sessions', () => {
  let desk: TestDesk;
  let pool: pg.Pool;

  beforeAll(async () => {
    desk = await startTestDesk();
    pool = new pg.Pool({ connectionString: desk.database.addresses.workerUrl });
  });

  afterAll(async () => {
    await pool.end();
    await desk.close();
  });

  const runJob = () => expireSessions.run({ pool, clock: desk.clock, ids: {} });
  const whoAmI = async (key: string) => (await (await desk.as(key)).send('{ me { id } }')).data?.me;

  it('leaves a session that still counts, deletes one that rested too long with its keys', async () => {
    const id = await desk.personId('caseworker');
    await desk.database.asOperator(
      `INSERT INTO session_key SELECT id_hash, gen_random_uuid(), organization_id, person_id, '\\x00' FROM session`,
    );

    desk.clock.advance({ minutes: 20 });
    expect(await runJob()).toBe(0);
    expect(await whoAmI('caseworker')).toEqual({ id });

    desk.clock.advance({ minutes: 22 });
    expect(await runJob()).toBe(1);
    expect(await whoAmI('caseworker')).toBeUndefined();
    expect(await desk.database.asOperator('SELECT FROM session_key')).toEqual([]);
  });

  it('deletes a session in use when its eight hours are over', async () => {
    await desk.signIn('auditor');
    await desk.database.asOperator(`UPDATE session SET last_seen_at = now() + interval '1 day'`);

    desk.clock.advance({ minutes: 8 * 60 - 1 });
    expect(await runJob()).toBe(0);
    desk.clock.advance({ minutes: 1 });
    expect(await runJob()).toBe(1);
  });
});
