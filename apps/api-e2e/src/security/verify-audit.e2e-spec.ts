import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { openCase } from './test-support/full-case.js';

const VERIFIED = '{ chain chains entries until fault faultAt }';

describe('verifying the audit trail from the desk', () => {
  let desk: TestDesk;
  let auditor: TestClient;

  const verifyAll = async (): Promise<
    { entries: number; fault: string | null; faultAt: string }[]
  > => {
    const first = await auditor.ask('query', 'verifyAuditChain', { chain: 0 }, VERIFIED);
    const rest = [];
    for (let chain = 1; chain < first.chains; chain += 1) {
      rest.push(await auditor.ask('query', 'verifyAuditChain', { chain }, VERIFIED));
    }
    return [first, ...rest];
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    auditor = await desk.as('auditor');
    const caseworker = await desk.as('caseworker');
    for (let count = 0; count < 20; count += 1) await openCase(caseworker);
  });

  afterAll(() => desk.close());

  it('finds every chain whole, and counts the entries of the own organisation', async () => {
    const chains = await verifyAll();
    expect(chains).toHaveLength(16);
    expect(chains.every(({ fault }) => fault === null)).toBe(true);
    const [row] = await desk.database.asOperator<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry e JOIN person p ON p.organization_id = e.organization_id
       WHERE p.id = $1`,
      [await desk.personId('auditor')],
    );
    expect(chains.reduce((sum, { entries }) => sum + entries, 0)).toBe(row?.count);
  });

  it('names the chain and the place where an entry was changed', async () => {
    const change = (from: string, to: string) =>
      desk.database.asOperator(
        `UPDATE audit_entry SET action = $2 WHERE action = $1 AND (organization_id, shard, sequence) =
           (SELECT organization_id, shard, min(sequence) FROM audit_entry WHERE action = $1
            GROUP BY organization_id, shard ORDER BY shard LIMIT 1)`,
        [from, to],
      );
    // Whoever owns the database can; the chain is what tells.
    await desk.database.asOperator('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await change('CASE_OPENED', 'CASE_OPENEX');
    const broken = (await verifyAll()).filter(({ fault }) => fault !== null);
    await change('CASE_OPENEX', 'CASE_OPENED');
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ fault: 'CHANGED' });
    expect(Number(broken[0]?.faultAt)).toBeGreaterThan(0);
  });

  it('refuses a chain that does not exist', async () => {
    const { errors } = await auditor.send('{ verifyAuditChain(input: { chain: 16 }) { chain } }');
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it.each(['coordinator', 'administrator', 'volunteer'])('is nothing for a %s', async (key) => {
    const client = await desk.as(key);
    const { errors } = await client.send('{ verifyAuditChain(input: { chain: 0 }) { chain } }');
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
