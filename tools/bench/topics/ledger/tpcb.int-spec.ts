import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import { parsePgbench, pgbenchVersion, prepareTpcb, runPgbench, runTpcbInNode } from './tpcb.mjs';

const REPORT = `pgbench (15.18)
number of clients: 16
number of transactions actually processed: 24600
number of failed transactions: 0 (0.000%)
latency average = 2.6 ms
initial connection time = 20 ms
tps = 6150.000000 (without initial connection time)
`;

describe('the report of pgbench', () => {
  it('tells transactions and seconds', () => {
    expect(parsePgbench(REPORT)).toEqual({ count: 24_600, seconds: 4 });
  });

  it.each([
    ['failures', REPORT.replace('failed transactions: 0', 'failed transactions: 3')],
    ['no rate', REPORT.replace('tps', 'nothing')],
    ['nothing', ''],
  ])('with %s is no figure', (_, report) => {
    expect(() => parsePgbench(report)).toThrow('pgbench said');
  });
});

describe('TPC-B', () => {
  let database: TestDatabase;
  let url: string;

  const sums = async (): Promise<unknown> => {
    const [row] = await database.asOperator(
      `SELECT (SELECT sum(abalance) FROM pgbench_accounts) = (SELECT sum(delta) FROM pgbench_history) AS accounts,
         (SELECT sum(bbalance) FROM pgbench_branches) = (SELECT sum(delta) FROM pgbench_history) AS branches,
         (SELECT sum(tbalance) FROM pgbench_tellers) = (SELECT sum(delta) FROM pgbench_history) AS tellers,
         (SELECT count(*)::int FROM pgbench_history) AS count`,
    );
    return row;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    url = database.addresses.adminUrl;
    await prepareTpcb(url, 1);
  });

  afterAll(() => database.drop());

  it('keeps its sums, whoever drives it', async () => {
    const { count, how } = await runTpcbInNode(url, { clients: 3, ms: 300, scale: 1 });

    expect(count).toBeGreaterThan(3);
    expect(how).toBe('pg, pipelined');
    expect(await sums()).toEqual({ accounts: true, branches: true, tellers: true, count });

    if ((await pgbenchVersion()) === null) return;
    const driven = await runPgbench(url, { clients: 2, ms: 1_000 });
    expect(driven.seconds).toBeGreaterThan(0.5);
    expect(await sums()).toEqual({
      accounts: true,
      branches: true,
      tellers: true,
      count: count + driven.count,
    });
  });
});
