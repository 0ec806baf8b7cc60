import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { AccessGranting, SealedColumns, sealJson, type Tier } from '@kinward/vault';
import { actAs, FamilyScene, type OpenedRow } from '../cases/test-support/family-scene.js';

interface Epoch {
  readonly tier: string;
  readonly current_epoch: number;
  readonly rotation_due: boolean;
}

/** Rows of the other sealed tables, at a version that is not the revision in their place. */
const CONTACT_ROWS = [
  {
    table: 'contact_channel',
    column: 'sealed_t0',
    tier: 'T0',
    more: { trust: 'VERIFIED', version: 3 },
  },
  { table: 'contact_attempt', column: 'sealed_t1', tier: 'T1', more: { outcome: 'REACHED' } },
  { table: 'case_note', column: 'sealed_t1', tier: 'T1', more: { kind: 'OBSERVATION' } },
  { table: 'consent', column: 'sealed_t1', tier: 'T1', more: { purpose: 'AID', version: 2 } },
] as const;

describe('renewing the keys of a case', () => {
  let desk: TestDesk;
  let scene: FamilyScene;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
    for (const row of CONTACT_ROWS) await addSealed(row);
  });

  const addSealed = async (row: (typeof CONTACT_ROWS)[number]): Promise<void> => {
    const rowId = crypto.randomUUID();
    const { table, column, tier } = row;
    const envelope = await scene.withKeys(async (keys) => {
      const tierKeys = keys.of(scene.caseId, tier);
      if (tierKeys === null) throw new Error('no key of this tier');
      return sealJson(tierKeys, { table, column, rowId, revision: 1 }, { text: 'Demo-Contact' });
    });
    await desk.database.asOperator(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $2::jsonb || jsonb_build_object(
         'organization_id', organization_id, 'case_id', id))).*
       FROM case_file WHERE id = $1`,
      [
        scene.caseId,
        JSON.stringify({
          id: rowId,
          made_by: await desk.personId('caseworker'),
          made_on: '2021-01-01',
          given_on: '2021-01-01',
          lapses_on: '2031-01-01',
          [column]: `\\x${envelope.toString('hex')}`,
          ...row.more,
        }),
      ],
    );
  };

  const grant = async (key: string, tiers: readonly Tier[] = ['T0', 'T1']): Promise<void> => {
    const holderId = await desk.personId(key);
    await actAs(desk, scene.caseworker, async (actor) => {
      const granted = await desk.app.get(AccessGranting, { strict: false }).grant(actor, {
        subjectId: scene.caseId,
        holderId,
        tiers,
        purpose: 'CASEWORK',
        expiresAt: null,
        isLocked: false,
      });
      expect(granted.ok).toBe(true);
    });
  };

  const revoke = async (key: string): Promise<void> => {
    const holderId = await desk.personId(key);
    await actAs(desk, scene.caseworker, async () => {
      const granting = desk.app.get(AccessGranting, { strict: false });
      expect((await granting.revoke(scene.caseId, holderId)).ok).toBe(true);
    });
  };

  const write = async (client = scene.caseworker): Promise<string> => {
    const input = { householdId: scene.householdId, name: 'Demo-Child', relation: 'CHILD' };
    return String((await scene.change('recordMember', input, client)).__typename);
  };

  const epochs = (): Promise<Epoch[]> =>
    desk.database.asOperator<Epoch>(
      `SELECT tier, current_epoch, rotation_due FROM compartment WHERE subject_id = $1 ORDER BY tier`,
      [scene.caseId],
    );

  const setDue = (): Promise<unknown> =>
    desk.database.asOperator('UPDATE compartment SET rotation_due = true WHERE subject_id = $1', [
      scene.caseId,
    ]);

  /** Every envelope of the case, by table, column and row. */
  const envelopes = async (): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (const column of desk.app.get(SealedColumns, { strict: false }).all()) {
      const rows = await desk.database.asOperator<{ id: string; envelope: Buffer | null }>(
        `SELECT id, ${column.column} AS envelope FROM ${column.table} WHERE ${column.subjectColumn} = $1`,
        [scene.caseId],
      );
      for (const { id, envelope } of rows) {
        const place = `${column.table}.${column.column} ${id}`;
        if (envelope !== null) found.set(place, envelope.toString('hex'));
      }
    }
    return found;
  };

  const contents = async (client = scene.caseworker): Promise<OpenedRow[]> => {
    const tables = new Set(
      desk.app
        .get(SealedColumns, { strict: false })
        .all()
        .map((column) => column.table),
    );
    const all: OpenedRow[] = [];
    for (const table of tables) all.push(...(await scene.opened(table, client)));
    return all;
  };

  it('gives the next writer a new epoch, in which everything is sealed again and opens', async () => {
    const sealedBefore = await envelopes();
    const before = await contents();
    await setDue();

    expect(await write()).toBe('CaseChanged');

    expect(await epochs()).toEqual([
      { tier: 'T0', current_epoch: 2, rotation_due: false },
      { tier: 'T1', current_epoch: 2, rotation_due: false },
    ]);
    const sealedAfter = await envelopes();
    expect(sealedBefore.size).toBeGreaterThanOrEqual(10);
    for (const [place, envelope] of sealedBefore) {
      expect(sealedAfter.has(place)).toBe(true);
      expect(sealedAfter.get(place)).not.toBe(envelope);
    }
    const after = await contents();
    expect(after).toHaveLength(before.length + 1);
    // The case itself has counted the write; nothing else may differ.
    const unchanged = before.filter((row) => row.id !== scene.caseId);
    expect(after).toEqual(expect.arrayContaining(unchanged));
  });

  it('happens once: the write after it stays in the same epoch', async () => {
    await setDue();

    await write();
    await write();

    expect((await epochs()).map((epoch) => epoch.current_epoch)).toEqual([2, 2]);
  });

  it('leaves everything as it was where the write is refused', async () => {
    await setDue();
    const before = await scene.stored();

    const answer = await scene.change('recordHousehold', { notes: 'Demo-\u0000' });

    expect(answer.__typename).toBe('InvalidInput');
    expect(await scene.stored()).toEqual(before);
    expect((await epochs()).map((epoch) => epoch.current_epoch)).toEqual([1, 1]);
  });

  it('takes those who remain along, whoever writes first', async () => {
    await grant('caseworker-two');
    const other = await desk.as('caseworker-two');
    await setDue();

    expect(await write(other)).toBe('CaseChanged');

    expect(await contents(scene.caseworker)).toEqual(await contents(other));
    expect(await write(scene.caseworker)).toBe('CaseChanged');
  });

  it('lets only one of two writers renew', async () => {
    await grant('caseworker-two');
    await setDue();

    const outcomes = await Promise.all([write(), write(await desk.as('caseworker-two'))]);

    expect(outcomes).toEqual(['CaseChanged', 'CaseChanged']);
    expect((await epochs()).map((epoch) => epoch.current_epoch)).toEqual([2, 2]);
    expect(await scene.opened('household_member')).toHaveLength(3);
  });

  it('makes a grant that was taken away useless, even when it is put back', async () => {
    await grant('caseworker-three');
    const revoked = await desk.as('caseworker-three');
    expect(await write(revoked)).toBe('CaseChanged');
    await desk.database.asOperator(
      `CREATE TABLE kept AS SELECT g.* FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
       WHERE c.subject_id = $1 AND g.holder_id = $2`,
      [scene.caseId, await desk.personId('caseworker-three')],
    );
    await revoke('caseworker-three');
    expect((await epochs()).every((epoch) => epoch.rotation_due)).toBe(true);

    expect(await write()).toBe('CaseChanged');

    const kept = await desk.database.asOperator(
      'INSERT INTO access_grant SELECT * FROM kept RETURNING id',
    );
    expect(kept).toHaveLength(2);
    expect(await write(revoked)).toBe('NotFound');
    await expect(contents(revoked)).rejects.toThrow('no key of this tier');
  });

  it('is not held up by a grant that has expired, and does not revive it', async () => {
    await grant('caseworker-two');
    await desk.database.asOperator(
      `UPDATE access_grant SET expires_at = now() - interval '1 day'
       WHERE holder_id = $1 AND compartment_id IN (SELECT id FROM compartment WHERE subject_id = $2)`,
      [await desk.personId('caseworker-two'), scene.caseId],
    );
    await setDue();

    expect(await write()).toBe('CaseChanged');

    expect((await epochs()).map((epoch) => epoch.current_epoch)).toEqual([2, 2]);
    expect(await write(await desk.as('caseworker-two'))).toBe('NotFound');
  });
});
