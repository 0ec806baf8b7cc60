import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** What a thief takes: databases as their superuser sees them, folders on the disk, and what others were told. */
export interface Target {
  readonly adminUrls: readonly string[];
  readonly folders: readonly string[];
  /** Addresses of pages, such as what the payment provider noted of every call. */
  readonly pages: readonly string[];
}

/** Everything that was taken. */
export interface Loot {
  /** Rows of a table as text, bytes in hexadecimal; one text for each table. */
  readonly tables: readonly { readonly name: string; readonly rows: readonly string[] }[];
  readonly files: readonly { readonly path: string; readonly content: Buffer }[];
}

/** Where a text was found, by the name of the table or file; never the text itself. */
export interface Found {
  readonly rows: readonly string[];
  readonly files: readonly string[];
}

/** Takes every row of every table and every file, after the database has written down what it knows. */
export async function take({ adminUrls, folders, pages }: Target): Promise<Loot> {
  const tables: Loot['tables'][number][] = [];
  for (const adminUrl of adminUrls) tables.push(...(await dump(adminUrl)));
  const read = await Promise.all(
    pages.map(async (path) => {
      const response = await fetch(path);
      return { path, content: Buffer.from(await response.arrayBuffer()) };
    }),
  );
  const files = folders.flatMap(filesBelow).flatMap((path) => {
    const content = unlessGone(() => readFileSync(path));
    return content === undefined ? [] : [{ path, content }];
  });
  return { tables, files: [...read, ...files] };
}

/** Looks for texts in every spelling that a database, a log or a queue gives them. */
export function search(loot: Loot, texts: readonly string[]): Found {
  const pattern = patternOf(texts.flatMap(formsOf));
  return {
    rows: loot.tables.flatMap(({ name, rows }) =>
      rows.filter((row) => pattern.test(latin(Buffer.from(row)))).map(() => name),
    ),
    files: loot.files.filter(({ content }) => pattern.test(latin(content))).map(({ path }) => path),
  };
}

/** A text as it is, in hexadecimal, in Base64 at each of its three offsets, and in UTF-16. */
export function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((offset) => {
    const base64 = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // What stands at the edges depends on the neighbours.
    return Buffer.from(
      base64
        .slice(offset === 0 ? 0 : offset + 1)
        .replace(/=*$/, '')
        .slice(0, -1),
    );
  });
  return [bytes, Buffer.from(bytes.toString('hex')), ...shifted, Buffer.from(text, 'utf16le')];
}

async function dump(adminUrl: string): Promise<Loot['tables']> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const { rows: names } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const tables: Loot['tables'][number][] = [];
    for (const { name } of names) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      tables.push({ name, rows: rows.map(({ row }) => row) });
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** Byte for byte: one character for each. */
function latin(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** One pass over the loot for all texts, however many there are. */
function patternOf(forms: readonly Buffer[]): RegExp {
  const sources = forms.map((form) => latin(form).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(sources.join('|'));
}

function filesBelow(folder: string): string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** A running database removes and renames files while they are read. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
