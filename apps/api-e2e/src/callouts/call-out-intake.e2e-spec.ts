import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@kinward/platform';
import { callOutClocks, startWorker, type RunningWorker } from '@kinward/runtime';
import type { TestDesk } from '@kinward/testing';
import pg from 'pg';
import { staff } from '../cases/case-helpers.js';
import { makeVolunteer } from '../dispatch/task-scene.js';
import {
  decide,
  sendRequest,
  startScreeningDesk,
  storedRequest,
} from '../intake/test-support/screening-desk.js';
import { ask, detail, emergencyFund, must } from './call-out-scene.js';

describe('a request that cannot wait', () => {
  let desk: TestDesk;
  let worker: RunningWorker;
  let pool: pg.Pool;
  const folder = mkdtempSync(join(tmpdir(), 'kinward-call-out-'));

  beforeAll(async () => {
    desk = await startScreeningDesk();
    await makeVolunteer(desk, 'volunteer');
    await emergencyFund(desk);
    const { workerUrl } = desk.database.addresses;
    worker = await startWorker({
      ...{ workerUrl, jobs: [] },
      logger: createLogger(join(folder, 'worker.log')),
    });
    pool = new pg.Pool({ connectionString: workerUrl, max: 2 });
  });

  afterAll(async () => {
    await pool.end();
    await worker.stop();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The alarm that the worker makes of a request; two passes of the job, as in two minutes. */
  const alarmOf = async (requestId: string): Promise<string> => {
    const relayed = () =>
      desk.database.asOperator(
        `SELECT FROM live_event WHERE ids->>'requestId' = $1 AND topic = $2`,
        [...[requestId, 'intake.call-out']],
      );
    while ((await relayed()).length === 0) await sleep(20);
    for (let pass = 0; pass < 2; pass += 1) {
      await callOutClocks.run({ pool, clock: desk.clock, ids: {} });
    }
    const rows = await desk.database.asOperator<{ id: string }>(
      'SELECT id FROM call_out WHERE request_id = $1',
      [requestId],
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.id ?? '';
  };

  it('is an alarm a minute later, judged at once, and dispatched once somebody has taken it on', async () => {
    const requestId = await sendRequest(desk);
    const screener = await desk.as('caseworker');
    await decide(screener, 'markCallOut', { requestId });
    const callOutId = await alarmOf(requestId);

    expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({
      ...{ state: 'ALERT', triggerCode: null, raisedBy: null, requestId, words: null },
    });
    await must(desk, 'coordinator', 'acknowledgeCallOut', { callOutId });
    const word = { callOutId, verdict: 'PROCEED' };
    const blind = await ask(await desk.as('coordinator'), 'triageCallOut', word);
    expect(blind).toMatchObject({ reason: 'TRIGGER_REQUIRED' });
    await must(desk, 'coordinator', 'triageCallOut', { ...word, triggerCode: 'RAID' });
    await must(desk, 'security-officer', 'triageCallOut', word);
    const coordinator = await desk.as('coordinator');
    const dispatch = (more: object = {}) =>
      ask(coordinator, 'dispatchCallOut', { callOutId, commandKey: randomUUID(), ...more });
    expect(await dispatch()).toMatchObject({ reason: 'NOT_SCREENED_YET' });

    const accepted = await decide(screener, 'acceptRequest', {
      ...{ requestId, provocationCheckDone: true },
    });
    const { caseId } = accepted;
    await staff(desk, caseId);
    expect(await dispatch()).toMatchObject({ reason: 'CASE_NOT_ACTIVE' });
    expect(await dispatch({ activateCase: true })).toMatchObject({
      ...{ state: 'DISPATCHED', needCount: 2, taskCount: 1 },
    });
    const [file] = await desk.database.asOperator('SELECT state FROM case_file WHERE id = $1', [
      caseId,
    ]);
    expect(file).toEqual({ state: 'ACTIVE' });
  });

  it('may be found to be bait before anybody has taken it on', async () => {
    const requestId = await sendRequest(desk);
    await decide(await desk.as('caseworker'), 'markCallOut', { requestId });
    const callOutId = await alarmOf(requestId);

    const verdict = 'SUSPECTED_PROVOCATION';
    const stopped = await must(desk, 'security-officer', 'triageCallOut', { callOutId, verdict });

    expect(stopped).toMatchObject({ state: 'SUSPECTED_PROVOCATION' });
    expect((await storedRequest(desk, requestId))['case_state']).toBe('INTAKE');
  });
});
