import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, type TestClient, type TestDesk } from '@kinward/testing';
import { decide } from '../intake/test-support/screening-desk.js';
import { openCase } from '../security/test-support/full-case.js';
import { act, askForHelp, field, open, post, startDoor, visit } from './test-support/door.js';

const ERRORS = `... on UserError { code } ... on Refused { reason } ... on InvalidInput { field reason }
  ... on WrongState { presentState } ... on StaleVersion { currentVersion }`;
const OPENED = `{ __typename ${ERRORS} ... on OpenedMailbox { mailboxId caseId pausedOn heldOn
  lines { direction kind text isSealed writtenBy { displayName } } } }`;
const WRITTEN = `{ __typename ${ERRORS} ... on FamilyWritten { messageId } }`;

describe('mailboxes, complaints and notes from outside, at the desk', () => {
  let desk: TestDesk;
  let screener: TestClient;

  beforeAll(async () => {
    desk = await startDoor();
    screener = await desk.as('caseworker');
  });

  afterAll(() => desk.close());

  const rows = async (sql: string, values: unknown[] = []) =>
    (await desk.database.asOperator(sql, values)) as Record<string, string>[];
  /** A family that asked, with the ids of what it left. */
  const family = async () => {
    const words = await askForHelp(desk);
    const [mailbox] = await rows(
      `SELECT m.id, m.request_id, m.case_id FROM mailbox m JOIN intake_request r ON r.id = m.request_id
       ORDER BY r.ctid DESC LIMIT 1`,
    );
    const { id: mailboxId = '', request_id: requestId = '', case_id: caseId = '' } = mailbox ?? {};
    return { words, mailboxId, requestId, caseId };
  };
  const read = (client: TestClient, mailboxId: string) =>
    client.ask('mutation', 'openMailbox', { mailboxId }, OPENED);
  const write = (client: TestClient, mailboxId: string, text: string) =>
    client.ask('mutation', 'writeToFamily', { mailboxId, text }, WRITTEN);

  it('carries messages both ways, before the case has keys', async () => {
    const { words, mailboxId, requestId } = await family();
    await act(desk, words.code, 'write', { text: 'MK-hello from the family' });

    const list = await screener.ask(
      'query',
      'mailboxes',
      { requestId },
      '{ edges { node { id state unread caseId } } }',
    );
    expect(list.edges).toEqual([{ node: expect.objectContaining({ id: mailboxId, unread: 1 }) }]);
    expect((await read(screener, mailboxId)).lines).toMatchObject([
      { direction: 'FROM_FAMILY', kind: 'MESSAGE', text: 'MK-hello from the family' },
    ]);
    expect((await write(screener, mailboxId, 'MK-answer of the desk')).__typename).toBe(
      'FamilyWritten',
    );
    expect((await open(desk, words.code)).text).toContain('MK-answer of the desk');
    expect((await read(screener, mailboxId)).lines[1]).toMatchObject({
      direction: 'TO_FAMILY',
      text: 'MK-answer of the desk',
      writtenBy: { displayName: 'Demo-Caseworker One' },
    });
  });

  it('goes with the request into the case: earlier lines too, and nobody else reads them', async () => {
    const { words, mailboxId, requestId, caseId } = await family();
    await act(desk, words.code, 'write', { text: 'MK-before the case' });
    const accept = { requestId, version: 1, provocationCheckDone: true };
    expect((await decide(screener, 'acceptRequest', accept)).state).toBe('ACCEPTED');

    expect((await open(desk, words.code)).text).toContain('Somebody is reading your words.');
    await act(desk, words.code, 'write', { text: 'MK-after the case' });
    const { lines } = await read(screener, mailboxId);
    expect(lines.map(({ text }: { text: string }) => text)).toEqual([
      'MK-before the case',
      'MK-after the case',
    ]);
    const stored = await rows(
      `SELECT case_id, sealed_inbox FROM mailbox_message WHERE mailbox_id = $1`,
      [mailboxId],
    );
    expect(stored).toEqual([
      { case_id: caseId, sealed_inbox: null },
      { case_id: caseId, sealed_inbox: null },
    ]);
    const other = await desk.as('caseworker-three');
    expect(await read(other, mailboxId)).toMatchObject({ code: 'NOT_FOUND' });
    const coordinator = await read(await desk.as('coordinator'), mailboxId);
    expect(coordinator.lines.every(({ isSealed }: { isSealed: boolean }) => isSealed)).toBe(true);
  });

  it('refuses to write while the family wants quiet, after the word for danger, and without words', async () => {
    const { words, mailboxId } = await family();

    expect(await write(screener, mailboxId, ' ')).toMatchObject({ field: 'text' });
    await act(desk, words.code, 'pause');
    expect(await write(screener, mailboxId, 'MK-x')).toMatchObject({ reason: 'FAMILY_PAUSED' });
    await act(desk, words.code, 'resume');
    await open(desk, words.alarm);
    expect(await write(screener, mailboxId, 'MK-x')).toMatchObject({ reason: 'MAILBOX_HELD' });
    const officer = await desk.as('security-officer');
    const lifted = `{ __typename ${ERRORS} ... on MailboxHoldLifted { mailboxId } }`;
    const lift = () => officer.ask('mutation', 'liftMailboxHold', { mailboxId }, lifted);
    expect(await lift()).toMatchObject({ mailboxId });
    expect(await lift()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await write(screener, mailboxId, 'MK-x')).__typename).toBe('FamilyWritten');
  });

  it('issues words for a case that came another way, once', async () => {
    const caseId = await openCase(screener);
    const selection = `{ __typename ${ERRORS} ... on MailboxIssued { words closingWord alarmWord } }`;
    const issue = (client: TestClient, language = 'en') =>
      client.ask('mutation', 'issueMailbox', { caseId, language }, selection);

    expect(await issue(screener, 'xx')).toMatchObject({ field: 'language' });
    expect(await issue(await desk.as('caseworker-three'))).toMatchObject({ code: 'NOT_FOUND' });
    const { words } = await issue(screener);

    expect((await open(desk, words)).text).toContain('There are no messages yet.');
    expect(await issue(screener)).toMatchObject({ reason: 'MAILBOX_EXISTS' });
  });

  it('lets somebody else answer a complaint, whom no key of the case made a reader', async () => {
    const { words } = await family();
    await act(desk, words.code, 'complain', { kind: 'HELPER', text: 'MK-about a helper' });
    const coordinator = await desk.as('coordinator');
    const selection = '{ edges { node { id kind state dueOn version } } }';
    const list = (client: TestClient, answered = false) =>
      client.ask('query', 'complaints', { answered }, selection);
    const [{ node }] = (await list(coordinator)).edges;
    const complaintId = node.id;

    const said = `{ __typename ${ERRORS} ... on OpenedComplaint { text kind } }`;
    const openIt = (client: TestClient) =>
      client.ask('mutation', 'openComplaint', { complaintId }, said);
    expect(await openIt(coordinator)).toMatchObject({ text: 'MK-about a helper' });
    const answered = `{ __typename ${ERRORS} ... on ComplaintAnswered { complaintId } }`;
    const answer = (input: object) =>
      coordinator.ask('mutation', 'answerComplaint', { complaintId, ...input }, answered);
    expect(await answer({ text: ' ' })).toMatchObject({ field: 'text' });
    expect(await answer({ text: 'x', version: 7 })).toMatchObject({ currentVersion: 1 });
    expect(await answer({ text: 'MK-sorry', version: 1 })).toMatchObject({ complaintId });
    expect(await answer({ text: 'x' })).toMatchObject({ presentState: 'ANSWERED' });

    const page = await open(desk, words.code);
    expect(page.text).toContain('Answer to your complaint');
    expect(page.text).toContain('MK-sorry');
    expect((await list(coordinator, true)).edges).toHaveLength(1);
  });

  it('asks somebody else to look at a refusal, and keeps the words for them', async () => {
    const { words, requestId } = await family();
    const refusal = { requestId, version: 1, reason: 'OUTSIDE_MANDATE' };
    expect((await decide(screener, 'declineRequest', refusal)).state).toBe('DECLINED');
    // Some days later, as far as the row is concerned.
    await rows('UPDATE intake_request SET appeal_until = decided_on + 3 WHERE id = $1', [
      requestId,
    ]);

    expect((await open(desk, words.code)).text).toContain('We cannot help with this.');
    const done = await act(desk, words.code, 'appeal', { text: 'MK-please look again' });

    expect(done.text).toContain('Done.');
    const [complaint] = await rows(`SELECT id FROM complaint WHERE kind = 'APPEAL'`);
    const readers = await rows('SELECT person_id FROM complaint_copy WHERE complaint_id = $1', [
      complaint?.id,
    ]);
    const people = readers.map(({ person_id: id }) => id);
    expect(people).not.toContain(await desk.personId('caseworker'));
    const [request] = await rows(
      'SELECT appeal_until::text, decided_on::text, sealed_t1 FROM intake_request WHERE id = $1',
      [requestId],
    );
    expect(request?.sealed_t1).not.toBeNull();
    const days = Date.parse(request?.appeal_until ?? '') - Date.parse(request?.decided_on ?? '');
    expect(days / 86_400_000).toBe(14);
  });

  it('shows what people who are no relatives wrote to screeners, and destroys it with the end', async () => {
    const id = field(await visit(desk, '/f/tell'), 'id');
    await post(desk, '/f/tell', { id, kind: 'OFFER', text: 'MK-offer from outside' });
    const reader = await desk.signIn('caseworker');

    const list = await reader.ask('query', 'outsideNotes', {}, '{ edges { node { id kind } } }');
    expect(list.edges).toContainEqual({ node: { id, kind: 'OFFER' } });
    const opened = `{ __typename ${ERRORS} ... on OpenedOutsideNote { text } }`;
    const openIt = () => reader.ask('mutation', 'openOutsideNote', { noteId: id }, opened);
    expect(await openIt()).toMatchObject({ text: 'MK-offer from outside' });
    const settled = `{ __typename ${ERRORS} ... on OutsideNoteSettled { noteId } }`;
    const settle = () => reader.ask('mutation', 'settleOutsideNote', { noteId: id }, settled);
    expect(await settle()).toMatchObject({ noteId: id });
    expect(await settle()).toMatchObject({ presentState: 'DONE' });
    expect(await openIt()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has no word of it in the database', async () => {
    const dump = await dumpDatabase(desk.database.addresses.adminUrl);

    expect(dump).not.toContain('MK-');
    expect(dump).not.toContain(Buffer.from('MK-').toString('hex'));
  });
});
