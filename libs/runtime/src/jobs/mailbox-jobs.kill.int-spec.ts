import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { escalateComplaints } from './escalate-complaints.job.js';
import { MailboxRows } from './test-support/mailbox-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';
import { unusedMailboxes } from './unused-mailboxes.job.js';

const CHILD = join(import.meta.dirname, 'test-support/mailbox-jobs.child.mjs');
const EACH = 600;
const KILLS = 4;
/** Warned of, destroyed, and complaints that went to security. */
const ALL_ENTRIES = 3 * EACH;
/** How long a worker may live on after its first batch, in milliseconds. */
const LIFE_MS = 40;
const ACTIONS = ['COMPLAINT_ESCALATED', 'MAILBOX_DESTROYED', 'MAILBOX_WARNED_OF'];

describe('a worker that looks after mailboxes and is killed at random', () => {
  let bench: WorkerBench;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await bench.close();
  });

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
  const entries = () =>
    bench.database.asOperator<{ action: string; times: number; subjects: number }>(
      `SELECT action, times::int, count(*)::int AS subjects FROM (SELECT action, count(*) AS times FROM audit_entry
         WHERE action = ANY($1) GROUP BY action, subject_id) done GROUP BY action, times ORDER BY action`,
      [ACTIONS],
    );
  const done = async (): Promise<number> =>
    (await entries()).reduce((sum, { times, subjects }) => sum + times * subjects, 0);

  it('warns of, destroys and escalates everything once', async () => {
    const rows = new MailboxRows(bench);
    const readers = await rows.inRole('SECURITY_OFFICER');
    await rows.add(EACH, { idle: 91, line: { daysAgo: 95, isUnread: false } });
    const open = await rows.add(EACH, { idle: 91, caseState: 'ACTIVE' });
    await rows.complain(open, { dueDaysAgo: 2, readers });
    const workers = await Promise.all(Array.from({ length: KILLS }, start));

    let halfWay = 0;
    for (const worker of workers) {
      const before = await done();
      if (before === ALL_ENTRIES) break;
      worker.send('go');
      while ((await done()) === before) await sleep(2);
      await sleep(Math.random() * LIFE_MS);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      if ((await done()) < ALL_ENTRIES) halfWay += 1;
    }
    const context = { pool: bench.pool, clock: bench.clock, ids: {} };
    await Promise.all([escalateComplaints.run(context), unusedMailboxes.run(context)]);

    // Somebody did die in the middle: otherwise this test says nothing.
    expect(halfWay).toBeGreaterThan(0);
    expect(await entries()).toEqual(
      ACTIONS.map((action) => ({ action, times: 1, subjects: EACH })),
    );
    const states = await bench.database.asOperator(
      `SELECT state, version, count(*)::int AS mailboxes FROM mailbox GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(states).toEqual([
      { state: 'CLOSED', version: 2, mailboxes: EACH },
      { state: 'OPEN', version: 2, mailboxes: EACH },
    ]);
    const news = await bench.database.asOperator(
      `SELECT payload->>'action' AS action, count(*)::int AS news, count(DISTINCT payload)::int AS once FROM outbox
       WHERE topic = 'case' GROUP BY 1 ORDER BY 1`,
    );
    expect(news).toEqual([
      { action: 'MAILBOX_DESTROYED', news: EACH, once: EACH },
      { action: 'MAILBOX_WARNED_OF', news: EACH, once: EACH },
    ]);
    const words = await bench.database.asOperator('SELECT FROM mailbox_word');
    expect(words).toHaveLength(EACH);
  }, 120_000);
});
