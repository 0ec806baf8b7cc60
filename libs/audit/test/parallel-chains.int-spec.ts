import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, toId, type OrganizationId } from '@kinward/kernel';
import { AuditTrail, createDataSource, UnitOfWork } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import type { DataSource } from 'typeorm';
import { verifyAudit } from '../src/index.js';

const WRITERS = 16;
const ENTRIES = 100;
/** Each act records two entries, as a hand-over does. */
const PER_ACT = 2;

describe('audit chains under many writers', () => {
  let desk: TestDesk;
  let operator: DataSource;
  let lantern: OrganizationId;

  beforeAll(async () => {
    desk = await startTestDesk();
    operator = createDataSource({
      url: desk.database.addresses.adminUrl,
      poolSize: 1,
      entities: [],
    });
    await operator.initialize();
    const [row] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    lantern = toId(row?.id ?? '');
  });

  afterAll(async () => {
    await operator.destroy();
    await desk.close();
  });

  // One test: the tampering needs the chains that the writers made, and tests run in any order.
  it('stay whole: 16 writers on 2 instances, 1,600 entries, 0 gaps, 0 deadlocks; a changed link and a missing one show', async () => {
    const second = await startTestDesk({ database: desk.database });
    const before = await verifyAudit(operator);
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const { app } = writer % 2 === 0 ? desk : second;
      const unitOfWork = app.get(UnitOfWork, { strict: false });
      const audit = app.get(AuditTrail, { strict: false });
      for (let entry = 0; entry < ENTRIES; entry += PER_ACT) {
        await unitOfWork.run({ organizationId: lantern, personId: null }, () => {
          for (let each = 0; each < PER_ACT; each += 1) {
            audit.record({ action: 'DEMO_ACT', subjectKind: 'DEMO', subjectId: null });
          }
          return Promise.resolve(ok());
        });
      }
    });
    await Promise.all(writers);
    await second.close();

    const after = await verifyAudit(operator);
    const [met] = await desk.database.asOperator<{ deadlocks: number }>(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    );
    expect(after.broken).toEqual([]);
    expect(after.entries - before.entries).toBe(WRITERS * ENTRIES);
    expect(met?.deadlocks).toBe(0);

    const past = async (sql: string): Promise<void> => {
      await desk.database.asOperator('ALTER TABLE audit_entry DISABLE TRIGGER ALL');
      await desk.database.asOperator(sql);
      await desk.database.asOperator('ALTER TABLE audit_entry ENABLE TRIGGER ALL');
    };
    const where = `WHERE organization_id = '${lantern}' AND sequence = 3 AND shard`;

    await past(`UPDATE audit_entry SET action = 'DEMO_OTHER' ${where} = 1`);
    await past(`DELETE FROM audit_entry ${where} = 2`);
    const { broken } = await verifyAudit(operator);

    expect(broken.map(({ shard, sequence, fault }) => [shard, sequence, fault])).toEqual([
      [1, '3', 'CHANGED'],
      [2, '3', 'MISSING'],
    ]);
  });
});
