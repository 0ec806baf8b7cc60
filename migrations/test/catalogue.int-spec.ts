import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import pg from 'pg';
import { catalogueProblems, UNSCOPED_TABLES } from './test-support/catalogue.js';

describe('the catalogue of the migrated database', () => {
  let database: TestDatabase;
  let operator: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = new pg.Client({ connectionString: database.addresses.adminUrl });
    await operator.connect();
  });

  afterAll(async () => {
    await operator.end();
    await database.drop();
  });

  it('holds nothing that steps past row security (13 questions, no answer)', async () => {
    expect(await catalogueProblems(operator)).toEqual([]);
  });

  it('has every table that stands on the list of exceptions', async () => {
    const { rows } = await operator.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind = 'r' AND NOT relrowsecurity ORDER BY relname`,
    );
    const standing = rows.map((row) => row.relname);

    expect(Object.keys(UNSCOPED_TABLES)).toEqual(expect.arrayContaining(standing));
  });

  it.each([
    ['a table without row security', `CREATE TABLE planted (organization_id uuid NOT NULL)`],
    [
      'a table that its owner reads past the policies',
      `CREATE TABLE planted (organization_id uuid NOT NULL); ALTER TABLE planted ENABLE ROW LEVEL SECURITY`,
    ],
    [
      'a table without an organisation',
      `ALTER TABLE household ALTER organization_id DROP NOT NULL`,
    ],
    [
      'a policy that lets everything through',
      `CREATE POLICY planted ON household FOR SELECT TO kinward_app USING (true)`,
    ],
    [
      'a policy that checks reading and not writing',
      `CREATE POLICY planted ON household TO kinward_app
         USING (organization_id = app_organization_id()) WITH CHECK (true)`,
    ],
    ['a table without its policy', `DROP POLICY own_organization ON household`],
    ['a view', `CREATE VIEW planted AS SELECT * FROM household`],
    ['a kept view', `CREATE MATERIALIZED VIEW planted AS SELECT * FROM household`],
    ['a role that bypasses policies', `ALTER ROLE kinward_app BYPASSRLS`],
    ['a role that may become the owner', `GRANT kinward_owner TO kinward_app`],
    ['a table of a serving role', `ALTER TABLE household OWNER TO kinward_worker`],
    [
      'a definer’s function with an open search path',
      `CREATE FUNCTION planted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
       REVOKE EXECUTE ON FUNCTION planted() FROM PUBLIC`,
    ],
    [
      'a definer’s function that everybody may call',
      `CREATE FUNCTION planted() RETURNS int LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS 'SELECT 1'`,
    ],
    [
      'a unique blind index',
      `ALTER TABLE household ADD phone_bidx bytea; CREATE UNIQUE INDEX planted ON household (phone_bidx)`,
    ],
    ['a schema that serving roles may fill', `GRANT CREATE ON SCHEMA public TO kinward_app`],
    ['an operator’s table laid open', `GRANT SELECT ON installation_fact TO kinward_app`],
  ])('is seen red with %s', async (_, plant) => {
    await operator.query('BEGIN');
    try {
      await operator.query('SET LOCAL lock_timeout = 3000');
      await operator.query(plant);

      expect(await catalogueProblems(operator)).not.toEqual([]);
    } finally {
      await operator.query('ROLLBACK');
    }
  });
});
