import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { decide } from '../intake/test-support/screening-desk.js';
import { act, askForHelp, open, startDoor } from './test-support/door.js';

const OUTCOME = '{ __typename ... on UserError { code } ... on Refused { reason } }';

describe('the mailbox of a case that is erased', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startDoor();
    const personId = await desk.personId('auditor');
    await ask('administrator', 'appointDataProtectionOfficer', { personId });
  });

  afterAll(() => desk.close());

  const ask = async (who: string, operation: string, input: object) =>
    (await desk.as(who)).ask('mutation', operation, input, OUTCOME);
  const rows = async (sql: string, values: unknown[] = []) =>
    (await desk.database.asOperator(sql, values)) as Record<string, unknown>[];
  const propose = (caseId: string) => ask('security-officer', 'proposeCaseErasure', { caseId });
  const confirm = (caseId: string) => ask('auditor', 'confirmCaseErasure', { caseId });
  /** A family that asked, was taken on, and whose case was over long ago. */
  const overLongAgo = async () => {
    const words = await askForHelp(desk);
    const [request] = await rows('SELECT request_id AS id FROM mailbox ORDER BY ctid DESC LIMIT 1');
    const accept = { requestId: request?.['id'], version: 1, provocationCheckDone: true };
    const { caseId } = await decide(await desk.as('caseworker'), 'acceptRequest', accept);
    await rows(
      `UPDATE case_file SET state = 'CLOSED', retention_due_day = current_date - 2, next_step_kind = NULL,
         next_step_due_day = NULL WHERE id = $1`,
      [caseId],
    );
    return { words, caseId: caseId as string };
  };
  const left = async (caseId: string) => {
    const of = 'SELECT id FROM mailbox WHERE case_id = $1';
    const [row] = await rows(
      `SELECT (SELECT count(*)::int FROM mailbox_word WHERE mailbox_id IN (${of})) AS words,
         (SELECT count(*)::int FROM mailbox_message WHERE mailbox_id IN (${of})) AS messages,
         (SELECT count(*)::int FROM complaint_copy y JOIN complaint c ON c.id = y.complaint_id
            WHERE c.mailbox_id IN (${of})) AS copies,
         (SELECT count(*)::int FROM mailbox WHERE case_id = $1 AND state = 'OPEN') AS open`,
      [caseId],
    );
    return row;
  };

  it('is closed with it: its words open nothing, and no message or copy of a complaint is left', async () => {
    const { words, caseId } = await overLongAgo();
    const other = await overLongAgo();
    await act(desk, words.code, 'write', { text: 'MK-before the end' });
    await act(desk, words.code, 'complain', { kind: 'OTHER', text: 'MK-a complaint' });
    await rows(`UPDATE complaint SET state = 'ANSWERED', answered_on = current_date`);
    expect(await left(caseId)).toMatchObject({ words: 3, open: 1 });

    expect(await propose(caseId)).toMatchObject({ __typename: 'CaseErasureProposed' });
    expect(await confirm(caseId)).toMatchObject({ __typename: 'CaseChanged' });

    expect(await left(caseId)).toEqual({ words: 0, messages: 0, copies: 0, open: 0 });
    expect((await open(desk, words.code)).text).toContain('There are no notes here.');
    expect(await left(other.caseId)).toMatchObject({ words: 3, open: 1 });
    expect((await open(desk, other.words.code)).text).toContain('How it stands');
  });

  it('waits until a complaint of the family has its answer', async () => {
    const { words, caseId } = await overLongAgo();
    expect(await propose(caseId)).toMatchObject({ __typename: 'CaseErasureProposed' });
    await act(desk, words.code, 'complain', { kind: 'OTHER', text: 'MK-unanswered' });

    const unanswered = { reason: 'COMPLAINT_UNANSWERED' };
    expect(await confirm(caseId)).toMatchObject(unanswered);
    expect(await propose(caseId)).toMatchObject(unanswered);
    expect((await open(desk, words.code)).text).toContain('How it stands');
  });
});
