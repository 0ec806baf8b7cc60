import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetMetadata } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATION_METADATA, parsePermissionTable, ROLES } from '@kinward/platform';
import { LiveClient, startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { operationsOf, type Operation } from './test-support/operations.js';

const PAGE = join(import.meta.dirname, '../../../../docs/permissions.md');
const ROWS = parsePermissionTable(readFileSync(PAGE, 'utf8'));
/** Ends the session it is called with. */
const ENDING = ['logout', 'signOutEverywhere'];

/** Roles of the table as keys of the demonstration's people. */
const keyOf = (role: string): string => role.toLowerCase().replaceAll('_', '-');

type Handler = (...args: unknown[]) => unknown;

describe('the table of permissions', () => {
  let desk: TestDesk;
  let operations: Operation[];
  let sessions: Map<string, Promise<TestClient>>;

  beforeEach(() => {
    sessions = new Map();
  });

  beforeAll(async () => {
    desk = await startTestDesk();
    await desk.app.listen(0, '127.0.0.1');
    operations = operationsOf(desk);
  });

  afterAll(() => desk.close());

  /** What the server says to one role, or to nobody, in one word. */
  const outcomeOf = async (operation: Operation, client: TestClient): Promise<string> => {
    if (operation.kind === 'subscription') return outcomeOfFeed(operation, client);
    const answer = await client.send(operation.document, { input: operation.input() });
    const code = answer.errors[0]?.extensions?.['code'];
    if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return code;
    if (code === 'INTERNAL' || code === 'BAD_REQUEST') return `${String(code)} ${answer.text}`;
    return 'ADMITTED';
  };
  /** The same over a web socket, where nobody is let in without a session. */
  const outcomeOfFeed = async (operation: Operation, { token }: TestClient): Promise<string> => {
    const live = await LiveClient.connect(await desk.app.getUrl(), token);
    if (live.closeCode !== null) return live.closeCode === 4401 ? 'UNAUTHENTICATED' : 'CLOSED';
    live.subscribe(operation.document, { input: operation.input() });
    await live.until(() => live.has('next') || live.has('error'));
    const { payload } = live.messages.at(-1) ?? {};
    await live.close();
    const code: unknown = payload?.errors?.[0]?.extensions?.code;
    if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return code;
    return payload?.data?.[operation.name] === undefined
      ? `CLOSED ${JSON.stringify(payload)}`
      : 'ADMITTED';
  };
  const clientOf = (operation: Operation, role: string): Promise<TestClient> => {
    if (ENDING.includes(operation.name)) return desk.signIn(keyOf(role));
    const session = sessions.get(role) ?? desk.signIn(keyOf(role));
    sessions.set(role, session);
    return session;
  };
  /** Every cell in which the server and the page differ. */
  const differencesOf = async (operation: Operation): Promise<string[]> => {
    const row = ROWS.find((each) => each.operation === operation.name);
    const differences: string[] = [];
    const compare = (who: string, expected: string, met: string): void => {
      if (met !== expected)
        differences.push(`${operation.name} as ${who}: ${met}, not ${expected}`);
    };
    const open = row?.anonymous === true;
    compare(
      'nobody',
      open ? 'ADMITTED' : 'UNAUTHENTICATED',
      await outcomeOf(operation, desk.anonymous),
    );
    for (const role of ROLES) {
      const expected = open || row?.roles.includes(role) === true ? 'ADMITTED' : 'FORBIDDEN';
      compare(role, expected, await outcomeOf(operation, await clientOf(operation, role)));
    }
    return differences;
  };
  const reflector = new Reflector();
  const isDeclared = (handler: Handler): boolean =>
    reflector.get<unknown, string>(OPERATION_METADATA, handler) !== undefined;
  const declare = (handler: Handler, value: unknown): void => {
    SetMetadata(OPERATION_METADATA, value)(handler);
  };
  /** Changes what a resolver method declares while `work` runs. */
  const redeclare = async (name: string, allows: string | null, work: () => Promise<void>) => {
    const modules = [...desk.app.get(ModulesContainer, { strict: false }).values()];
    const handlers = modules
      .flatMap((module) => [...module.providers.values()])
      .map(({ metatype }) => (metatype as { prototype?: object } | null)?.prototype)
      .map((prototype) => (prototype as Record<string, unknown> | undefined)?.[name])
      .filter((handler): handler is Handler => typeof handler === 'function');
    const handler = handlers.find((each) => isDeclared(each));
    if (handler === undefined) throw new Error(`no resolver has ${name}`);
    const declared = reflector.get<unknown, string>(OPERATION_METADATA, handler);
    declare(handler, allows ?? undefined);
    try {
      await work();
    } finally {
      declare(handler, declared);
    }
  };

  it('has a row for every operation of the schema, and no other', () => {
    const inSchema = operations.map(({ name, kind }) => `${kind} ${name}`).sort();
    const onPage = ROWS.map(({ operation, kind }) => `${kind} ${operation}`).sort();

    expect(onPage).toEqual(inSchema);
  });

  it(`is what the server does: ${String(ROWS.length)} operations × 9 callers, 0 differences`, async () => {
    const differences: string[] = [];
    const inOrder = operations.toSorted(
      (one, other) => Number(ENDING.includes(one.name)) - Number(ENDING.includes(other.name)),
    );
    for (const operation of inOrder) differences.push(...(await differencesOf(operation)));

    expect(ROLES).toHaveLength(8);
    expect(differences).toEqual([]);
  });

  it('is seen red when a method declares nothing, or another row', async () => {
    const colleagues = operations.find(({ name }) => name === 'colleagues');
    if (colleagues === undefined) throw new Error('the operation is gone');

    await redeclare('colleagues', null, async () => {
      expect(await differencesOf(colleagues)).toHaveLength(4);
    });
    await redeclare('colleagues', 'me', async () => {
      expect(await differencesOf(colleagues)).toHaveLength(4);
    });

    expect(await differencesOf(colleagues)).toEqual([]);
  });
});
