import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  err,
  ok,
  refused,
  toId,
  type DomainError,
  type OrganizationId,
  type PersonId,
  type Result,
} from '@kinward/kernel';
import {
  createTestDatabase,
  MovableClock,
  testServerKeys,
  type TestDatabase,
} from '@kinward/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../database/data-source.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CommandReplay, type PlainAnswer } from './command-replay.js';

const OTHER_CONTENT = {
  ok: false,
  error: { kind: 'REFUSED', reason: 'REPLAYED_WITH_OTHER_CONTENT' },
};
const POOL_SIZE = 12;

/** security.md test D8. */
describe('a command that is sent again', () => {
  let database: TestDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let replay: CommandReplay;
  let organizations: OrganizationId[];
  let people: PersonId[];
  let key: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.addresses.appUrl;
    source = createDataSource({ url, poolSize: POOL_SIZE, entities: [] });
    await source.initialize();
    unitOfWork = new UnitOfWork(source);
    replay = new CommandReplay(unitOfWork, testServerKeys, new MovableClock());
    const rows = await database.asOperator<{ id: string }>(
      'SELECT id FROM organization ORDER BY id',
    );
    organizations = rows.map((row) => toId<'Organization'>(row.id));
    people = [toId<'Person'>(randomUUID()), toId<'Person'>(randomUUID())];
  });

  beforeEach(() => {
    key = randomUUID();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  interface Sending {
    readonly input?: unknown;
    readonly operation?: string;
    readonly organization?: number;
    readonly person?: number;
    readonly key?: string;
  }

  const send = <T extends PlainAnswer>(
    work: () => Promise<Result<T, DomainError>>,
    sending: Sending = {},
  ): Promise<Result<T, DomainError>> => {
    const { input = { amount: 1n }, operation = 'demoAct', organization = 0, person = 0 } = sending;
    const organizationId = organizations[organization] ?? null;
    return unitOfWork.run({ organizationId, personId: people[person] ?? null }, () =>
      replay.once({ operation, key: sending.key ?? key, input }, work),
    );
  };

  /** Leaves a mark that can be counted, and answers with something new each time. */
  const act = async () => {
    await unitOfWork.execute('INSERT INTO rate_limit (key, points) VALUES ($1, 1)', [
      `${key} ${randomUUID()}`,
    ]);
    return ok({ actId: randomUUID(), count: 1, isDone: true, note: null });
  };

  const acts = async (): Promise<number> =>
    (await database.asOperator('SELECT FROM rate_limit WHERE key LIKE $1', [`${key} %`])).length;

  it('50 times at once acts once and answers alike', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(act)));

    expect(await acts()).toBe(1);
    const [first] = answers;
    expect(first).toMatchObject({ ok: true, value: { count: 1, isDone: true, note: null } });
    expect(answers).toEqual(Array(50).fill(first));
  });

  it.each<[string, Sending]>([
    ['another amount', { input: { amount: 2n } }],
    ['more to it', { input: { amount: 1n, note: '' } }],
    ['another sender', { person: 1 }],
  ])('with %s is refused and does nothing', async (_, other) => {
    await send(act);

    expect(await send(act, other)).toEqual(OTHER_CONTENT);
    expect(await acts()).toBe(1);
  });

  it('is the same however its parts are ordered, and whether a part is null or left out', async () => {
    const first = await send(act, { input: { a: 1, b: { c: 2n, d: null } } });

    expect(await send(act, { input: { b: { c: 2n }, a: 1, e: undefined } })).toEqual(first);
    expect(await acts()).toBe(1);
  });

  it.each<[string, Sending]>([
    ['operation', { operation: 'demoOtherAct' }],
    ['organisation', { organization: 1 }],
  ])('under the key of another %s is another command', async (_, other) => {
    await send(act);

    expect(await send(act, other)).toMatchObject({ ok: true });
    expect(await acts()).toBe(2);
  });

  it('acts when the first one was refused', async () => {
    const no = err(refused('DEMO'));
    const refusedAnswer = await send(async () => {
      await act();
      return no;
    });

    expect(refusedAnswer).toEqual(no);
    expect(await acts()).toBe(0);
    expect(await send(act)).toMatchObject({ ok: true });
    expect(await acts()).toBe(1);
  });

  it('acts when the first one broke in the middle', async () => {
    const broken = send(async () => {
      await act();
      throw new Error('Demo-outage');
    });
    await expect(broken).rejects.toThrow('Demo-outage');

    expect(await send(act)).toMatchObject({ ok: true });
    expect(await acts()).toBe(1);
  });

  it('waits for the first one and acts when that is undone', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    const first = send(async () => {
      started();
      await held;
      return err(refused('DEMO'));
    });
    await begun;

    const second = send(act);
    release();

    expect(await first).toMatchObject({ ok: false });
    expect(await second).toMatchObject({ ok: true });
    expect(await acts()).toBe(1);
  });

  it.each(['', 'Demo', '018F0000-0000-7000-8000-000000000001'])(
    'needs a key that is an id: %p is none',
    async (bad) => {
      expect(await send(act, { key: bad })).toEqual({
        ok: false,
        error: { kind: 'INVALID_INPUT', field: 'input.commandKey', reason: 'NOT_A_UUID' },
      });
      expect(await acts()).toBe(0);
    },
  );

  it('leaves neither input nor sender’s words in the database', async () => {
    await send(act, { input: { note: 'Demo-secret-words' } });

    const rows = await database.asOperator<{ text: string }>(
      'SELECT row_to_json(c)::text AS text FROM command_receipt c WHERE key = $1',
      [key],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain('Demo-secret');
    expect(rows[0]?.text).not.toContain(Buffer.from('Demo-secret').toString('hex'));
  });
});
