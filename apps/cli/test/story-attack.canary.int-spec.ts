import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import { attacked } from '../src/commands/story/chapters/attacked.js';
import { Teller } from '../src/commands/story/teller.js';

const NAME = 'Demo-Whortleberry Applicant';
/** Stands in clear in every test database. */
const CLEAR = 'lantern';

describe('the attack of the story', () => {
  let database: TestDatabase;
  let folder: string;
  let logs: string;
  let told: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    // The files of this database alone: others use the same server.
    const [place] = await database.asOperator<{ folder: string }>(
      `SELECT current_setting('data_directory') || '/base/' || oid AS folder FROM pg_database
       WHERE datname = current_database()`,
    );
    folder = place?.folder ?? '';
  });

  beforeEach(async () => {
    await database.asOperator('DROP TABLE IF EXISTS demo_leak');
    logs = mkdtempSync(join(tmpdir(), 'kinward-story-logs-'));
    told = [];
  });

  afterEach(() => {
    rmSync(logs, { recursive: true, force: true });
  });

  afterAll(() => database.drop());

  const attack = (folders = [folder, logs], codename = CLEAR): Promise<void> => {
    const { adminUrl, keyringAdminUrl } = database.addresses;
    const write = (text: string): void => void told.push(text);
    return attacked({
      target: { adminUrls: [adminUrl, keyringAdminUrl], folders, pages: [] },
      secrets: new Set([NAME, 'Demo-Crowberry']),
      codename,
      teller: new Teller({ json: true, colour: false, write }),
    });
  };
  const plant = async (type: string, value: unknown): Promise<void> => {
    await database.asOperator(`CREATE TABLE demo_leak (planted ${type})`);
    await database.asOperator('INSERT INTO demo_leak VALUES ($1)', [value]);
  };

  it('goes through where nobody is named, and has found what it planted itself', async () => {
    await attack();

    const facts = told.map((line) => JSON.parse(line));
    expect(facts.map(({ step }) => step)).toEqual(['LOOT', 'NOTHING_FOUND', 'CONTROL_FOUND']);
    expect(facts[1]).toMatchObject({ secrets: 2, hits: 0 });
    expect(facts[2].rows).toBeGreaterThan(0);
  });

  it.each([
    ['a column in clear', 'text', NAME],
    ['a column of bytes that are not sealed', 'bytea', Buffer.from(`{"name":"${NAME}"}`)],
    ['the payload of a job', 'jsonb', JSON.stringify({ n: Buffer.from(NAME).toString('base64') })],
  ])('stops the story at %s, and does not repeat the name', async (_, type, value) => {
    await plant(type, value);

    const sentence = await attack().then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(sentence).toContain('public.demo_leak');
    expect(sentence).not.toContain(NAME);
    expect(told.join('')).not.toContain(NAME);
  });

  it('stops the story at a log that names somebody', async () => {
    writeFileSync(join(logs, 'kinward.log'), `{"message":"${NAME} called"}\n`);

    await expect(attack()).rejects.toThrow(join(logs, 'kinward.log'));
  });

  it('stops the story where the search itself is blind', async () => {
    await expect(attack([])).rejects.toThrow('proves nothing');
    await expect(attack(undefined, 'Demo-Nowhere')).rejects.toThrow('proves nothing');
  });
});
