import { randomUUID } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';
import type { Crew } from './full-case.js';

/** The mailbox of a case, a complaint that nobody has a copy of, and a note from outside that nobody sealed. */
export async function plantMailbox(
  desk: TestDesk,
  crew: Crew,
  caseId: string,
): Promise<Readonly<Record<'mailboxId' | 'complaintId' | 'noteId', string>>> {
  const caseworker = await desk.as(crew.caseworker);
  const input = { caseId, language: 'en' };
  await caseworker.ask('mutation', 'issueMailbox', input, '{ ... on MailboxIssued { words } }');
  const [mailbox] = await desk.database.asOperator<{ id: string; organization_id: string }>(
    'SELECT id, organization_id FROM mailbox WHERE case_id = $1',
    [caseId],
  );
  const [complaintId, noteId] = [randomUUID(), randomUUID()];
  await desk.database.asOperator(
    `INSERT INTO complaint (id, organization_id, mailbox_id, kind, state, made_on, due_on)
     VALUES ($1, $2, $3, 'OTHER', 'OPEN', '2026-11-20', '2026-11-25')`,
    [complaintId, mailbox?.organization_id, mailbox?.id],
  );
  await desk.database.asOperator(
    `INSERT INTO outside_note (id, organization_id, kind, state, language, arrived_on, sealed_t0)
     VALUES ($1, $2, 'REPORT', 'OPEN', 'en', '2026-11-20', '\\x00')`,
    [noteId, mailbox?.organization_id],
  );
  return { mailboxId: mailbox?.id ?? '', complaintId, noteId };
}
