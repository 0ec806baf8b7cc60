import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { ImportSubmissionsUseCase } from '@kinward/intake';
import { decide, startScreeningDesk } from './test-support/screening-desk.js';
import { openInboxes, organizationsOf } from './test-support/inboxes.js';
import { hasSample, SAMPLE_XLSX } from './test-support/sample.js';

const suite = hasSample ? describe : describe.skip;
if (!hasSample) process.stderr.write('skipped: intake folder not found\n');

/** Who accepts where. */
const SCREENERS = {
  lantern: 'caseworker',
  bridge: 'bridge-coordinator',
  harbour: 'harbour-coordinator',
} as const;
const FILE = `{ __typename ... on CaseFile { state region consents { purpose } channels { trust }
  story { households { members { relation } } prisoners { recognitionBasis statuses { code since } } } } }`;

suite('the sample export on the screening desk', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startScreeningDesk();
    await openInboxes(desk, ['bridge-coordinator', 'harbour-coordinator']);
    await desk.database.asOperator(
      `UPDATE person SET screener = true WHERE 'COORDINATOR' = ANY(roles)`,
    );
    const useCase = desk.app.get(ImportSubmissionsUseCase, { strict: false });
    const read = await useCase.execute({
      source: { kind: 'FILE', path: SAMPLE_XLSX },
      destinations: { kind: 'BY_FORM', organizations: await organizationsOf(desk) },
      importer: null,
      dryRun: false,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
  }, 120_000);

  afterAll(() => desk.close());

  it('can be accepted to the last of its 357 requests, and every file reads as a case', async () => {
    const rows = await desk.database.asOperator<{ id: string; code: keyof typeof SCREENERS }>(
      `SELECT r.id, o.code FROM intake_request r JOIN organization o ON o.id = r.organization_id
       WHERE r.state = 'INBOX' ORDER BY r.id`,
    );
    const refused: unknown[] = [];
    const unread: unknown[] = [];
    const began = performance.now();
    for (const [place, { id: requestId, code }] of rows.entries()) {
      const screener = await desk.as(SCREENERS[code]);
      const input = { requestId, version: 1, provocationCheckDone: true };
      const accepted = await decide(screener, 'acceptRequest', input);
      if (accepted.__typename !== 'RequestAccepted') refused.push(accepted);
      else if (place % 12 === 0) {
        const { caseId } = accepted;
        const file = await screener.ask('query', 'caseFile', { caseId }, FILE);
        const { households, prisoners } = file.story ?? {};
        const isWhole =
          file.state === 'SCREENING' &&
          households?.[0]?.members.length > 0 &&
          prisoners?.[0]?.statuses.length === 1 &&
          file.consents.length > 0 &&
          file.channels.length === 1;
        if (!isWhole) unread.push(file);
      }
    }
    const took = performance.now() - began;
    process.stderr.write(
      `accepted ${String(rows.length)} requests, ${(took / rows.length).toFixed(1)} ms each\n`,
    );

    expect(rows).toHaveLength(357);
    expect(refused).toEqual([]);
    expect(unread).toEqual([]);
    const left = await desk.database.asOperator(
      `SELECT FROM intake_request WHERE state = 'INBOX' OR state = 'ACCEPTED' AND sealed_t1 IS NOT NULL`,
    );
    expect(left).toHaveLength(0);
    const orphans = await desk.database.asOperator(
      `SELECT FROM need n JOIN intake_request r ON r.case_id = n.case_id
       WHERE r.state = 'ACCEPTED' AND (n.author_id IS NULL OR n.sealed_t1 IS NULL)`,
    );
    expect(orphans).toHaveLength(0);
  }, 300_000);
});
