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
