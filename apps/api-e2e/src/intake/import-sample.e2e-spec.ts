import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportSubmissionsUseCase } from '@kinward/intake';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openInboxes, organizationsOf } from './test-support/inboxes.js';
import { expectedOfSample, hasSample, SAMPLE_CSV, SAMPLE_XLSX } from './test-support/sample.js';

const suite = hasSample ? describe : describe.skip;
if (!hasSample) process.stderr.write('skipped: intake folder not found\n');

suite.each([
  ['CSV', SAMPLE_CSV],
  ['XLSX', SAMPLE_XLSX],
])('the sample export as %s', (_, path) => {
  let desk: TestDesk;

  const read = async (dryRun = false) => {
    const organizations = await organizationsOf(desk);
    const useCase = desk.app.get(ImportSubmissionsUseCase, { strict: false });
    const result = await useCase.execute({
      source: { kind: 'FILE', path },
      destinations: { kind: 'BY_FORM', organizations },
      importer: null,
      dryRun,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.report.toJson();
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk);
  });

  afterAll(() => desk.close());

  it('says of each row what is expected; a dry run writes nothing, a second one imports nothing', async () => {
    expect(await read(true)).toEqual(expectedOfSample());
    expect(await desk.database.asOperator('SELECT FROM intake_request')).toHaveLength(0);

    expect(await read()).toEqual(expectedOfSample());

    const states = `SELECT state, count(*)::int, count(case_id)::int AS cases FROM intake_request
      GROUP BY state ORDER BY state`;
    const stored = [
      { state: 'INBOX', count: 357, cases: 357 },
      { state: 'TO_CORRECT', count: 24, cases: 0 },
    ];
    expect(await desk.database.asOperator(states)).toEqual(stored);
    const again = await read();
    expect(again).toMatchObject({ accepted: 0, warnings: {} });
    expect(again.duplicates).toHaveLength(357 + 12);
    expect(await desk.database.asOperator(states)).toEqual(stored);
  });
});
