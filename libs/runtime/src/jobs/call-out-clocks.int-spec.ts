import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '@kinward/audit';
import { createDataSource, createLogger } from '@kinward/platform';
import { callOutClocks } from './call-out-clocks.job.js';
import { OutboxRelay } from './outbox-relay.js';
import { addCallOuts, addRequest } from './test-support/call-out-rows.js';
import { NeedRows } from './test-support/need-rows.js';
import { addTasks, addVolunteers } from './test-support/task-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

describe('call-out-clocks', () => {
  let bench: WorkerBench;

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(() => bench.close());

  beforeEach(() =>
    bench.database.asOperator(
      `TRUNCATE call_out, call_out_call, call_out_transition, call_out_request, need, task, outbox, ping, live_event,
         duty_shift CASCADE`,
    ),
  );

  const run = () => callOutClocks.run({ pool: bench.pool, clock: bench.clock, ids: {} });
  const callOut = async (id: string) => {
    const [row] = await bench.database.asOperator<Record<string, unknown>>(
      'SELECT * FROM call_out WHERE id = $1',
      [id],
    );
    return row;
  };
  const topics = async (): Promise<string[]> => {
    const rows = await bench.database.asOperator<{ topic: string }>(
      `SELECT topic FROM outbox WHERE topic LIKE 'callout.%' ORDER BY id`,
    );
    return rows.map((row) => row.topic);
  };
  /** Roles of the people who were pinged, with how urgently. */
  const pinged = async (): Promise<string[]> => {
    const rows = await bench.database.asOperator<{ text: string }>(
      `SELECT g.urgency || ' ' || array_to_string(p.roles, ',') AS text FROM ping g JOIN person p ON p.id = g.person_id
       ORDER BY 1`,
    );
    return [...new Set(rows.map((row) => row.text))];
  };
  const onDuty = (role: string) =>
    bench.database.asOperator(
      `INSERT INTO duty_shift (person_id, organization_id, from_at, until_at)
       SELECT id, organization_id, $1::timestamptz - interval '1 hour', $1::timestamptz + interval '1 hour' FROM person
       WHERE organization_id = $2 AND roles = ARRAY[$3] ORDER BY id LIMIT 1`,
      [bench.clock.now(), bench.organizations.get('lantern'), role],
    );

  describe('an alarm that nobody has seen', () => {
    it('goes to security after fifteen minutes, once, with whoever is on duty pinged at once', async () => {
      await onDuty('CASEWORKER');
      const [id = ''] = await addCallOuts(bench, 1, { acknowledgeIn: 0 });

      expect(await run()).toBe(1);
      expect(await run()).toBe(0);

      expect(await callOut(id)).toMatchObject({
        ...{ state: 'ESCALATED', state_before: 'ALERT', reason: 'NOBODY_ACKNOWLEDGED', version: 2 },
      });
      expect(await topics()).toEqual(['callout.escalate_unacknowledged']);
      expect(await pinged()).toEqual([
        ...['DIGEST COORDINATOR', 'DIGEST SECURITY_OFFICER', 'NOW CASEWORKER'],
      ]);
      const [entry] = await bench.database.asOperator(
        'SELECT action, reason, actor_kind FROM audit_entry WHERE subject_id = $1',
        [id],
      );
      expect(entry).toMatchObject({
        ...{ action: 'CALL_OUT_ESCALATE_UNACKNOWLEDGED', actor_kind: 'SYSTEM' },
      });
    });

    it.each([
      ['one that was seen', { acknowledgeIn: -60, isAcknowledged: true }],
      ['one whose time is not over', { acknowledgeIn: 1 }],
    ])('leaves %s alone', async (_, seed) => {
      const [id = ''] = await addCallOuts(bench, 1, seed);

      expect(await run()).toBe(0);
      expect(await callOut(id)).toMatchObject({ state: 'ALERT', version: 1 });
    });
  });

  describe('the second signature', () => {
    const paid = async (signatureIn: number): Promise<string> => {
      const [id = ''] = await addCallOuts(bench, 1, { signatureIn });
      const rows = new NeedRows(bench);
      const caseId = await rows.addCase();
      const money = { state: 'FUNDED', amount_minor: 24_000, reserved_minor: 24_000 };
      await rows.addNeed(caseId, { ...money, call_out_id: id });
      return id;
    };

    it('is asked for a day before, once', async () => {
      const id = await paid(23 * 60);

      expect(await run()).toBe(1);
      expect(await run()).toBe(0);

      expect((await callOut(id))?.['reminded_at']).not.toBeNull();
      expect(await topics()).toEqual(['callout.remind']);
      expect(await pinged()).toEqual(['DIGEST COORDINATOR', 'DIGEST FINANCE_OFFICER']);
    });

    it('is told as missing when its time is over, once, to security as well', async () => {
      const id = await paid(0);

      expect(await run()).toBe(2);
      expect(await run()).toBe(0);

      expect((await callOut(id))?.['overdue_at']).not.toBeNull();
      expect(await topics()).toEqual(['callout.remind', 'callout.cap_lost']);
      expect(await pinged()).toContain('DIGEST SECURITY_OFFICER');
    });

    it('is left alone while there is time, once it is there, and once the money is back', async () => {
      await paid(25 * 60);
      const signed = await paid(0);
      const back = await paid(0);
      await bench.database.asOperator(
        `UPDATE call_out SET signed_at = now(), signed_by = (SELECT p.id FROM person p
           WHERE p.organization_id = call_out.organization_id AND p.id <> dispatched_by LIMIT 1) WHERE id = $1`,
        [signed],
      );
      await bench.database.asOperator(
        `UPDATE need SET reserved_minor = 0, state = 'WAITING_FUNDS' WHERE call_out_id = $1`,
        [back],
      );

      expect(await run()).toBe(0);
    });
  });

  it('begins stabilising once somebody has accepted a task of it', async () => {
    const [person] = await addVolunteers(bench);
    const [id = '', other = ''] = await addCallOuts(bench, 2, { state: 'DISPATCHED' });
    const held = { state: 'ACCEPTED', holderId: person ?? null, leaseHours: 1 };
    const [taskId] = await addTasks(bench, 1, held);
    const link = `UPDATE task SET origin = 'CALL_OUT', call_out_id = $2 WHERE id = $1`;
    await bench.database.asOperator(link, [taskId, id]);

    expect(await run()).toBe(1);
    expect(await callOut(id)).toMatchObject({ state: 'STABILISING' });
    expect((await callOut(id))?.['stabilising_at']).not.toBeNull();
    expect(await callOut(other)).toMatchObject({ state: 'DISPATCHED' });
    await bench.database.asOperator('DELETE FROM task');
    await bench.database.asOperator('DELETE FROM volunteer');
  });

  describe('a request that a screener handed over', () => {
    const handOver = async (requestId: string, caseId: string | null = null): Promise<void> => {
      const ids = { requestId, ...(caseId === null ? {} : { caseId }) };
      await bench.database.asOperator(
        `INSERT INTO outbox (organization_id, topic, payload) VALUES ($1, 'intake.call-out', $2)`,
        [bench.organizations.get('lantern'), JSON.stringify(ids)],
      );
      const relay = new OutboxRelay(bench.pool, createLogger('/dev/null'));
      await relay.relayBatch();
    };
    const alarms = () =>
      bench.database.asOperator<Record<string, unknown>>(
        'SELECT id, state, case_id, request_id, raised_by, trigger_code, priority FROM call_out ORDER BY raised_at, id',
      );

    it('becomes an alarm, once, however often the job runs', async () => {
      await onDuty('COORDINATOR');
      const caseId = await new NeedRows(bench).addCase();
      const requestId = await addRequest(bench, caseId);
      await handOver(requestId, caseId);

      expect(await run()).toBe(1);
      expect(await run()).toBe(0);

      expect(await alarms()).toMatchObject([
        {
          ...{ state: 'ALERT', case_id: caseId, request_id: requestId, raised_by: null },
          ...{ trigger_code: null, priority: 'P0' },
        },
      ]);
      expect(await topics()).toEqual(['callout.raise']);
      expect(await pinged()).toContain('NOW COORDINATOR');
    });

    it('is not raised again once its alarm is over', async () => {
      const requestId = await addRequest(bench);
      await handOver(requestId);
      await run();
      await bench.database.asOperator(`UPDATE call_out SET state = 'FALSE_ALARM'`);

      expect(await run()).toBe(0);
      expect(await alarms()).toHaveLength(1);
    });

    it('belongs to the open call-out of its family, also where two came at once', async () => {
      const caseId = await new NeedRows(bench).addCase();
      const requests = [await addRequest(bench, caseId), await addRequest(bench, caseId)];
      for (const requestId of requests) await handOver(requestId, caseId);

      await run();
      await run();

      expect(await alarms()).toHaveLength(1);
      const taken = await bench.database.asOperator('SELECT request_id FROM call_out_request');
      expect(taken).toHaveLength(2);
    });

    it('is raised once by two workers at the same moment', async () => {
      const requestId = await addRequest(bench);
      await handOver(requestId);

      await Promise.all([run(), run(), run()]);

      expect(await alarms()).toHaveLength(1);
      expect(await topics()).toEqual(['callout.raise']);
    });
  });

  it('leaves a chain of audit entries that verifies', async () => {
    await addCallOuts(bench, 3, { acknowledgeIn: 0 });
    await run();
    const source = createDataSource({
      url: bench.database.addresses.adminUrl,
      poolSize: 1,
      entities: [],
    });
    await source.initialize();
    try {
      expect((await verifyAudit(source)).broken).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});
