import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import {
  accepted,
  ask,
  details,
  makeVolunteer,
  must,
  opened,
  SECRET,
  stored,
} from './task-scene.js';

const VOLUNTEERS = ['volunteer', 'auditor', 'foundation-manager'];

describe('the details of a task', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    for (const key of VOLUNTEERS) await makeVolunteer(desk, key, { open_task_limit: 20 });
  });

  const grantsOf = (taskId: string, key: string) =>
    desk.personId(key).then((personId) =>
      desk.database.asOperator<{ state: string | null }>(
        `SELECT l.state FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
         LEFT JOIN key_lock l ON l.id = g.lock_id WHERE c.subject_id = $1 AND g.holder_id = $2`,
        [taskId, personId],
      ),
    );

  it('are sealed to everybody who fits before anybody asks, each behind a lock of their own', async () => {
    const taskId = await opened(desk);
    const locks = await desk.database.asOperator<{ lock_id: string }>(
      'SELECT DISTINCT lock_id FROM task_candidate WHERE task_id = $1',
      [taskId],
    );

    expect(locks).toHaveLength(VOLUNTEERS.length);
    for (const key of VOLUNTEERS)
      expect(await grantsOf(taskId, key)).toEqual([{ state: 'LOCKED' }]);
  });

  it('open for nobody before acceptance, not even for whoever has claimed it', async () => {
    const taskId = await opened(desk);
    await must(await desk.as('volunteer'), 'claimTask', { taskId });

    for (const key of VOLUNTEERS) expect((await details(desk, key, taskId)).code).toBe('NOT_FOUND');
  });

  it('open for the one who accepted, and for none of those who did not get it', async () => {
    const taskId = await accepted(desk, 'volunteer');

    expect(await details(desk, 'volunteer', taskId)).toMatchObject(SECRET);
    expect((await details(desk, 'auditor', taskId)).code).toBe('NOT_FOUND');
    expect(await grantsOf(taskId, 'auditor')).toEqual([{ state: 'LOCKED' }]);
  });

  it('are shown for fifteen minutes, and each time stands in the disclosure log', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const shown = await details(desk, 'volunteer', taskId);
    const lines = await desk.database.asOperator(
      'SELECT purpose, person_id, purged_at FROM disclosure WHERE task_id = $1',
      [taskId],
    );

    expect(new Date(shown.expiresAt).getTime() - desk.clock.now().getTime()).toBeLessThanOrEqual(
      15 * 60_000,
    );
    expect(lines).toEqual([
      { purpose: 'TASK', person_id: await desk.personId('volunteer'), purged_at: null },
    ]);
  });

  it('are gone after the report: no paper, no grant, no key, and the log says when', async () => {
    const taskId = await accepted(desk, 'volunteer');
    await details(desk, 'volunteer', taskId);
    const locks = await desk.database.asOperator<{ lock_id: string }>(
      'SELECT lock_id FROM task_candidate WHERE task_id = $1',
      [taskId],
    );

    await must(await desk.as('volunteer'), 'reportTask', { taskId, outcome: 'DONE' });

    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    expect((await details(desk, 'coordinator', taskId)).code).toBe('NOT_FOUND');
    for (const key of VOLUNTEERS) expect(await grantsOf(taskId, key)).toEqual([]);
    const [line] = await desk.database.asOperator<{ purged_at: Date | null }>(
      'SELECT purged_at FROM disclosure WHERE task_id = $1',
      [taskId],
    );
    expect(line?.purged_at).not.toBeNull();
    expect(await papers(taskId)).toBe(0);
    expect(await keysLeft(locks.map((row) => row.lock_id))).toBe(0);
  });

  const papers = async (taskId: string): Promise<number> => {
    const rows = await desk.database.asOperator('SELECT FROM task_paper WHERE task_id = $1', [
      taskId,
    ]);
    return rows.length;
  };
  const keysLeft = async (ids: readonly string[]): Promise<number> => {
    const { Client } = await import('pg').then((module) => module.default);
    const keyring = new Client({ connectionString: desk.database.addresses.keyringUrl });
    await keyring.connect();
    try {
      const { rowCount } = await keyring.query('SELECT FROM keyring_key WHERE id = ANY($1)', [ids]);
      return rowCount ?? 0;
    } finally {
      await keyring.end();
    }
  };

  it.each(['DONE', 'FAILED'])(
    'and after %s is looked at, nothing sealed is left',
    async (outcome) => {
      const taskId = await accepted(desk, 'volunteer');
      const report = { taskId, outcome, note: 'Demo-Note of a report' };
      await must(await desk.as('volunteer'), 'reportTask', report);
      expect(await papers(taskId)).toBe(1);

      await must(await desk.as('coordinator'), 'verifyTask', { taskId, isDone: true });

      expect(await papers(taskId)).toBe(0);
      expect(await keysLeft([taskId])).toBe(0);
      const grants = await desk.database.asOperator(
        `SELECT FROM access_grant g JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = $1`,
        [taskId],
      );
      expect(grants).toEqual([]);
      expect((await stored(desk, taskId)).state).toBe(outcome === 'DONE' ? 'VERIFIED' : 'FAILED');
    },
  );

  it('close for somebody who hands it back, and open for the next', async () => {
    const taskId = await accepted(desk, 'volunteer');
    await details(desk, 'volunteer', taskId);

    const back = { taskId, reasonCode: 'NO_TIME' };
    expect((await ask(await desk.as('volunteer'), 'handBackTask', back)).state).toBe('OPEN');

    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    expect(await grantsOf(taskId, 'volunteer')).toEqual([]);
    expect((await ask(await desk.as('volunteer'), 'claimTask', { taskId })).code).toBe('NOT_FOUND');
    await must(await desk.as('auditor'), 'claimTask', { taskId });
    await must(await desk.as('auditor'), 'acceptTask', { taskId });
    expect(await details(desk, 'auditor', taskId)).toMatchObject(SECRET);
  });

  it('close the moment the holder may no longer work, and when the lease is over', async () => {
    const suspended = await accepted(desk, 'volunteer');
    await makeVolunteer(desk, 'volunteer', { state: 'RECHECK_DUE' });
    expect((await details(desk, 'volunteer', suspended)).code).toBe('NOT_FOUND');
    await makeVolunteer(desk, 'volunteer');
    expect(await details(desk, 'volunteer', suspended)).toMatchObject(SECRET);

    await desk.database.asOperator('UPDATE task SET lease_until = $2 WHERE id = $1', [
      suspended,
      desk.clock.now(),
    ]);

    expect((await details(desk, 'volunteer', suspended)).code).toBe('NOT_FOUND');
  });

  it('do not open with a lock that somebody set to RELEASED in a stolen database', async () => {
    const taskId = await opened(desk);
    await must(await desk.as('volunteer'), 'claimTask', { taskId });
    await desk.database.asOperator(
      `UPDATE key_lock l SET state = 'RELEASED' FROM task_candidate c WHERE c.lock_id = l.id AND c.task_id = $1`,
      [taskId],
    );

    // The lock says open; the state of the task does not, and the loser is not its holder.
    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    expect((await details(desk, 'auditor', taskId)).code).toBe('NOT_FOUND');
  });

  it('stand in no dump of the database, in no log and on no board', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const volunteer = await desk.as('volunteer');
    await details(desk, 'volunteer', taskId);
    await volunteer.ask(
      'mutation',
      'askDesk',
      { taskId, text: 'Demo-Secret-Question: which locker?' },
      '{ __typename }',
    );
    const board = await volunteer.send(
      '{ taskBoard(input: {}) { edges { node { id kind } } } myTasks(input: {}) { edges { node { id kind } } } }',
    );
    const dump = await dumpDatabase(desk.database.addresses.adminUrl);

    expect(dump).not.toContain('Demo-Secret');
    expect(Buffer.from(dump, 'latin1').includes('Demo-Secret')).toBe(false);
    expect(readFileSync(desk.logFile, 'utf8')).not.toContain('Demo-Secret');
    expect(board.text).not.toContain('Demo-Secret');
  });

  it('are read by the desk, for clearing, and by no caseworker whom it does not concern', async () => {
    const taskId = await opened(desk);

    expect(await details(desk, 'security-officer', taskId)).toMatchObject(SECRET);
    expect((await details(desk, 'caseworker', taskId)).code).toBe('NOT_FOUND');
    expect((await details(desk, 'bridge-coordinator', taskId)).code).toBe('NOT_FOUND');
  });
});
