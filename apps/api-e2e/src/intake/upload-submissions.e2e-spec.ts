import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf, xlsxOf } from './test-support/export-files.js';
import { makeExport } from './test-support/household-export.js';
import { openInboxes } from './test-support/inboxes.js';

const DOCUMENT = `mutation ($input: ImportSubmissionsInput!) { importSubmissions(input: $input) { __typename
  ... on SubmissionsImported { importId rows accepted corrected duplicates refused
    toCorrect { row field code } warnings { row codes } }
  ... on InvalidInput { field reason } ... on Refused { reason message } } }`;
const BOUNDARY = 'demo-boundary';
const TOO_LARGE = 32_000_001;

interface Sent {
  readonly token?: string | null;
  readonly dryRun?: boolean;
  readonly headers?: Record<string, string>;
  readonly map?: string;
}

describe('uploading an export', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk, ['coordinator']);
  });

  afterAll(() => desk.close());

  const upload = async (file: Buffer, sent: Sent = {}) => {
    const { token = (await desk.as('caseworker')).token, dryRun = false } = sent;
    const variables = { input: { file: null, dryRun } };
    const part = (head: string): Buffer =>
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`);
    const response = await desk.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'apollo-require-preflight': 'true',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...sent.headers,
      },
      payload: Buffer.concat([
        part('name="operations"'),
        Buffer.from(`${JSON.stringify({ query: DOCUMENT, variables })}\r\n`),
        part('name="map"'),
        Buffer.from(`${sent.map ?? '{"0":["variables.input.file"]}'}\r\n`),
        part('name="0"; filename="export"\r\nContent-Type: application/octet-stream'),
        file,
        Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
      ]),
    });
    const body = JSON.parse(response.payload);
    return { status: response.statusCode, answer: body.data?.importSubmissions, body };
  };

  it.each([
    ['CSV', 31, csvOf],
    ['XLSX', 32, xlsxOf],
  ] as const)('answers with what became of each row of a %s', async (_, seed, fileOf) => {
    const { rows, expected } = makeExport(seed, 60, ['lantern']);
    const toCorrect = Object.entries(expected.to_correct);

    const { answer } = await upload(fileOf(rows));

    expect(answer).toMatchObject({
      __typename: 'SubmissionsImported',
      importId: expect.any(String),
      rows: 60,
      accepted: expected.accepted,
      duplicates: expected.duplicates,
      refused: Object.keys(expected.refused).map(Number),
    });
    // Somebody of the desk imports for the own organisation, so an unknown one is another one.
    expect(
      answer.toCorrect.map(({ row, code }: { row: number; code: string }) => [`${row}`, code]),
    ).toEqual(toCorrect.map(([row, code]) => [row, code.replace('UNKNOWN_ORG', 'OTHER_ORG')]));
  });

  it('writes nothing as a dry run', async () => {
    const { rows, expected } = makeExport(33, 20, ['lantern']);

    const first = await upload(csvOf(rows), { dryRun: true });
    const second = await upload(csvOf(rows), { dryRun: true });

    expect(first.answer).toMatchObject({ importId: null, accepted: expected.accepted });
    expect(second.answer).toEqual(first.answer);
  });

  describe('and coming back to it', () => {
    const LINE = 'id state rowsDone rowsInFile accepted toCorrect duplicates refused';
    const ONE = `{ __typename ... on NotFound { code } ... on IntakeImportWithRows { ${LINE} corrected startedAt
      finishedAt startedBy { id } rowsToCorrect { row field code } duplicateRows warnings { row codes } } }`;
    const LIST = `{ edges { cursor node { ${LINE} } } pageInfo { endCursor hasNextPage } }`;
    const read = async (who: string, operation: string, input: object, selection: string) =>
      (await desk.as(who)).ask('query', operation, input, selection);

    it('intakeImport tells the same as the answer, but for rows without consent', async () => {
      const { answer } = await upload(csvOf(makeExport(36, 60, ['lantern']).rows));
      const { importId, rows, accepted, corrected, duplicates, refused, toCorrect, warnings } =
        answer;

      expect(await read('coordinator', 'intakeImport', { importId }, ONE)).toEqual({
        __typename: 'IntakeImportWithRows',
        ...{ id: importId, state: 'FINISHED', rowsDone: rows, rowsInFile: rows },
        ...{ accepted, corrected, toCorrect: toCorrect.length, duplicates: duplicates.length },
        ...{
          refused: refused.length,
          rowsToCorrect: toCorrect,
          duplicateRows: duplicates,
          warnings,
        },
        ...{ startedAt: expect.any(String), finishedAt: expect.any(String) },
        startedBy: { id: await desk.personId('caseworker') },
      });
      const stored = await desk.database.asOperator(
        'SELECT report FROM intake_import WHERE id = $1',
        [importId],
      );
      expect(Object.keys((stored[0] as { report: object }).report)).not.toContain('refused');
    });

    it('intakeImports lists them, newest first, a page at a time, and one that still runs', async () => {
      await upload(csvOf(makeExport(37, 5, ['lantern']).rows));
      const digest = 'abcd';
      await desk.database.asOperator(
        `INSERT INTO intake_import (id, organization_id, file_digest, state, rows_done, rows_total, counts, started_at)
         SELECT gen_random_uuid(), id, '\\x${digest}', 'RUNNING', 100, 250, '{"rows": 100, "ACCEPTED": 98}',
           '2099-01-01' FROM organization WHERE code = 'lantern'`,
      );
      const first = await read('coordinator', 'intakeImports', { first: 1 }, LIST);
      const after = first.pageInfo.endCursor;
      const second = await read('coordinator', 'intakeImports', { first: 50, after }, LIST);

      expect(first.edges[0].node).toMatchObject({
        ...{ state: 'RUNNING', rowsDone: 100, rowsInFile: 250, accepted: 98, refused: 0 },
      });
      expect(second.edges.length).toBeGreaterThan(0);
      expect(JSON.stringify(second)).not.toContain(first.edges[0].node.id);
      const running = { importId: first.edges[0].node.id };
      expect(await read('coordinator', 'intakeImport', running, ONE)).toMatchObject({
        ...{ corrected: null, finishedAt: null, startedBy: null, rowsToCorrect: [] },
      });
      expect(await read('bridge-coordinator', 'intakeImport', running, ONE)).toEqual({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
      });
      expect((await read('bridge-coordinator', 'intakeImports', {}, LIST)).edges).toEqual([]);
    });

    it('refuses a cursor of another list, an unknown id, and other roles', async () => {
      const coordinator = await desk.as('coordinator');
      const document =
        'query ($input: IntakeImportsInput!) { intakeImports(input: $input) { edges { cursor } } }';

      const wrong = await coordinator.send(document, { input: { after: 'x' } });
      expect(JSON.stringify(wrong.errors)).toContain('UNKNOWN_CURSOR');
      for (const importId of ['x', '00000000-0000-4000-8000-000000000000'])
        expect((await read('coordinator', 'intakeImport', { importId }, ONE)).code).toBe(
          'NOT_FOUND',
        );
      const auditor = await desk.as('auditor');
      const forbidden = [
        await auditor.send(document, { input: {} }),
        await auditor.send(
          'query ($input: IntakeImportInput!) { intakeImport(input: $input) { __typename } }',
          { input: { importId: 'x' } },
        ),
      ];
      for (const { errors } of forbidden) expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });

  it('says what is wrong with the file', async () => {
    expect((await upload(Buffer.from('a,b\n1,2\n'))).answer).toMatchObject({
      field: 'file',
      reason: 'NOT_AN_EXPORT',
    });
    expect((await upload(Buffer.from('PK\u0003\u0004 and no more'))).answer).toMatchObject({
      reason: 'BROKEN_FILE',
    });
    expect((await upload(Buffer.alloc(TOO_LARGE, 'x'))).answer).toMatchObject({
      __typename: 'InvalidInput',
      reason: 'TOO_LARGE',
    });
  });

  it('is refused before a byte is read without a session, or where another site could have sent it', async () => {
    const file = csvOf(makeExport(34, 5, ['lantern']).rows);

    expect(await upload(file, { token: null })).toMatchObject({ status: 401 });
    expect(await upload(file, { headers: { 'apollo-require-preflight': '' } })).toMatchObject({
      status: 400,
    });
    const broken = await upload(file, { map: '{"0":["variables.input.no.such"]}' });
    expect(broken).toMatchObject({ status: 400 });
    expect(JSON.stringify(broken.body)).not.toContain('lantern');
  });

  it('is not for other roles, and needs an inbox', async () => {
    const file = csvOf(makeExport(35, 5, ['bridge']).rows);
    const auditor = await desk.as('auditor');
    const stranger = await desk.as('bridge-coordinator');

    const forbidden = await upload(file, { token: auditor.token });
    expect(forbidden.body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await upload(file, { token: stranger.token })).answer).toMatchObject({
      __typename: 'Refused',
      reason: 'NO_INTAKE_INBOX',
      message: expect.stringContaining('inbox'),
    });
  });

  it('takes a reference that nobody gave out for no file', async () => {
    const caseworker = await desk.as('caseworker');

    const answer = await caseworker.ask(
      'mutation',
      'importSubmissions',
      { file: '00000000-0000-4000-8000-000000000000' },
      '{ __typename ... on InvalidInput { field reason } }',
    );

    expect(answer).toEqual({ __typename: 'InvalidInput', field: 'file', reason: 'MISSING' });
  });
});
