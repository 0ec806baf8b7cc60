import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf, xlsxOf } from './test-support/export-files.js';
import { makeExport, type ExportRow } from './test-support/household-export.js';
import { importBytes, importedJson } from './test-support/import-file.js';
import { openInboxes } from './test-support/inboxes.js';

let seed = 1_000;

/** One acceptable row for lantern that no other test has. */
function oneRow(change: Record<string, string> = {}): ExportRow {
  for (;;) {
    seed += 1;
    const { rows, expected } = makeExport(seed, 1, ['lantern']);
    const [row] = rows;
    if (row === undefined || expected.accepted !== 1 || Object.keys(expected.warnings).length > 0)
      continue;
    return { ...row, answers: { ...row.answers, ...change } };
  }
}

const edited = (row: ExportRow, change: Record<string, string>): ExportRow => ({
  ...row,
  uuid: `${row.uuid.slice(0, -1)}e`,
  answers: { ...row.answers, ...change },
});

describe('a submission that comes again', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk, ['coordinator', 'bridge-coordinator']);
  });

  afterAll(() => desk.close());

  const requestsOf = (row: ExportRow, ...more: readonly ExportRow[]) => importAll([row, ...more]);
  const importAll = async (rows: readonly ExportRow[]) => {
    for (const row of rows) await importedJson(desk, csvOf([row]));
  };
  /** The request whose claims have this code; each test takes its own. */
  const withCode = (code: string) =>
    desk.database.asOperator<Record<string, unknown>>(
      `SELECT id, state, problem_code, need_codes, region, sealed_revision, proposed_on IS NOT NULL AS is_proposed,
         proposed_problem, case_id, supersedes, corrected_on IS NOT NULL AS is_corrected,
         num_nonnulls(sealed_t0, sealed_t1) AS words, current_date - received_on AS waited
       FROM intake_request WHERE $1 = ANY (need_codes) ORDER BY id`,
      [code],
    );
  const waitedSince = (id: unknown, days: number) =>
    desk.database.asOperator(
      'UPDATE intake_request SET received_on = current_date - $2::int WHERE id = $1',
      [id, days],
    );
  /** A superseded version, then the one that counts. */
  const inOrder = (requests: readonly Record<string, unknown>[]) =>
    requests.toSorted((one) => (one['state'] === 'SUPERSEDED' ? -1 : 1));
  const claimsOf = (caseId: unknown) =>
    desk.database.asOperator<{ code: string; state: string }>(
      'SELECT code, state FROM need WHERE case_id = $1 ORDER BY code',
      [caseId],
    );

  it('is superseded while it waits, when an edit has another id and the same root', async () => {
    const row = oneRow({ 'needs/codes': 'PSY-CRISIS', 'location/region_class': 'IN_WEST' });
    await importAll([row]);
    const [before] = await withCode('PSY-CRISIS');
    await waitedSince(before?.['id'], 3);
    const edit = edited(row, {
      'needs/codes': 'PSY-CRISIS DIG-SAFE',
      'location/region_class': 'IN_EAST',
    });
    await importAll([edit]);

    const requests = await withCode('PSY-CRISIS');
    const [old, later] = inOrder(requests);

    expect(requests).toHaveLength(2);
    expect(old).toMatchObject({ id: before?.['id'], state: 'SUPERSEDED', case_id: null, words: 0 });
    // The case and the place in the queue are those of the first version.
    expect(later).toMatchObject({
      ...{ state: 'INBOX', region: 'IN_EAST', supersedes: before?.['id'], is_corrected: true },
      ...{ case_id: before?.['case_id'], waited: 3, words: 2, is_proposed: false },
    });
    expect(await claimsOf(later?.['case_id'])).toEqual([
      { code: 'DIG-SAFE', state: 'DRAFT' },
      { code: 'PSY-CRISIS', state: 'DRAFT' },
    ]);
    // The version before, from an older file and also with another word in it, changes nothing.
    await importAll([row, { ...row, answers: { ...row.answers, 'needs/note': 'Demo-older' } }]);
    expect(await withCode('PSY-CRISIS')).toEqual(requests);
  });

  it('is superseded again by the next edit, also in one file, and one of the line waits', async () => {
    const row = oneRow({ 'needs/codes': 'JOB-SKILLS' });
    const first = edited(row, { 'location/region_class': 'IN_WEST' });
    const second = {
      ...edited(first, { 'location/region_class': 'IN_EAST' }),
      uuid: `${row.uuid.slice(0, -1)}f`,
    };
    await importedJson(desk, csvOf([row, { ...first, index: 2 }, { ...second, index: 3 }]));

    const requests = await withCode('JOB-SKILLS');

    expect(requests.map(({ state }) => state).toSorted()).toEqual([
      ...['INBOX', 'SUPERSEDED', 'SUPERSEDED'],
    ]);
    const waiting = requests.find(({ state }) => state === 'INBOX');
    expect(waiting).toMatchObject({ region: 'IN_EAST', is_corrected: true });
    expect(await claimsOf(waiting?.['case_id'])).toEqual([{ code: 'JOB-SKILLS', state: 'DRAFT' }]);
    await importAll([first]);
    expect(await withCode('JOB-SKILLS')).toEqual(requests);
  });

  it('shows the screener the newer one and the day, and lets nobody decide on the older', async () => {
    const row = oneRow({ 'needs/codes': 'CHD-CAMP' });
    await importAll([row, edited(row, { 'needs/codes': 'CHD-CAMP CHD-GIFT' })]);
    const [old, later] = inOrder(await withCode('CHD-CAMP'));
    const screener = await desk.as('coordinator');

    const card = await screener.ask(
      'mutation',
      'openIntakeCard',
      { requestId: later?.['id'] },
      '{ __typename ... on IntakeCard { state correctedOn } }',
    );
    const inbox = await screener.ask(
      'query',
      'intakeInbox',
      { first: 50, filter: { states: ['INBOX'], needGroup: 'CHD' } },
      '{ __typename ... on IntakeInbox { requests { edges { node { id correctedOn } } } } }',
    );
    const refused = await screener.ask(
      'mutation',
      'declineRequest',
      { requestId: old?.['id'], reason: 'SPAM' },
      '{ __typename ... on WrongState { presentState } }',
    );

    const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    expect(card).toEqual({ __typename: 'IntakeCard', state: 'INBOX', correctedOn: day });
    const { edges } = inbox.requests as { edges: { node: { id: string } }[] };
    expect(edges.map(({ node }) => node.id)).not.toContain(old?.['id']);
    expect(edges.map(({ node }) => node)).toContainEqual({ id: later?.['id'], correctedOn: day });
    expect(refused).toEqual({ __typename: 'WrongState', presentState: 'SUPERSEDED' });
  });

  it('cancels a claim that the edit no longer makes', async () => {
    const row = oneRow({ 'needs/codes': 'LGL-DOCS LGL-STATUS' });
    await importAll([row, edited(row, { 'needs/codes': 'LGL-DOCS' })]);

    const [, request] = inOrder(await withCode('LGL-DOCS'));

    expect(await claimsOf(request?.['case_id'])).toEqual([
      { code: 'LGL-DOCS', state: 'DRAFT' },
      { code: 'LGL-STATUS', state: 'CANCELLED' },
    ]);
  });

  it('becomes a case when it can be read at last', async () => {
    const row = oneRow({ 'needs/codes': 'REL-DAY0', 'needs/requested_amount_eur': 'a lot' });
    await requestsOf(row);
    expect(await withCode('REL-DAY0')).toMatchObject([
      { state: 'TO_CORRECT', problem_code: 'BAD_AMOUNT', case_id: null },
    ]);

    const report = await importedJson(
      desk,
      csvOf([{ ...row, answers: { ...row.answers, 'needs/requested_amount_eur': '100' } }]),
    );

    expect(report).toMatchObject({ accepted: 1, duplicates: [] });
    expect(await withCode('REL-DAY0')).toMatchObject([
      { state: 'INBOX', problem_code: null, case_id: expect.any(String) },
    ]);
  });

  it('proposes a change to a request that was accepted, and overwrites nothing', async () => {
    const row = oneRow({ 'needs/codes': 'MED-DENTAL' });
    await importAll([row]);
    await desk.database.asOperator(
      `UPDATE intake_request SET state = 'ACCEPTED', sealed_t0 = NULL, sealed_t1 = NULL
       WHERE 'MED-DENTAL' = ANY (need_codes)`,
    );

    await importAll([edited(row, { 'needs/codes': 'MED-REHAB' })]);

    const requests = await withCode('MED-DENTAL');
    expect(requests).toMatchObject([
      { state: 'ACCEPTED', is_proposed: true, need_codes: ['MED-DENTAL'], sealed_revision: 1 },
    ]);
    expect(await claimsOf(requests[0]?.['case_id'])).toEqual([
      { code: 'MED-DENTAL', state: 'DRAFT' },
    ]);
    expect(await withCode('MED-REHAB')).toEqual([]);
  });

  it('never replaces a request that could be read with one that cannot', async () => {
    const row = oneRow({ 'needs/codes': 'EVA-FAMILY' });
    await importAll([row, edited(row, { 'prisoner/detained_on': '31/02/2025' })]);

    expect(await withCode('EVA-FAMILY')).toMatchObject([
      { state: 'INBOX', is_proposed: true, proposed_problem: 'BAD_DATE', sealed_revision: 1 },
    ]);
  });

  it('notes that the consent was taken back and keeps nothing of the row', async () => {
    const row = oneRow({ 'needs/codes': 'CAREGIVER' });
    await importAll([row, edited(row, { 'consent/given': 'no' })]);

    expect(await withCode('CAREGIVER')).toMatchObject([
      { state: 'INBOX', is_proposed: false, proposed_problem: 'CONSENT_WITHDRAWN' },
    ]);
  });

  it('gets its members from the workbook when a CSV came first, and loses none to a CSV', async () => {
    const row = { ...oneRow({ 'needs/codes': 'LEG-FINE' }), members: [MEMBER] };
    await importAll([row]);
    const [bare] = await desk.database.asOperator<{ reach: object }>(REACH, ['LEG-FINE']);

    const second = await importedJson(desk, xlsxOf([row]));
    expect(second).toMatchObject({ accepted: 0, duplicates: [1] });
    const [full] = await desk.database.asOperator<{ reach: object }>(REACH, ['LEG-FINE']);
    await importAll([row]);

    expect(JSON.stringify(bare?.reach)).not.toContain('60_PLUS');
    expect(JSON.stringify(full?.reach)).toContain('60_PLUS');
    expect(await desk.database.asOperator(REACH, ['LEG-FINE'])).toEqual([full]);
  });

  it('loses no member to the same submission without them', async () => {
    const row = { ...oneRow({ 'needs/codes': 'DET-MEDPARCEL' }), members: [MEMBER] };

    const report = await importedJson(desk, xlsxOf([row, { ...row, index: 2, members: [] }]));

    expect(report).toMatchObject({ accepted: 1, duplicates: [2] });
    const [kept] = await desk.database.asOperator<{ reach: object }>(REACH, ['DET-MEDPARCEL']);
    expect(JSON.stringify(kept?.reach)).toContain('60_PLUS');
  });

  it('is to be corrected where it names another organisation than the importer', async () => {
    const row = oneRow({ 'needs/codes': 'CHD-CARE', organisation: 'bridge' });

    expect(await importedJson(desk, csvOf([row]), 'lantern')).toMatchObject({
      accepted: 0,
      to_correct: { 1: 'OTHER_ORGANISATION' },
    });
    expect(await withCode('CHD-CARE')).toMatchObject([{ state: 'TO_CORRECT', case_id: null }]);
  });

  it('stops with a reason where nobody could seal it, or nobody knows whose it is', async () => {
    const row = oneRow({ organisation: 'harbour' });
    const { organisation: _, ...answers } = row.answers;

    expect(await importBytes(desk, csvOf([row]))).toMatchObject({
      error: { kind: 'REFUSED', reason: 'NO_INTAKE_INBOX' },
    });
    expect(await importBytes(desk, csvOf([{ ...row, answers }]))).toMatchObject({
      error: { kind: 'INVALID_INPUT', reason: 'ORGANISATION_REQUIRED' },
    });
    expect(await importBytes(desk, Buffer.from('a;b\n1;2\n'))).toMatchObject({
      error: { kind: 'INVALID_INPUT', field: 'file', reason: 'NOT_AN_EXPORT' },
    });
  });
});

const MEMBER = {
  full_name: 'Demo-Grandmother',
  relation: 'grandparent',
  birth_year: '1940',
  sex: 'f',
  vulnerability: 'elderly',
};

const REACH = `SELECT n.reach FROM need n JOIN intake_request r ON r.case_id = n.case_id
  WHERE $1 = ANY (r.need_codes)`;
