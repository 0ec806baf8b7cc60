import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callOutClocks } from './call-out-clocks.job.js';
import { addCallOuts } from './test-support/call-out-rows.js';
import { NeedRows } from './test-support/need-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const CHILD = join(import.meta.dirname, 'test-support/call-out-clocks.child.mjs');
const ALARMS = 600;
const SIGNATURES = 600;
const KILLS = 4;
/** How long a worker may live on after its first batch, in milliseconds. */
const LIFE_MS = 60;

describe('a worker that is killed while it keeps the time of call-outs', () => {
  let bench: WorkerBench;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await bench.close();
  });

  /** A process that waits for the word to begin. */
  const start = async (): Promise<ChildProcess> => {
    const address = bench.database.addresses.workerUrl;
    const child = fork(CHILD, [address, bench.clock.now().toISOString()], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  };
  const told = async (): Promise<number> => {
    const [row] = await bench.database.asOperator<{ news: number }>(
      `SELECT count(*)::int AS news FROM outbox WHERE topic LIKE 'callout.%'`,
    );
    return row?.news ?? 0;
  };
  /** How many call-outs a topic or an audit action names, and how often each. */
  const spread = (sql: string, name: string) =>
    bench.database.asOperator(
      `SELECT times::int, count(*)::int AS "callOuts" FROM (${sql}) named GROUP BY times`,
      [name],
    );
  const news = (topic: string) =>
    spread(
      `SELECT count(*) AS times FROM outbox WHERE topic = $1 GROUP BY payload->>'callOutId'`,
      topic,
    );
  const entries = (action: string) =>
    spread(
      'SELECT count(*) AS times FROM audit_entry WHERE action = $1 GROUP BY subject_id',
      action,
    );

  it('escalates and reminds each of them once, with its news and its entry', async () => {
    await addCallOuts(bench, ALARMS, { acknowledgeIn: -1 });
    const paid = await addCallOuts(bench, SIGNATURES, { signatureIn: 60 });
    const rows = new NeedRows(bench);
    const caseId = await rows.addCase();
    const needId = await rows.addNeed(caseId, { state: 'FUNDED', reserved_minor: 10_000 });
    await bench.database.asOperator(
      `INSERT INTO need SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'funding_reference',
         gen_random_uuid(), 'call_out_id', c.id))).* FROM need n, unnest($2::uuid[]) AS c (id) WHERE n.id = $1`,
      [needId, paid],
    );
    const workers = await Promise.all(Array.from({ length: KILLS }, start));

    let halfWay = 0;
    for (const worker of workers) {
      const before = await told();
      if (before === ALARMS + SIGNATURES) break;
      worker.send('go');
      // Dead somewhere after its first batch: how far it comes is not for this test to say.
      while ((await told()) === before) await sleep(2);
      await sleep(Math.random() * LIFE_MS);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      if ((await told()) < ALARMS + SIGNATURES) halfWay += 1;
    }
    await callOutClocks.run({ pool: bench.pool, clock: bench.clock, ids: {} });

    // Somebody did die in the middle: otherwise this test says nothing.
    expect(halfWay).toBeGreaterThan(0);
    const exactly = (callOuts: number) => [{ times: 1, callOuts }];
    expect(await news('callout.escalate_unacknowledged')).toEqual(exactly(ALARMS));
    expect(await news('callout.remind')).toEqual(exactly(SIGNATURES));
    expect(await entries('CALL_OUT_ESCALATE_UNACKNOWLEDGED')).toEqual(exactly(ALARMS));
    expect(await entries('CALL_OUT_REMIND')).toEqual(exactly(SIGNATURES));
    const [marks] = await bench.database.asOperator(
      `SELECT count(*) FILTER (WHERE state = 'ESCALATED')::int AS escalated,
         count(*) FILTER (WHERE reminded_at IS NOT NULL)::int AS reminded FROM call_out`,
    );
    expect(marks).toEqual({ escalated: ALARMS, reminded: SIGNATURES });
  }, 120_000);
});
