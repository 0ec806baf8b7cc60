import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { escalateComplaints } from './escalate-complaints.job.js';
import { MailboxRows } from './test-support/mailbox-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

describe('escalate-complaints', () => {
  let bench: WorkerBench;
  let rows: MailboxRows;
  let officers: string[];
  let coordinators: string[];
  let mailboxId: string;

  beforeAll(async () => {
    bench = await openWorkerBench();
    rows = new MailboxRows(bench);
    officers = await rows.inRole('SECURITY_OFFICER');
    coordinators = await rows.inRole('COORDINATOR');
    [mailboxId = ''] = await rows.add(1, { idle: 0 });
  });

  beforeEach(() => bench.database.asOperator('TRUNCATE complaint, complaint_copy, ping CASCADE'));

  afterAll(() => bench.close());

  const run = () => escalateComplaints.run({ pool: bench.pool, clock: bench.clock, ids: {} });
  const complain = async (dueDaysAgo: number, readers: readonly string[], state = 'OPEN') => {
    const [id = ''] = await rows.complain([mailboxId], { dueDaysAgo, readers, state });
    return id;
  };
  const escalated = async (id: string): Promise<unknown> => {
    const [row] = await bench.database.asOperator(
      'SELECT escalated_on::text, version FROM complaint WHERE id = $1',
      [id],
    );
    return row;
  };

  it('asks the security officers who have a copy, the day after the fifth, once', async () => {
    const late = await complain(1, [...officers, ...coordinators]);
    const onItsDay = await complain(0, officers);
    const answered = await complain(9, officers, 'ANSWERED');

    expect(await run()).toBe(1);
    expect(await run()).toBe(0);

    // The version stays: whoever writes the answer at this moment loses nothing.
    expect(await escalated(late)).toEqual({ escalated_on: rows.day(0), version: 1 });
    expect(await escalated(onItsDay)).toMatchObject({ escalated_on: null });
    expect(await escalated(answered)).toMatchObject({ escalated_on: null });
    expect(await rows.pinged()).toEqual(officers);
    const entries = await bench.database.asOperator(
      'SELECT actor_kind, action, reason FROM audit_entry WHERE subject_id = $1',
      [late],
    );
    expect(entries).toEqual([
      { actor_kind: 'SYSTEM', action: 'COMPLAINT_ESCALATED', reason: 'NOT_ANSWERED_IN_TIME' },
    ]);
  });

  it('asks whoever has a copy where no officer has one, and officers where nobody is left', async () => {
    const [first = ''] = coordinators;
    await complain(3, [first]);
    await run();
    expect(await rows.pinged()).toEqual([first]);

    await bench.database.asOperator('TRUNCATE ping');
    await complain(3, []);
    await run();
    expect(await rows.pinged()).toEqual(officers);
  });

  it('leaves everything as it was when it dies before the end', async () => {
    const id = await complain(1, officers);
    const broken = 'ALTER TABLE audit_entry ADD CONSTRAINT broken';
    await bench.database.asOperator(`${broken} CHECK (actor_kind <> 'SYSTEM') NOT VALID`);
    try {
      await expect(run()).rejects.toMatchObject({ sqlState: '23514' });
    } finally {
      await bench.database.asOperator('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    }

    expect(await escalated(id)).toMatchObject({ escalated_on: null });
    expect(await rows.pinged()).toEqual([]);
    expect(await run()).toBe(1);
  });

  it('reads no complaint: the worker touches neither table', async () => {
    for (const table of ['complaint', 'complaint_copy', 'mailbox', 'mailbox_message']) {
      await expect(bench.pool.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});
