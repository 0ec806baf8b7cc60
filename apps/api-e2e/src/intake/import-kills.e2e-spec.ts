import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf } from './test-support/export-files.js';
import { makeExport } from './test-support/household-export.js';
import { importedJson } from './test-support/import-file.js';
import { importInProcess, type ImportProcess } from './test-support/import-process.js';
import { openInboxes } from './test-support/inboxes.js';

const KILLS = 20;
const ROWS = 1_200;
/** The share after which nobody is killed any more: the last one must have something left to do. */
const KILLED_UNTIL = 0.7;
/** Kills that must have hit; on a fast machine one import runs through more than its share. */
const LEAST_KILLS = 5;
/** Processes that start while another one works. */
const SPARES = 2;
/** Milliseconds after which a reader is killed although it has not got as far as it should. */
const PATIENCE = 10_000;

describe('an import that is killed again and again', () => {
  let desk: TestDesk;
  let clean: TestDesk;

  beforeAll(async () => {
    [desk, clean] = await Promise.all([startTestDesk(), startTestDesk()]);
    await openInboxes(desk);
    await openInboxes(clean);
  });

  afterAll(async () => {
    await desk.close();
    await clean.close();
  });

  it('ends as one that nobody disturbed, with the same report', async () => {
    const made = makeExport(91, ROWS);
    const bytes = csvOf(made.rows);
    const path = join(desk.home, 'export.csv');
    writeFileSync(path, bytes);
    const rowsIn = async (): Promise<number> => {
      const rows = await desk.database.asOperator<{ n: number }>(
        'SELECT count(*)::int AS n FROM intake_request',
      );
      return rows[0]?.n ?? 0;
    };
    const total = made.expected.accepted + Object.keys(made.expected.to_correct).length;
    const spares = await Promise.all(
      Array.from({ length: SPARES }, () => importInProcess(desk, path)),
    );
    let hits = 0;
    for (let kill = 0; kill < KILLS && (await rowsIn()) < total * KILLED_UNTIL; kill += 1) {
      const reader = spares.shift() as ImportProcess;
      spares.push(await importInProcess(desk, path));
      await reader.isReady;
      const before = await rowsIn();
      const share = (total * KILLED_UNTIL) / KILLS;
      const wanted = before + Math.random() * 2 * share;
      reader.start();
      const deadline = Date.now() + PATIENCE;
      while ((await rowsIn()) < wanted && Date.now() < deadline) await sleep(1);
      await sleep(Math.random() * 30);
      reader.kill();
      if ((await reader.answer) === null) hits += 1;
    }
    const [last, ...others] = spares;
    for (const other of others) other.kill();
    last?.start();
    const answer = await last?.answer;

    expect(hits).toBeGreaterThanOrEqual(LEAST_KILLS);
    // A row of nobody's organisation is in no inbox.
    const clear = await importedJson(clean, bytes);
    expect(clear).toEqual(made.expected);
    expect(answer?.report).toEqual(clear);
    expect(await stateOf(desk)).toEqual(await stateOf(clean));
  }, 600_000);
});

/** Everything that an import leaves but ids, codenames, envelopes and days. */
async function stateOf(desk: TestDesk): Promise<unknown> {
  const requests = await desk.database.asOperator(
    `SELECT encode(r.submission_key, 'hex') AS key, r.state, r.problem_code, r.warnings, r.region, r.need_codes,
       r.points, r.sealed_revision, r.proposed_on, r.version, o.code AS organisation, f.state AS case_state,
       (SELECT array_agg(n.code || n.state ORDER BY n.code) FROM need n WHERE n.case_id = f.id) AS needs
     FROM intake_request r JOIN organization o ON o.id = r.organization_id LEFT JOIN case_file f ON f.id = r.case_id
     ORDER BY key`,
  );
  const counts = await desk.database.asOperator(
    `SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM need) AS needs,
       (SELECT count(*) FROM codename_register) AS codenames, (SELECT count(*) FROM intake_receipt) AS receipts,
       (SELECT array_agg(counts ORDER BY counts::text) FROM intake_import) AS imports,
       (SELECT count(*) FROM intake_import WHERE state = 'RUNNING') AS running`,
  );
  return { requests, counts };
}
