import { readdirSync, readFileSync } from 'node:fs';
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
    return findInFolder(rows[0]?.data_directory ?? '', texts);
  } finally {
    await client.end();
  }
}

/** Passes over a folder that changes while it is read; more would chase a busy server. */
const PASSES = 5;

/**
 * Files below a folder that contain one of the texts. Other programs may remove and rename files meanwhile: what is
 * gone is passed over, and names that appeared since (a renamed segment of the WAL) are read in a further pass.
 */
export function findInFolder(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts.map((text) => Buffer.from(text));
  const seen = new Set<string>();
  const found: string[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const unseen = filesBelow(folder).filter((path) => !seen.has(path));
    if (unseen.length === 0) break;
    for (const path of unseen) {
      seen.add(path);
      const content = unlessGone(() => readFileSync(path));
      if (needles.some((needle) => content?.includes(needle) ?? false)) found.push(path);
    }
  }
  return found;
}

function filesBelow(folder: string): string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
