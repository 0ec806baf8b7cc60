import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailboxRows } from './test-support/mailbox-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';
import { unusedMailboxes } from './unused-mailboxes.job.js';

describe('unused-mailboxes', () => {
  let bench: WorkerBench;
  let rows: MailboxRows;

  beforeAll(async () => {
    bench = await openWorkerBench();
    rows = new MailboxRows(bench);
  });

  beforeEach(() => bench.database.asOperator('TRUNCATE mailbox, outbox, ping CASCADE'));

  afterAll(() => bench.close());

  const run = () => unusedMailboxes.run({ pool: bench.pool, clock: bench.clock, ids: {} });
  const count = async (table: string, ids: readonly string[]): Promise<number> => {
    const [row] = await bench.database.asOperator<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table} WHERE mailbox_id = ANY($1)`,
      [ids],
    );
    return row?.rows ?? 0;
  };
  const state = async (id: string): Promise<unknown> => {
    const [row] = await bench.database.asOperator(
      `SELECT state, warned_on::text, destroyed_on::text, encode(public_key, 'hex') AS key FROM mailbox WHERE id = $1`,
      [id],
    );
    return row;
  };
  const untouched = { state: 'OPEN', warned_on: null, destroyed_on: null };

  it('destroys words, keys and messages after 90 days, and leaves that there was a mailbox', async () => {
    const read = { daysAgo: 95, isUnread: false };
    const [id = ''] = await rows.add(1, { idle: 90, line: read });
    const [younger = ''] = await rows.add(1, { idle: 89, line: read });

    expect(await run()).toBe(1);
    expect(await run()).toBe(0);

    const gone = { state: 'CLOSED', warned_on: null, destroyed_on: rows.day(0), key: '' };
    expect(await state(id)).toEqual(gone);
    expect(await state(younger)).toMatchObject(untouched);
    expect([await count('mailbox_word', [id]), await count('mailbox_message', [id])]).toEqual([
      0, 0,
    ]);
    expect([
      await count('mailbox_word', [younger]),
      await count('mailbox_message', [younger]),
    ]).toEqual([1, 1]);
    const entries = await bench.database.asOperator(
      'SELECT actor_kind, action, reason FROM audit_entry WHERE subject_id = $1',
      [id],
    );
    expect(entries).toEqual([
      { actor_kind: 'SYSTEM', action: 'MAILBOX_DESTROYED', reason: 'NOT_USED' },
    ]);
    const news = await bench.database.asOperator(`SELECT topic, payload FROM outbox`);
    expect(news).toEqual([{ topic: 'case', payload: { action: 'MAILBOX_DESTROYED', caseId: id } }]);
    expect(await rows.pinged()).toEqual([]);
  });

  it('counts a line of the desk as a use: the family shall have time to read it', async () => {
    const [id = ''] = await rows.add(1, { idle: 200, line: { daysAgo: 20, isUnread: false } });

    expect(await run()).toBe(0);
    expect(await state(id)).toMatchObject(untouched);
  });

  it.each([
    ['a live case', { caseState: 'ACTIVE' }],
    ['a line that nobody has read', { line: { daysAgo: 300, isUnread: true } }],
    ['the word for danger', { isHeld: true }],
  ])('warns of %s two weeks before, and destroys it afterwards all the same', async (_, open) => {
    const [assigneeId = null] = await rows.inRole('CASEWORKER');
    const [id = ''] = await rows.add(1, { idle: 120, assigneeId, ...open });

    expect(await run()).toBe(1);
    expect(await run()).toBe(0);

    expect(await state(id)).toMatchObject({ state: 'OPEN', warned_on: rows.day(0) });
    expect(await rows.pinged()).toEqual([assigneeId]);
    bench.clock.advance({ minutes: 13 * 24 * 60 });
    expect(await run()).toBe(0);
    bench.clock.advance({ minutes: 24 * 60 });
    expect(await run()).toBe(1);
    expect(await state(id)).toMatchObject({ state: 'CLOSED', destroyed_on: rows.day(0) });
  });

  it('warns coordinators where nobody holds the case, and again after another silence', async () => {
    const [id = ''] = await rows.add(1, { idle: 76, caseState: 'ACTIVE' });
    const [earlier = ''] = await rows.add(1, { idle: 75, caseState: 'ACTIVE' });
    const [again = ''] = await rows.add(1, {
      ...{ idle: 300, caseState: 'ACTIVE', warned: 100 },
      line: { daysAgo: 80, isUnread: false },
    });

    expect(await run()).toBe(2);

    expect(await state(id)).toMatchObject({ warned_on: rows.day(0) });
    expect(await state(again)).toMatchObject({ state: 'OPEN', warned_on: rows.day(0) });
    expect(await state(earlier)).toMatchObject(untouched);
    expect(await rows.pinged()).toEqual(await rows.inRole('COORDINATOR'));
  });

  it('keeps a complaint that waits for an answer, and destroys the copies of one that was answered', async () => {
    const readers = await rows.inRole('COORDINATOR');
    const ids = await rows.add(2, { idle: 120, warned: 20 });
    const [owed = '', answered = ''] = ids;
    await rows.complain([owed], { dueDaysAgo: 110, readers });
    await rows.complain([answered], { dueDaysAgo: 110, readers, state: 'ANSWERED' });

    expect(await run()).toBe(2);

    const copies = await bench.database.asOperator(
      'SELECT DISTINCT c.mailbox_id FROM complaint c JOIN complaint_copy y ON y.complaint_id = c.id',
    );
    expect(copies).toEqual([{ mailbox_id: owed }]);
  });
});
