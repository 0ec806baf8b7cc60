import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '@kinward/audit';
import { checkInvariants } from '@kinward/ledger';
import { createDataSource } from '@kinward/platform';
import { seedVolume } from '@kinward/runtime';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';

const FAMILIES = 450;

describe('invented families for load tests', () => {
  let desk: TestDesk;
  const progress: number[] = [];

  beforeAll(async () => {
    desk = await startTestDesk();
    // Stopped in the middle: the first batches only.
    await seedVolume(desk.app, FAMILIES - 50, ({ done }) => progress.push(done));
  }, 120_000);

  afterAll(() => desk.close());

  const count = async (sql: string): Promise<number> => {
    const [row] = await desk.database.asOperator<{ count: number }>(sql);
    return row?.count ?? -1;
  };

  it('go on where they were stopped, and are not made twice', async () => {
    const added = await seedVolume(desk.app, FAMILIES, () => undefined);
    const again = await seedVolume(desk.app, FAMILIES, () => undefined);

    expect(progress).toEqual([200, 400]);
    expect([added, again]).toEqual([50, 0]);
    expect(await count('SELECT count(*)::int FROM case_file')).toBe(FAMILIES);
    expect(await count('SELECT count(*)::int FROM need')).toBeGreaterThan(FAMILIES * 4);
    // Two tiers each, and the outer key of each in the keyring.
    expect(await count('SELECT count(*)::int FROM compartment')).toBe(FAMILIES * 2);
  });

  it('stand in the lists of the desk', async () => {
    const coordinator = await desk.as('coordinator');

    const { data } = await coordinator.send(
      `{ caseList(input: { first: 25 }) { edges { node { codename state } } }
         needQueue(input: { first: 50 }) { edges { node { codename state score } } } }`,
    );

    expect(data.caseList.edges).toHaveLength(25);
    expect(data.needQueue.edges).toHaveLength(50);
  });

  it('break no rule of the books and no chain of the audit', async () => {
    const runner = {
      query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
        desk.database.asOperator<Row & object>(sql, [...parameters]) as Promise<Row[]>,
    };
    const results = await checkInvariants(runner, desk.clock.now());
    expect(results.filter(({ offenders }) => offenders.length > 0)).toEqual([]);

    const url = desk.database.addresses.workerUrl;
    const source = createDataSource({ url, poolSize: 1, entities: [] });
    await source.initialize();
    expect((await verifyAudit(source)).broken).toEqual([]);
    await source.destroy();
  });

  it('can be opened by nobody who works here, and name nobody in a dump', async () => {
    expect(await count('SELECT count(*)::int FROM access_grant')).toBe(0);

    const dump = await dumpDatabase(desk.database.addresses.adminUrl);
    for (const text of ['Demo-Volume', 'Demo-Street', 'Demo-number', 'Demo-volume note']) {
      expect(dump.includes(text)).toBe(false);
    }
    expect(dump).toContain('VOLUME_SEEDED');
  });
});
