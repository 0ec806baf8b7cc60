import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '@kinward/audit';
import { createDataSource } from '@kinward/platform';
import { taskLeases } from './task-leases.job.js';
import { NeedRows } from './test-support/need-rows.js';
import { addTasks, addVolunteers } from './test-support/task-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

describe('task-leases', () => {
  let bench: WorkerBench;
  let people: string[];

  beforeAll(async () => {
    bench = await openWorkerBench();
    people = await addVolunteers(bench);
  });

  afterAll(() => bench.close());

  beforeEach(() =>
    bench.database.asOperator(
      `TRUNCATE task, task_candidate, task_transition, task_paper, key_erasure, outbox, ping CASCADE`,
    ),
  );

  const run = () => taskLeases.run({ pool: bench.pool, clock: bench.clock, ids: {} });
  const task = async (id: string) => {
    const [row] = await bench.database.asOperator<Record<string, unknown>>(
      'SELECT state, holder_id, lease_until, ring, version FROM task WHERE id = $1',
      [id],
    );
    return row;
  };
  const steps = async (id: string): Promise<string[]> => {
    const rows = await bench.database.asOperator<{ transition: string }>(
      'SELECT transition FROM task_transition WHERE task_id = $1 ORDER BY version',
      [id],
    );
    return rows.map((row) => row.transition);
  };
  const topics = async (): Promise<string[]> => {
    const rows = await bench.database.asOperator<{ topic: string }>(
      `SELECT topic FROM outbox WHERE topic LIKE 'task.%' ORDER BY id`,
    );
    return rows.map((row) => row.topic);
  };

  it('gives a task whose lease is over to the next ring, and shuts the lock of whoever had it', async () => {
    const [one, other] = people;
    const held = { state: 'ACCEPTED', holderId: one, leaseHours: -1 };
    const [id = ''] = await addTasks(bench, 1, held, [one ?? '', other ?? '']);

    await run();

    expect(await task(id)).toMatchObject({
      state: 'OPEN',
      holder_id: null,
      lease_until: null,
      ring: 2,
    });
    expect(await steps(id)).toEqual(['LAPSE', 'REOPEN']);
    const locks = await bench.database.asOperator(
      `SELECT c.state, l.state AS lock, e.key_id IS NOT NULL AS erased FROM task_candidate c
       JOIN key_lock l ON l.id = c.lock_id LEFT JOIN key_erasure e ON e.key_id = l.id
       WHERE c.task_id = $1 ORDER BY c.ring`,
      [id],
    );
    expect(locks).toEqual([
      { state: 'LEFT', lock: 'DESTROYED', erased: true },
      { state: 'ASKED', lock: 'LOCKED', erased: false },
    ]);
    expect(await topics()).toEqual(['task.lapse', 'task.reopen']);
    const pings = await bench.database.asOperator('SELECT person_id FROM ping');
    expect(pings).toEqual([{ person_id: other }]);
    expect(await run()).toBe(0);
  });

  it('leaves a task alone whose lease runs, and takes those of somebody suspended back at once', async () => {
    const [one = '', other = ''] = people;
    const running = await addTasks(bench, 1, { holderId: one, leaseHours: 3 }, [one]);
    const stopped = await addTasks(bench, 1, { holderId: other, leaseHours: 3 }, [other]);
    await bench.database.asOperator(
      `UPDATE volunteer SET state = 'SUSPENDED' WHERE person_id = $1`,
      [other],
    );

    await run();

    expect(await task(running[0] ?? '')).toMatchObject({ state: 'CLAIMED', holder_id: one });
    // Nobody else is left to ask: it waits for the desk.
    expect(await task(stopped[0] ?? '')).toMatchObject({
      state: 'RETURNED_TO_POOL',
      holder_id: null,
    });
    expect(await steps(stopped[0] ?? '')).toEqual(['TAKE_BACK']);
    await bench.database.asOperator(`UPDATE volunteer SET state = 'ACTIVE'`);
  });

  it('takes the most urgent first', async () => {
    const [one = '', other = ''] = people;
    const seed = { holderId: one, leaseHours: -1 };
    for (const priority of ['P4', 'P0', 'P2']) {
      await addTasks(bench, 1, { ...seed, priority }, [one, other]);
    }

    await run();

    const rows = await bench.database.asOperator<{ priority: string }>(
      `SELECT t.priority FROM outbox o JOIN task t ON t.id = (o.payload->>'taskId')::uuid
       WHERE o.topic = 'task.lapse' ORDER BY o.id`,
    );
    expect(rows).toHaveLength(3);
  });

  it('reminds once before a lease ends, sooner where life is at risk', async () => {
    const [one = ''] = people;
    const soon = { holderId: one, leaseHours: 1 };
    await addTasks(bench, 1, soon, [one]);
    await addTasks(bench, 1, { ...soon, priority: 'P0' }, [one]);

    await run();
    await run();

    // An hour before the end: within the two hours of P2, not within the ten minutes of P0.
    expect(await topics()).toEqual(['task.remind']);
  });

  it('asks the next ring where nobody has taken it', async () => {
    const [one = '', other = ''] = people;
    const waiting = { state: 'OPEN', ring: 1, nextRingHours: -1 };
    const [id = ''] = await addTasks(bench, 1, waiting, [one, other]);

    await run();

    expect(await task(id)).toMatchObject({ state: 'OPEN', ring: 2 });
    expect(await topics()).toEqual(['task.next_ring']);
  });

  it('ends what is due and in nobody’s hands, with all that was sealed for it', async () => {
    const [one = '', other = ''] = people;
    const [id = ''] = await addTasks(bench, 1, { state: 'OPEN', dueHours: -1 }, [one]);
    const [held = ''] = await addTasks(bench, 1, { holderId: other, leaseHours: 2, dueHours: -1 }, [
      other,
    ]);
    await bench.database.asOperator(
      `INSERT INTO task_paper (id, organization_id, task_id, kind, written_by, written_at, sealed_text)
       SELECT gen_random_uuid(), organization_id, id, 'DETAILS', author_id, now(), '\\x00' FROM task`,
    );

    await run();

    expect(await task(id)).toMatchObject({ state: 'EXPIRED' });
    expect(await task(held)).toMatchObject({ state: 'CLAIMED' });
    const papers = await bench.database.asOperator('SELECT task_id FROM task_paper');
    expect(papers).toEqual([{ task_id: held }]);
    const [erased] = await bench.database.asOperator<{ count: number }>(
      'SELECT count(*)::int AS count FROM key_erasure',
    );
    // The lock of the one candidate, and the key around the task itself.
    expect(erased?.count).toBe(2);
  });

  it('lets the need wait again whose only task was given up', async () => {
    const [one = ''] = people;
    const rows = new NeedRows(bench);
    const caseId = await rows.addCase();
    const needId = await rows.addNeed(caseId, { state: 'IN_DELIVERY' });
    const held = { state: 'ACCEPTED', holderId: one, leaseHours: -1, needId, caseId };
    await addTasks(bench, 1, held, [one]);

    await run();

    const [need] = await bench.database.asOperator('SELECT state FROM need WHERE id = $1', [
      needId,
    ]);
    expect(need).toEqual({ state: 'FUNDED' });
  });

  it('writes one audit entry for each organisation’s batch, and the trail holds', async () => {
    const [one = ''] = people;
    await addTasks(bench, 3, { holderId: one, leaseHours: -1 }, [one]);
    const count = async (): Promise<number> => {
      const [row] = await bench.database.asOperator<{ count: number }>(
        `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'TASKS_RETURNED'`,
      );
      return row?.count ?? 0;
    };
    const before = await count();

    await run();

    expect(await count()).toBe(before + 1);
    const dataSource = createDataSource({
      url: bench.database.addresses.adminUrl,
      poolSize: 1,
      entities: [],
    });
    await dataSource.initialize();
    try {
      expect((await verifyAudit(dataSource)).broken).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('can shut a lock and never open one: the worker’s role is refused', async () => {
    const [one = ''] = people;
    await addTasks(bench, 1, { state: 'OPEN' }, [one]);

    await expect(bench.pool.query(`UPDATE key_lock SET state = 'RELEASED'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(bench.pool.query('SELECT sealed_text FROM task_paper')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
