import type { Type } from '@nestjs/common';
import { DataSource, type EntitySchema } from 'typeorm';

/**
 * What the migrations own alone and entities do not describe: indexes (CREATE / DROP INDEX, unique or not) and
 * the adding or dropping of constraints (primary, unique, foreign key and check: ALTER TABLE … ADD / DROP
 * CONSTRAINT). Everything else counts: tables, columns, their types, defaults and NOT NULL.
 */
const OWNED_BY_MIGRATIONS = [
  /^CREATE (UNIQUE )?INDEX /i,
  /^DROP INDEX /i,
  /^ALTER TABLE \S+ (ADD|DROP) CONSTRAINT /i,
];

/** True for a statement that says nothing about drift. */
export function isOwnedByMigrations(sql: string): boolean {
  return OWNED_BY_MIGRATIONS.some((pattern) => pattern.test(sql.trim()));
}

/**
 * The SQL that TypeORM would run to make the database what the entities describe, without
 * {@link isOwnedByMigrations}. Runs none of it.
 */
export async function findDrift(
  adminUrl: string,
  entities: readonly (Type<object> | EntitySchema)[],
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    entities: [...entities],
    poolSize: 2,
  });
  await source.initialize();
  try {
    const log = await source.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query).filter((sql) => !isOwnedByMigrations(sql));
  } finally {
    await source.destroy();
  }
}
