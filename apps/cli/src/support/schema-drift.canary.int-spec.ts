import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '@kinward/runtime';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import { EntitySchema } from 'typeorm';
import { findDrift, isOwnedByMigrations } from './schema-drift.js';

describe('the drift check', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const drift = (entities: Parameters<typeof findDrift>[1] = ENTITIES) =>
    findDrift(database.addresses.adminUrl, entities);

  it('is green on the migrated database', async () => {
    expect(await drift()).toEqual([]);
  });

  it.each([
    ['a column the entities do not know', 'ADD COLUMN planted text', 'planted'],
    ['a column that may be empty', 'ALTER COLUMN name DROP NOT NULL', 'name'],
    ['another default', 'ALTER COLUMN t0_case_limit SET DEFAULT 26', 't0_case_limit'],
    ['another type', 'ALTER COLUMN t0_case_limit TYPE bigint', 't0_case_limit'],
  ])('is red with %s', async (_, change, column) => {
    const copy = await createTestDatabase();
    try {
      await copy.asOperator(`ALTER TABLE organization ${change}`);

      const statements = await findDrift(copy.addresses.adminUrl, ENTITIES);

      expect(statements.join('\n')).toContain(column);
    } finally {
      await copy.drop();
    }
  });

  it('is red with an entity that no migration made', async () => {
    const planted = new EntitySchema({
      name: 'planted',
      columns: { id: { type: 'uuid', primary: true } },
    });

    expect((await drift([planted])).join('\n')).toContain('CREATE TABLE "planted"');
  });

  it.each([
    ['CREATE INDEX "x" ON "y" ("z")', true],
    ['CREATE UNIQUE INDEX "x" ON "y" ("z")', true],
    ['DROP INDEX "public"."x"', true],
    ['ALTER TABLE "y" ADD CONSTRAINT "x" UNIQUE ("z")', true],
    ['ALTER TABLE "y" DROP CONSTRAINT "x"', true],
    ['ALTER TABLE "y" DROP COLUMN "constraint"', false],
    ['ALTER TABLE "y" ADD "index" text', false],
    ['ALTER TABLE "y" ALTER COLUMN "z" SET NOT NULL', false],
    ['CREATE TABLE "y" ()', false],
  ])('takes %s for the business of migrations: %s', (sql, expected) => {
    expect(isOwnedByMigrations(sql)).toBe(expected);
  });
});
