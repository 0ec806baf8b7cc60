import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { formsOf, search, take, type Target } from '../loot.js';
import { mustHold } from '../story-stopped.js';
import type { Teller } from '../teller.js';

/** What is stolen, and what must not be in it. */
export interface Robbery {
  readonly target: Target;
  readonly secrets: ReadonlySet<string>;
  /** Stands in clear in the database, as the threat page says. */
  readonly codename: string;
  readonly teller: Teller;
}

const MEGABYTE = 1_000_000;

/** Somebody takes every row and every file, and looks for names. A planted text shows that looking works. */
export async function attacked(robbery: Robbery): Promise<void> {
  const { target, teller, codename } = robbery;
  const control = `Demo-control-${randomUUID()}`;
  await plant(target.adminUrls[0] ?? '', control);
  const loot = await take(target);
  const bytes = loot.files.reduce((sum, { content }) => sum + content.length, 0);
  teller.tell('LOOT', {
    tables: loot.tables.length,
    rows: loot.tables.reduce((sum, { rows }) => sum + rows.length, 0),
    files: loot.files.length,
    megabytes: Math.round(bytes / MEGABYTE),
  });
  const secrets = [...robbery.secrets];
  const found = search(loot, secrets);
  const hits = found.rows.length + found.files.length;
  const forms = secrets.flatMap((secret) => formsOf(secret)).length;
  teller.tell('NOTHING_FOUND', { secrets: secrets.length, forms, hits });
  const places = [...new Set([...found.rows, ...found.files])].join(', ');
  mustHold(hits === 0, `The stolen data names somebody; look at ${places}.`);
  const planted = search(loot, [control]);
  teller.tell('CONTROL_FOUND', {
    rows: planted.rows.length,
    files: planted.files.length,
    codename,
  });
  mustHold(
    planted.rows.length > 0 && planted.files.length > 0 && search(loot, [codename]).rows.length > 0,
    'The search does not find what is there, so that it proves nothing.',
  );
}

/** Into a table of its own: the home is thrown away afterwards. */
async function plant(adminUrl: string, control: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CREATE TABLE IF NOT EXISTS story_control (planted text NOT NULL)');
    await client.query('INSERT INTO story_control VALUES ($1)', [control]);
  } finally {
    await client.end();
  }
}
