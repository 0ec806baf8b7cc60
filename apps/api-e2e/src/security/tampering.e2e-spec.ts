import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { KeyOpener, SealedColumns, type SealedColumn } from '@kinward/vault';
import {
  alertCount,
  CHANGED,
  lastAlert,
  LANTERN,
  MARKER,
  openCase,
  openFullCase,
  WHOLE_FILE,
  WHOLE_IDENTITY,
} from './test-support/full-case.js';

const SEALED_COLUMNS = 10;

describe('whoever can write to the database and nothing else', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let deputy: TestClient;
  let caseId: string;
  let otherCaseId: string;
  let columns: readonly SealedColumn[];
  let alertsBefore: number;

  const operator = (sql: string, parameters: unknown[] = []) =>
    desk.database.asOperator<Record<string, unknown>>(sql, parameters);
  const fileOf = (client: TestClient, id = caseId) =>
    client.ask('query', 'caseFile', { caseId: id }, WHOLE_FILE);
  const identityOf = (client: TestClient, id = caseId) =>
    client.ask(
      'mutation',
      'revealIdentity',
      { caseId: id, purpose: 'CONTACT_FAMILY' },
      WHOLE_IDENTITY,
    );
  /** Runs `work` between a planted change and its undoing. */
  const during = async (
    table: string,
    change: () => Promise<unknown>,
    work: () => Promise<void>,
  ) => {
    await operator(`CREATE TABLE kept AS SELECT * FROM ${table}`);
    try {
      await change();
      await work();
    } finally {
      await operator('DELETE FROM session_key');
      const tables = [table];
      for (const each of tables)
        await operator(`DELETE FROM ${each} WHERE id NOT IN (SELECT id FROM kept)`);
      const [list] = await operator(
        `SELECT string_agg(format('%1$I = kept.%1$I', attname), ', ') AS set FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'`,
        [table],
      );
      await operator(
        `UPDATE ${table} t SET ${String(list?.['set'])} FROM kept WHERE kept.id = t.id`,
      );
      await operator('DROP TABLE kept');
    }
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await openFullCase(desk, LANTERN);
    caseworker = await desk.as('caseworker');
    deputy = await desk.as('caseworker-two');
    otherCaseId = await openCase(caseworker);
    columns = desk.app.get(SealedColumns, { strict: false }).all();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    alertsBefore = await alertCount(desk);
  });

  it('meets untouched cases open: every marker is shown, no alarm', async () => {
    const file = JSON.stringify(await fileOf(caseworker));
    const identity = JSON.stringify(await identityOf(caseworker));

    expect(file.split(MARKER)).toHaveLength(1 + 7);
    expect(identity.split(MARKER)).toHaveLength(1 + 4);
    expect(await alertCount(desk)).toBe(alertsBefore);
  });

  it(`is noticed in each of at least ${String(SEALED_COLUMNS)} sealed columns: INTEGRITY, an alarm, no text`, async () => {
    const tried: string[] = [];
    for (const { table, column, tier, subjectColumn } of columns) {
      const where = `WHERE ${subjectColumn} = '${caseId}' AND ${column} IS NOT NULL`;
      const [stored] = await operator(`SELECT 1 FROM ${table} ${where}`);
      if (stored === undefined) continue;
      tried.push(`${table}.${column}`);
      const flip = `UPDATE ${table} SET ${column} =
        set_byte(${column}, length(${column}) - 20, get_byte(${column}, length(${column}) - 20) # 1) ${where}`;
      const before = await alertCount(desk);
      await operator(flip);
      const answer = tier === 'T0' ? await identityOf(caseworker) : await fileOf(caseworker);
      await operator(flip);

      expect([table, answer]).toEqual([
        table,
        {
          __typename: 'IntegrityFailed',
          code: 'INTEGRITY',
          message:
            'This record failed a safety check and stays closed. The security desk was told.',
        },
      ]);
      expect(await alertCount(desk)).toBe(before + 1);
    }

    expect(tried.length).toBeGreaterThanOrEqual(SEALED_COLUMNS);
    expect((await fileOf(caseworker)).__typename).toBe('CaseFile');
  });

  it('cannot put an envelope of another case, row or tier into a place', async () => {
    const moves = [
      `UPDATE case_file SET sealed_t1 = (SELECT sealed_t1 FROM case_file WHERE id = '${otherCaseId}')
       WHERE id = '${caseId}'`,
      `UPDATE prisoner SET sealed_t1 = (SELECT sealed_t1 FROM household WHERE case_id = '${caseId}')
       WHERE case_id = '${caseId}'`,
      `UPDATE household_member SET sealed_t1 = sealed_t0 WHERE case_id = '${caseId}'`,
      `UPDATE household SET version = version + 1 WHERE case_id = '${caseId}'`,
    ];
    for (const move of moves) {
      const table = /UPDATE (\w+)/.exec(move)?.[1] ?? '';
      await during(
        table,
        () => operator(move),
        async () => expect((await fileOf(caseworker)).code).toBe('INTEGRITY'),
      );
    }

    expect(await alertCount(desk)).toBe(alertsBefore + moves.length);
  });

  it('stops a renewal of keys at a damaged envelope, with an alarm and without a change', async () => {
    const flip = `UPDATE prisoner_status SET sealed_t1 = set_byte(sealed_t1, 60, get_byte(sealed_t1, 60) # 1)
      WHERE case_id = $1`;
    await operator('UPDATE compartment SET rotation_due = true WHERE subject_id = $1', [caseId]);
    await operator(flip, [caseId]);
    const epochs = `SELECT id, current_epoch FROM compartment WHERE subject_id = $1 ORDER BY id`;
    const before = await operator(epochs, [caseId]);

    const answer = await caseworker.ask(
      'mutation',
      'recordHousehold',
      { caseId, notes: 'Demo' },
      CHANGED,
    );

    expect(answer.code).toBe('INTEGRITY');
    expect(await alertCount(desk)).toBe(alertsBefore + 1);
    expect(await operator(epochs, [caseId])).toEqual(before);
    await operator(flip, [caseId]);
    await operator('UPDATE compartment SET rotation_due = false WHERE subject_id = $1', [caseId]);
  });

  describe('and forges grants', () => {
    const grantsOf = (person: string, id = caseId) => `SELECT g.id FROM access_grant g
      JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = '${id}' AND g.holder_id = '${person}'`;
    const list = (names: readonly string[], replaced: Record<string, string>) =>
      names.map((name) => replaced[name] ?? name).join(', ');
    const GRANT = [
      'id',
      'organization_id',
      'compartment_id',
      'epoch',
      'holder_id',
      'granter_id',
      'purpose',
      'expires_at',
      'lock_id',
      'envelope',
    ];
    const copy = (from: string, replaced: Record<string, string>) =>
      `INSERT INTO access_grant (${GRANT.join(', ')})
       SELECT ${list(GRANT, { id: 'gen_random_uuid()', ...replaced })} FROM access_grant WHERE id IN (${from})`;

    /** Plants and expects no text for whoever asks, an alarm, and the cause. */
    const expectNothing = async (
      plant: string,
      client: TestClient,
      { cause, id = caseId }: { cause: string; id?: string },
    ): Promise<void> => {
      await operator('DELETE FROM session_key');
      await during(
        'access_grant',
        () => operator(plant),
        async () => {
          for (const ask of [fileOf, identityOf]) {
            const before = await alertCount(desk);
            const text = JSON.stringify(await ask(client, id));
            expect(text).not.toContain(MARKER);
            expect(text).toContain('INTEGRITY');
            expect(await alertCount(desk)).toBeGreaterThan(before);
            expect(await lastAlert(desk)).toBe(cause);
          }
        },
      );
    };

    it('copied from a colleague, with another holder: nothing opens, 2 alarms', async () => {
      const colleague = await desk.personId('caseworker');
      const own = await desk.personId('caseworker-three');
      const plant = copy(grantsOf(colleague), { holder_id: `'${own}'::uuid` });
      await expectNothing(plant, await desk.as('caseworker-three'), { cause: 'OUTER_LAYER' });
    });

    it('copied from another case: nothing opens', async () => {
      const holder = await desk.personId('caseworker-two');
      const to = (tier: string) =>
        `(SELECT id FROM compartment WHERE subject_id = '${otherCaseId}' AND tier = '${tier}')`;
      const tierOf = '(SELECT tier FROM compartment c WHERE c.id = compartment_id)';
      const plant = copy(grantsOf(holder), {
        compartment_id: `CASE ${tierOf} WHEN 'T0' THEN ${to('T0')} ELSE ${to('T1')} END`,
        lock_id: 'NULL::uuid',
      });
      await expectNothing(plant, deputy, { cause: 'OUTER_LAYER', id: otherCaseId });
    });

    it.each([
      ['a later end', `expires_at = expires_at + interval '1 day'`],
      ['another purpose', `purpose = 'SCREENING'`],
      ['another granter', `granter_id = holder_id`],
      ['no lock', `lock_id = NULL`],
    ])('changed to %s: nothing opens', async (_, change) => {
      const holder = await desk.personId('caseworker-two');
      const plant = `UPDATE access_grant SET ${change} WHERE id IN (${grantsOf(holder)})`;
      await expectNothing(plant, deputy, { cause: 'OUTER_LAYER' });
    });

    it('moved to a later epoch: nothing opens', async () => {
      const holder = await desk.personId('caseworker-two');
      await operator(
        `INSERT INTO compartment_epoch SELECT compartment_id, 2, organization_id, public_key, commitment,
           signer_id, signature, recovery_envelope FROM compartment_epoch e
         WHERE epoch = 1 AND compartment_id IN (SELECT id FROM compartment WHERE subject_id = $1)`,
        [caseId],
      );
      const step = (to: number) =>
        operator('UPDATE compartment SET current_epoch = $2 WHERE subject_id = $1', [caseId, to]);
      await step(2);
      const plant = `UPDATE access_grant SET epoch = 2 WHERE id IN (${grantsOf(holder)})`;
      await expectNothing(plant, deputy, { cause: 'OUTER_LAYER' });
      await step(1);
      await operator('DELETE FROM compartment_epoch WHERE epoch = 2');
    });

    it('prolonged while its key is warm in a session: nothing opens either', async () => {
      const holder = await desk.personId('caseworker-two');
      expect((await fileOf(deputy)).story.summary).toContain(MARKER);
      const plant = `UPDATE access_grant SET expires_at = expires_at + interval '1 day'
        WHERE id IN (${grantsOf(holder)})`;
      await during(
        'access_grant',
        () => operator(plant),
        async () => {
          expect(JSON.stringify(await fileOf(deputy))).not.toContain(MARKER);
          expect(await lastAlert(desk)).toBe('SESSION_CACHE');
        },
      );
    });

    it('with the key that another session has cached: nothing opens', async () => {
      await fileOf(caseworker);
      await fileOf(deputy);
      await operator(
        `UPDATE session_key k SET wrapped = other.wrapped FROM session_key other
         WHERE other.grant_id <> k.grant_id`,
      );

      expect((await fileOf(deputy)).code).toBe('INTEGRITY');
      expect(await lastAlert(desk)).toBe('SESSION_CACHE');
      await operator('DELETE FROM session_key');
    });
  });

  it('gets nothing sealed to a public key of its own: refused, an alarm, 0 grants', async () => {
    const coordinator = await desk.as('coordinator');
    const holderId = await desk.personId('caseworker-three');
    const named = { caseId: otherCaseId, personId: holderId };
    await coordinator.ask('mutation', 'nameDeputy', named, CHANGED);
    const [kept] = await operator(
      'SELECT public_encryption_key FROM credential WHERE person_id = $1',
      [holderId],
    );
    const exchange = 'UPDATE credential SET public_encryption_key = $2 WHERE person_id = $1';
    await operator(exchange, [holderId, Buffer.alloc(32, 9)]);

    const answer = await caseworker.ask(
      'mutation',
      'grantAccess',
      { caseId: otherCaseId, holderId },
      CHANGED,
    );

    expect(answer).toMatchObject({ __typename: 'IntegrityFailed', code: 'INTEGRITY' });
    expect(await lastAlert(desk)).toMatch(/^CERTIFICATE_/);
    expect(await operator('SELECT 1 FROM access_grant WHERE holder_id = $1', [holderId])).toEqual(
      [],
    );
    await operator(exchange, [holderId, kept?.['public_encryption_key']]);
    const repaired = await caseworker.ask(
      'mutation',
      'grantAccess',
      { caseId: otherCaseId, holderId },
      CHANGED,
    );
    expect(repaired.__typename).toBe('CaseChanged');
  });

  it('costs a warm request no asymmetric opening: 20 reads, 0 of them', async () => {
    await fileOf(caseworker);
    const { count } = desk.app.get(KeyOpener, { strict: false });
    const before = { ...count };

    for (let index = 0; index < 20; index += 1) await fileOf(caseworker);

    expect(count.asymmetric - before.asymmetric).toBe(0);
    expect(count.symmetric - before.symmetric).toBe(40);
  });
});
