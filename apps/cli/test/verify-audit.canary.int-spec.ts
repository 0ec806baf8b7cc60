import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ok } from '@kinward/kernel';
import { AuditTrail, UnitOfWork } from '@kinward/platform';
import { startTestDesk } from '@kinward/testing';
import { openOperatorBench, type OperatorBench } from './test-support/run-cli.js';

const HERE = `(organization_id, shard) IN (SELECT organization_id, shard FROM audit_chain
  ORDER BY length DESC, organization_id, shard LIMIT 1)`;
const LAST = `(SELECT max(sequence) FROM audit_entry WHERE ${HERE})`;

interface LongestChain {
  readonly organization_id: string;
  readonly shard: number;
  readonly length: number;
}

/** F1 of security.md: what somebody with the whole database in hand might do to the trail. */
const TAMPERINGS = [
  {
    what: 'an edited entry',
    sql: `UPDATE audit_entry SET action = 'SOMETHING_ELSE' WHERE sequence = 2 AND ${HERE}`,
    fault: 'CHANGED',
    at: () => 2,
  },
  {
    what: 'an entry of another actor',
    sql: `UPDATE audit_entry SET actor_kind = 'SYSTEM' WHERE sequence = 2 AND ${HERE}`,
    fault: 'CHANGED',
    at: () => 2,
  },
  {
    what: 'a deleted entry',
    sql: `DELETE FROM audit_entry WHERE sequence = 2 AND ${HERE}`,
    fault: 'MISSING',
    at: () => 2,
  },
  {
    what: 'an inserted entry',
    sql: `INSERT INTO audit_entry SELECT organization_id, shard, sequence + 1, version, recorded_hour,
            actor_kind, actor_id, action, subject_kind, subject_id, reason, hash
          FROM audit_entry WHERE sequence = ${LAST} AND ${HERE}`,
    fault: 'CHANGED',
    at: (length: number) => length + 1,
  },
  {
    what: 'two entries that changed places',
    sql: `UPDATE audit_entry SET sequence = -1 WHERE sequence = 1 AND ${HERE};
          UPDATE audit_entry SET sequence = 1 WHERE sequence = 2 AND ${HERE};
          UPDATE audit_entry SET sequence = 2 WHERE sequence = -1 AND ${HERE}`,
    fault: 'CHANGED',
    at: () => 1,
  },
  {
    what: 'a cut tail, by the head',
    sql: `DELETE FROM audit_entry WHERE sequence = ${LAST} AND ${HERE}`,
    fault: 'HEAD_DIFFERS',
    at: (length: number) => length - 1,
  },
];

/** More than three for each of the sixteen chains, so that one of them has at least four. */
const HONEST_ACTS = 60;

describe('verify audit', () => {
  let bench: OperatorBench;
  let chain: LongestChain | undefined;

  beforeAll(async () => {
    bench = await openOperatorBench();
    await actHonestly(bench);
    [chain] = await bench.database.asOperator<LongestChain>(
      `SELECT organization_id, shard, length::integer FROM audit_chain
       ORDER BY length DESC, organization_id, shard LIMIT 1`,
    );
    await bench.database.asOperator('CREATE TABLE honest AS SELECT * FROM audit_entry');
    await bench.database.asOperator('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  }, 60_000);

  afterEach(async () => {
    await bench.database.asOperator('DELETE FROM audit_entry');
    await bench.database.asOperator('INSERT INTO audit_entry SELECT * FROM honest');
  });

  afterAll(() => bench.close());

  it('is green on an honest trail and counts all of it', async () => {
    const result = await bench.json('verify', 'audit');

    const [counted] = await bench.database.asOperator(
      `SELECT (SELECT count(*)::integer FROM audit_chain) AS chains,
         (SELECT count(*)::integer FROM audit_entry) AS entries`,
    );
    expect(result).toEqual({ ...counted, broken: [] });
    expect(result.entries).toBeGreaterThanOrEqual(HONEST_ACTS);
  });

  it.each(TAMPERINGS)('finds $what', async ({ sql, fault, at }) => {
    await bench.database.asOperator(sql);

    const { code, stdout } = await bench.run('verify', 'audit', '--json');

    expect(code).toBe(1);
    const { organization_id: organizationId, shard, length = 0 } = chain ?? {};
    expect((JSON.parse(stdout) as { broken: unknown[] }).broken).toEqual([
      { organizationId, shard, sequence: String(at(length)), fault },
    ]);
  });
});

async function actHonestly(bench: OperatorBench): Promise<void> {
  const desk = await startTestDesk({ database: bench.database });
  try {
    const [organization] = await bench.database.asOperator<{ id: string }>(
      'SELECT id FROM organization ORDER BY code LIMIT 1',
    );
    const scope = { organizationId: (organization?.id ?? '') as never, personId: null };
    const unitOfWork = desk.app.get(UnitOfWork);
    const trail = desk.app.get(AuditTrail);
    for (let act = 0; act < HONEST_ACTS; act += 1) {
      await unitOfWork.run(scope, () => {
        trail.record({ action: 'DEMO_ACT', subjectKind: 'DEMO', subjectId: null });
        return Promise.resolve(ok());
      });
    }
  } finally {
    await desk.close();
  }
}
