import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Every row of every table as text, as a plain dump would hold it; the embedded server brings no dump program of its
 * own. Bytes appear in hexadecimal.
 */
export async function dumpDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(`-- ${name}`, ...rows.rows.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

/** Files below a server's data directory that contain one of the texts, checkpoint and WAL included. */
export async function findInDataDirectory(
  adminUrl: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return search(
      rows[0]?.data_directory ?? '',
      texts.map((text) => Buffer.from(text)),
    );
  } finally {
    await client.end();
  }
}

function search(folder: string, needles: readonly Buffer[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return search(path, needles);
    if (!entry.isFile() || statSync(path).size === 0) return [];
    const content = readFileSync(path);
    return needles.some((needle) => content.includes(needle)) ? [path] : [];
  });
}
