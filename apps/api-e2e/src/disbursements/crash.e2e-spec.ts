import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInvariants } from '@kinward/ledger';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, approved, cents, needRow } from '../needs/need-helpers.js';
import {
  approvedPayout,
  books,
  CHANGED,
  fundedNeed,
  key,
  must,
  openFund,
  released,
  RESERVED,
  type AnyAnswer,
} from './disbursement-scene.js';

const CHILD = join(import.meta.dirname, 'test-support/crash.child.mjs');
const POINTS = [
  'before_booking',
  'after_booking',
  'after_need',
  'after_news',
  'after_commit',
] as const;

interface Command {
  readonly who: string;
  readonly operation: string;
  readonly input: object;
  readonly selection: string;
}

describe('a server that is killed in the middle of a command', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  /** Runs a command in a process of its own that dies at the point; gives the signal it died of. */
  const killedAt = async (at: string, command: Command): Promise<string | null> => {
    const { token } = await desk.as(command.who);
    const { addresses } = desk.database;
    return new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [CHILD, JSON.stringify({ at, addresses, token, ...command })],
        {
          env: { ...process.env, NODE_OPTIONS: '' },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let complaint = '';
      child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
      child.on('error', reject);
      child.on('exit', (code, signal) =>
        signal === null ? reject(new Error(`exit ${String(code)}: ${complaint}`)) : resolve(signal),
      );
    });
  };
  const repeat = async ({ who, operation, input, selection }: Command): Promise<AnyAnswer> =>
    (await desk.as(who)).ask('mutation', operation, input, selection);
  const broken = async () => {
    const runner = {
      query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
        desk.database.asOperator(sql, [...parameters]) as unknown as Promise<Row[]>,
    };
    const results = await checkInvariants(runner, desk.clock.now());
    return results.filter(({ offenders }) => offenders.length > 0).map(({ code }) => code);
  };

  it.each(POINTS)('%s: the same command, sent again, has reserved once', async (at) => {
    const { needId } = await approved(desk, await aidedCase(desk));
    const fundId = await openFund(desk, 100_000);
    const input = { commandKey: key(), needId, fundId, amount: cents(40_000n) };
    const command = { who: 'coordinator', operation: 'reserveForNeed', input, selection: RESERVED };
    expect(await killedAt(at, command)).toBe('SIGKILL');

    expect(await repeat(command)).toMatchObject({ needState: 'FUNDED' });

    expect(await needRow(desk, needId)).toMatchObject({ reserved_minor: 40_000 });
    expect(await books(desk, fundId)).toMatchObject({ FUND: 100_000n, SET_ASIDE: 40_000n });
    expect(await broken()).toEqual([]);
  });

  it.each(POINTS)('%s: the same command, sent again, has paid once', async (at) => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await approvedPayout(desk, funded);
    const officer = await desk.as('finance-officer');
    await must(officer, 'declareInterest', { disbursementId, hasInterest: false });
    const input = { commandKey: key(), disbursementId, version: 1 };
    const command = {
      who: 'finance-officer',
      operation: 'releaseDisbursement',
      input,
      selection: CHANGED,
    };
    expect(await killedAt(at, command)).toBe('SIGKILL');

    expect(await repeat(command)).toMatchObject({ state: 'RELEASED' });

    expect(await needRow(desk, funded.needId)).toMatchObject({ released_minor: 40_000 });
    expect(await books(desk, funded.fundId)).toMatchObject({ FUND: 60_000n, SET_ASIDE: 0n });
    expect(await broken()).toEqual([]);
  });

  it.each(POINTS)('%s: the same command, sent again, has delivered once', async (at) => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);
    const input = { commandKey: key(), disbursementId };
    const command = {
      who: 'finance-officer',
      operation: 'markDelivered',
      input,
      selection: CHANGED,
    };
    expect(await killedAt(at, command)).toBe('SIGKILL');

    expect(await repeat(command)).toMatchObject({ state: 'DELIVERED' });

    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'DELIVERED',
      delivered_minor: 40_000,
    });
    expect(await broken()).toEqual([]);
  });
});
