import pg from 'pg';
import { StartupError } from '@kinward/platform';

/** How far the demonstration's data came; `null` where the database holds none of it. */
export type DemoProgress = 'STARTED' | 'FINISHED' | null;

/** Runs `work` on an operator's connection. */
async function asOperator<T>(
  adminUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads the mark; also on a database that has no tables yet. */
export function readDemoProgress(adminUrl: string): Promise<DemoProgress> {
  return asOperator(adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.installation_fact') IS NOT NULL AS there`,
    );
    if (tables[0]?.there !== true) return null;
    const { rows } = await client.query<{ value: DemoProgress }>(
      `SELECT value FROM installation_fact WHERE name = 'demo'`,
    );
    return rows[0]?.value ?? null;
  });
}

/** @throws StartupError where real organisations already live: a demonstration never joins them */
export function markDemoStarted(adminUrl: string): Promise<void> {
  return asOperator(adminUrl, async (client) => {
    const { rows } = await client.query('SELECT FROM organization LIMIT 1');
    if (rows.length > 0) {
      throw new StartupError(
        'This database already holds organisations, so the demo is not added; set KINWARD_MODE=production.',
      );
    }
    await client.query(`INSERT INTO installation_fact VALUES ('demo', 'STARTED')`);
  });
}

export async function markDemoFinished(adminUrl: string): Promise<void> {
  await asOperator(adminUrl, (client) =>
    client.query(`UPDATE installation_fact SET value = 'FINISHED' WHERE name = 'demo'`),
  );
}

/** Clears what an interrupted seeding left; only ever what itself marked as started. */
export async function clearUnfinishedDemo(adminUrl: string): Promise<boolean> {
  if ((await readDemoProgress(adminUrl)) !== 'STARTED') return false;
  await asOperator(adminUrl, (client) =>
    client.query(
      'DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS graphile_worker CASCADE',
    ),
  );
  return true;
}
