import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskLeases } from './task-leases.job.js';
import { addTasks, addVolunteers } from './test-support/task-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const CHILD = join(import.meta.dirname, 'test-support/task-leases.child.mjs');
const LAPSES = 1_000;
const REMINDERS = 1_000;
const KILLS = 4;
/** A lapse is a return and a new place on the board. */
const ALL_NEWS = 2 * LAPSES + REMINDERS;
/** How long a worker may live on after its first batch, in milliseconds. */
const LIFE_MS = 25;

/** Number of rows by how many of them one task has. */
interface Spread {
  readonly times: number;
  readonly tasks: number;
}

describe('a worker that is killed at random', () => {
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
  const spread = (topic: string): Promise<Spread[]> =>
    bench.database.asOperator<Spread & Record<string, unknown>>(
      `SELECT times::int, count(*)::int AS tasks FROM (SELECT count(*) AS times FROM outbox WHERE topic = $1
         GROUP BY payload->>'taskId') told GROUP BY times`,
      [topic],
    );

  /** News of tasks so far: one for each step of each task. */
  const told = async (): Promise<number> => {
    const [row] = await bench.database.asOperator<{ news: number }>(
      `SELECT count(*)::int AS news FROM outbox WHERE topic LIKE 'task.%'`,
    );
    return row?.news ?? 0;
  };

  it('loses none of 2,000 lapses and reminders and does none twice', async () => {
    const [one = '', other = ''] = await addVolunteers(bench);
    const asked = [one, other];
    await addTasks(bench, LAPSES, { state: 'ACCEPTED', holderId: one, leaseHours: -1 }, asked);
    await addTasks(bench, REMINDERS, { holderId: other, leaseHours: 1 }, [other]);
    const workers = await Promise.all(Array.from({ length: KILLS }, start));

    let halfWay = 0;
    for (const worker of workers) {
      const before = await told();
      if (before === ALL_NEWS) break;
      worker.send('go');
      // Dead somewhere after its first batch: how far it comes is not for this test to say.
      while ((await told()) === before) await sleep(2);
      await sleep(Math.random() * LIFE_MS);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      if ((await told()) < ALL_NEWS) halfWay += 1;
    }
    await taskLeases.run({ pool: bench.pool, clock: bench.clock, ids: {} });

    // Somebody did die in the middle: otherwise this test says nothing.
    expect(halfWay).toBeGreaterThan(0);
    expect(await spread('task.lapse')).toEqual([{ times: 1, tasks: LAPSES }]);
    expect(await spread('task.reopen')).toEqual([{ times: 1, tasks: LAPSES }]);
    expect(await spread('task.remind')).toEqual([{ times: 1, tasks: REMINDERS }]);
    const states = await bench.database.asOperator(
      'SELECT state, count(*)::int AS tasks FROM task GROUP BY state ORDER BY state',
    );
    expect(states).toEqual([
      { state: 'CLAIMED', tasks: REMINDERS },
      { state: 'OPEN', tasks: LAPSES },
    ]);
    const [steps] = await bench.database.asOperator(
      `SELECT count(*)::int AS rows, count(DISTINCT (task_id, transition))::int AS once FROM task_transition`,
    );
    expect(steps).toEqual({ rows: 2 * LAPSES, once: 2 * LAPSES });
    const [shut] = await bench.database.asOperator(
      `SELECT count(*)::int AS locks FROM key_lock l JOIN key_erasure e ON e.key_id = l.id WHERE l.state = 'DESTROYED'`,
    );
    expect(shut).toEqual({ locks: LAPSES });
  }, 120_000);
});
