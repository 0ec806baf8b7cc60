import { Logger, runMigrations as installJobQueue } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { migrateKeyring } from './keyring.js';
import { migrations } from './migrations.js';
import { ensureRoles, type LoginRole } from './roles.js';

export interface MigrateOptions {
  /** Connection of a role that may create roles, for the main database. */
  readonly adminUrl: string;
  /** Same, for the keyring's database; it is created when missing. */
  readonly keyringAdminUrl: string;
  readonly passwords: Record<LoginRole, string>;
  /** Told about each step that took work. */
  readonly progress: (line: string) => void;
}

/** Any fixed number: only one starting server migrates at a time. */
const MIGRATION_LOCK = 4_731_002;

/** Brings roles, main database, job queue and keyring to the newest version. Safe to repeat. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const admin = new Client({ connectionString: options.adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(admin, options.passwords);
    await prepareSchemas(admin);
    await migrateJobQueue(options.adminUrl, admin);
    const applied = await migrateTables(options.adminUrl);
    if (applied > 0) options.progress(`${String(applied)} migrations applied`);
    await migrateKeyring(options.keyringAdminUrl, options.passwords.kinward_app);
  } finally {
    await admin.end();
  }
}

async function prepareSchemas(admin: Client): Promise<void> {
  await admin.query(`
    ALTER SCHEMA public OWNER TO kinward_owner;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO kinward_app, kinward_worker, kinward_gate;
    CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION kinward_worker;
  `);
}

async function migrateJobQueue(adminUrl: string, admin: Client): Promise<void> {
  const database = admin.escapeIdentifier(admin.database ?? 'postgres');
  // The library asks for its schema with IF NOT EXISTS, which needs the right even where it exists.
  await admin.query(`GRANT CREATE ON DATABASE ${database} TO kinward_worker`);
  const pool = new Pool({ connectionString: adminUrl, options: '-c role=kinward_worker', max: 1 });
  // A connection that breaks fails the statement in hand; without these two the process would end instead.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  try {
    await installJobQueue({ pgPool: pool, logger: silentLogger() });
  } finally {
    await pool.end();
    await admin.query(`REVOKE CREATE ON DATABASE ${database} FROM kinward_worker`);
  }
}

function ignore(): void {
  // The statement in hand reports it.
}

/** The library's notices carry nothing an operator needs. */
function silentLogger(): Logger {
  return new Logger(() => () => undefined);
}

async function migrateTables(adminUrl: string): Promise<number> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    extra: { options: '-c role=kinward_owner', max: 1 },
    migrations,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.length;
  } finally {
    await source.destroy();
  }
}
