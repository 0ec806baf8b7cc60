import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork, type Scope } from '@kinward/platform';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { CHANGED, openCase } from '../cases/case-helpers.js';

const DRAFT = `{ __typename ... on OpenedDraft { id kind subjectId content keptAt } ... on UserError { code } }`;
const KEPT = `{ __typename ... on DraftKept { id } ... on UserError { code }
  ... on InvalidInput { field reason } ... on Refused { reason } }`;
const GONE = '{ __typename ... on DraftDiscarded { draftId } ... on UserError { code } }';
const DAY_MS = 86_400_000;
const WORDS = 'Demo-Words of a family that nobody else may read';

describe('drafts', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;
  let organizationId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    const [lantern] = await desk.database.asOperator<{ id: string }>(
      "SELECT id FROM organization WHERE code = 'lantern'",
    );
    organizationId = lantern?.id ?? '';
    caseId = await openCase(desk);
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    await desk.database.asOperator('DELETE FROM sealed_draft');
    caseworker = await desk.as('caseworker');
  });

  const keep = (by: TestClient, more: object = {}) =>
    by.ask('mutation', 'keepDraft', { kind: 'OPEN_CASE', content: WORDS, ...more }, KEPT);
  const read = (by: TestClient, more: object = {}) =>
    by.ask('query', 'draft', { kind: 'OPEN_CASE', ...more }, DRAFT);
  const list = async (by: TestClient) => {
    const { data } = await by.send('{ drafts { id kind subjectId keptAt } }');
    return (data as { drafts: { id: string; kind: string; subjectId: string | null }[] }).drafts;
  };

  it('is there again after the session ended in mid-form', async () => {
    const before = await desk.signIn('caseworker');
    await keep(before);
    await before.send('mutation { logout { endedSessions } }');
    expect((await before.send('{ drafts { id } }')).errors[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    );

    const again = await desk.signIn('caseworker');

    expect(await list(again)).toMatchObject([{ kind: 'OPEN_CASE', subjectId: null }]);
    expect(await read(again)).toMatchObject({ __typename: 'OpenedDraft', content: WORDS });
  });

  it('holds the last words, one draft for each form and case', async () => {
    await keep(caseworker);
    await keep(caseworker, { content: `${WORDS}, and more` });
    await keep(caseworker, { kind: 'CASE_NOTE', subjectId: caseId });
    await keep(caseworker, { kind: 'CONTACT_ATTEMPT', subjectId: caseId });

    expect(await list(caseworker)).toHaveLength(3);
    expect(await read(caseworker)).toMatchObject({ content: `${WORDS}, and more` });
    expect(await read(caseworker, { kind: 'CASE_NOTE', subjectId: caseId })).toMatchObject({
      content: WORDS,
      subjectId: caseId,
    });
  });

  it('is stored as ciphertext and to the minute', async () => {
    await keep(caseworker);

    const [row] = await desk.database.asOperator<{ row: string; kept_at: Date }>(
      'SELECT d::text AS row, kept_at FROM sealed_draft d',
    );
    expect(row?.row.includes('Demo-')).toBe(false);
    expect(row?.row.includes(Buffer.from('Demo-').toString('hex'))).toBe(false);
    expect(row?.kept_at.getTime()).toBe(Math.floor(Number(row?.kept_at) / 60_000) * 60_000);
  });

  it('is nobody else’s: not a colleague’s, not a coordinator’s, not a holder’s of the same case', async () => {
    const { id } = await keep(caseworker);
    await keep(caseworker, { kind: 'CASE_NOTE', subjectId: caseId });

    for (const key of ['coordinator', 'caseworker-two', 'bridge-caseworker']) {
      const other = await desk.as(key);
      expect(await list(other)).toEqual([]);
      expect(await read(other)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await other.ask('mutation', 'discardDraft', { draftId: id }, GONE)).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await list(caseworker)).toHaveLength(2);
  });

  it('is shown by row security to its writer alone', async () => {
    await keep(caseworker);
    const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    const seenBy = (personId: string | null): Promise<number> => {
      const scope = { organizationId, personId } as Scope;
      const sql = 'SELECT id FROM sealed_draft';
      return unitOfWork.read(scope, async () => (await unitOfWork.query(sql)).length);
    };

    expect(await seenBy(await desk.personId('caseworker'))).toBe(1);
    expect(await seenBy(await desk.personId('coordinator'))).toBe(0);
    expect(await seenBy(null)).toBe(0);
  });

  it('alarms and opens nothing when somebody has put another envelope in its place', async () => {
    await keep(caseworker);
    await keep(caseworker, { kind: 'CASE_NOTE', subjectId: caseId });
    await desk.database.asOperator(
      `UPDATE sealed_draft SET sealed = (SELECT sealed FROM sealed_draft WHERE kind = 'CASE_NOTE')
       WHERE kind = 'OPEN_CASE'`,
    );

    expect(await read(caseworker)).toMatchObject({ code: 'INTEGRITY' });
  });

  it('goes with the act that it was for', async () => {
    const place = { kind: 'CASE_NOTE', subjectId: caseId };
    await keep(caseworker, place);
    await keep(caseworker, { kind: 'CONTACT_ATTEMPT', subjectId: caseId });
    await keep(caseworker);

    const note = { caseId, kind: 'OBSERVATION', text: 'Demo-Note' };
    await caseworker.ask('mutation', 'addCaseNote', note, CHANGED);
    expect((await list(caseworker)).map(({ kind }) => kind).sort()).toEqual([
      'CONTACT_ATTEMPT',
      'OPEN_CASE',
    ]);
    const attempt = { caseId, outcome: 'NO_ANSWER' };
    await caseworker.ask('mutation', 'recordContactAttempt', attempt, CHANGED);
    expect((await list(caseworker)).map(({ kind }) => kind)).toEqual(['OPEN_CASE']);
    await openCase(desk);
    expect(await list(caseworker)).toEqual([]);
  });

  it('stays when the act was refused', async () => {
    await keep(caseworker);

    await caseworker.ask('mutation', 'openCase', { region: 'NOWHERE' }, '{ __typename }');

    expect(await list(caseworker)).toHaveLength(1);
  });

  it('goes with the key of its case', async () => {
    await keep(caseworker, { kind: 'CASE_NOTE', subjectId: caseId });
    await desk.database.asOperator(
      'INSERT INTO key_erasure (key_id, organization_id) VALUES ($1, $2)',
      [caseId, organizationId],
    );
    await desk.database.asOperator('DELETE FROM key_erasure');

    expect(await list(caseworker)).toEqual([]);
  });

  it('is kept for fourteen days', async () => {
    await keep(caseworker);
    await desk.database.asOperator('UPDATE sealed_draft SET kept_at = $1', [
      new Date(desk.clock.now().getTime() - 15 * DAY_MS),
    ]);

    expect(await list(caseworker)).toEqual([]);
    expect(await read(caseworker)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be thrown away', async () => {
    const { id: draftId } = await keep(caseworker);

    const gone = await caseworker.ask('mutation', 'discardDraft', { draftId }, GONE);

    expect(gone).toEqual({ __typename: 'DraftDiscarded', draftId });
    expect(await list(caseworker)).toEqual([]);
  });

  it('has a limit of length, and nobody keeps an empty one', async () => {
    expect(await keep(caseworker, { content: '' })).toMatchObject({ reason: 'EMPTY' });
    expect(await keep(caseworker, { content: 'я'.repeat(24_001) })).toMatchObject({
      field: 'content',
      reason: 'TOO_LONG',
    });
    expect(await keep(caseworker, { content: 'я'.repeat(24_000) })).toMatchObject({
      __typename: 'DraftKept',
    });
  });

  it('has a limit of number, which does not keep anybody from going on', async () => {
    await keep(caseworker);
    await desk.database.asOperator(
      `INSERT INTO sealed_draft (id, organization_id, person_id, kind, subject_id, sealed, revision, kept_at)
       SELECT gen_random_uuid(), $1, $2, 'CASE_NOTE', gen_random_uuid(), '\\x00', 1, $3
       FROM generate_series(1, 39)`,
      [organizationId, await desk.personId('caseworker'), desk.clock.now()],
    );

    const another = { kind: 'CASE_NOTE', subjectId: caseId };
    expect(await keep(caseworker, another)).toMatchObject({ reason: 'TOO_MANY_DRAFTS' });
    expect(await keep(caseworker)).toMatchObject({ __typename: 'DraftKept' });
  });

  it('is not kept about a case whose key one does not hold', async () => {
    for (const subjectId of [randomUUID(), 'no-id', caseId]) {
      const other = await desk.as('caseworker-two');
      const place = { kind: 'CASE_NOTE', subjectId };
      expect(await keep(other, place)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await read(other, place)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is forbidden to roles that write none', async () => {
    const officer = await desk.as('finance-officer');

    const answer = await officer.send('{ drafts { id } }');

    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
