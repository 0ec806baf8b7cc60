import { Injectable } from '@nestjs/common';
import { err, integrity, ok, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, SecurityAlerts, type Actor } from '@kinward/platform';
import { openWriteOnlyJson, WriteOnlySealing } from '@kinward/vault';
import { MessageRepository, type MessageRow } from '../../infrastructure/message.repository.js';
import { MESSAGE_TABLE } from '../message-writer.js';
import { MailboxKeyring, type OpenedMailbox } from './mailbox-keyring.js';

/** A line as the desk reads it. */
export interface DeskLine {
  readonly id: string;
  readonly direction: string;
  readonly kind: string;
  readonly writtenOn: string;
  readonly writtenById: string | null;
  /** Null where the actor holds no key to it, or it holds no words. */
  readonly text: string | null;
  readonly isSealed: boolean;
}

export interface ReadMailbox {
  readonly mailboxId: string;
  readonly caseId: string | null;
  readonly requestId: string | null;
  readonly pausedOn: string | null;
  readonly heldOn: string | null;
  readonly lines: readonly DeskLine[];
}

/** More than a family and a desk write in years; older lines stay. */
const MOST_LINES = 200;

/**
 * Reads a mailbox and marks it as read. Lines that came before the case had keys go from the inbox's key to the case's.
 * Errors: NOT_FOUND, also without a key; INTEGRITY, with an alarm.
 */
@Injectable()
export class OpenMailboxUseCase {
  constructor(
    private readonly keyring: MailboxKeyring,
    private readonly messages: MessageRepository,
    private readonly sealing: WriteOnlySealing,
    private readonly alerts: SecurityAlerts,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, mailboxId: string): Promise<Result<ReadMailbox, DomainError>> {
    const opened = await this.keyring.open(actor, mailboxId);
    if (!opened.ok) return opened;
    const rows = await this.messages.latest(mailboxId, MOST_LINES);
    const lines: DeskLine[] = [];
    for (const row of rows) {
      const text = textOf(opened.value, row);
      if (!text.ok) return this.alarm(row);
      const moved = await this.move(opened.value, row, text.value);
      if (!moved.ok) return moved;
      const { id, direction, kind, writtenOn, writtenBy } = row;
      const isSealed = text.value === null;
      const words = text.value === '' ? null : text.value;
      lines.push({ id, direction, kind, writtenOn, writtenById: writtenBy, text: words, isSealed });
    }
    await this.messages.markRead(mailboxId);
    this.audit.record({ action: 'MAILBOX_OPENED', subjectKind: 'MAILBOX', subjectId: mailboxId });
    const { caseId, requestId, pausedOn, heldOn } = opened.value.mailbox;
    return ok({ mailboxId, caseId, requestId, pausedOn, heldOn, lines: lines.reverse() });
  }

  private async move(
    { mailbox, caseKeys }: OpenedMailbox,
    row: MessageRow,
    text: string | null,
  ): Promise<Result<void, DomainError>> {
    if (caseKeys === null || mailbox.caseId === null) return ok();
    if (row.sealedInbox === null || text === null) return ok();
    const revision = row.revision + 1;
    const cell = { table: MESSAGE_TABLE, column: 'sealed_case', rowId: row.id, revision };
    const sealed = await this.sealing.seal(mailbox.caseId, 'T1', cell, { text });
    if (!sealed.ok) return sealed;
    await this.messages.moveToCase(row.id, mailbox.caseId, sealed.value, revision);
    return ok();
  }

  private alarm(row: MessageRow): Result<never, DomainError> {
    const subject = { subjectKind: 'MAILBOX_MESSAGE', subjectId: row.id };
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...subject });
    return err(integrity());
  }
}

/** Null where the actor holds no key to it. */
function textOf(
  { caseKeys, inboxKeys }: OpenedMailbox,
  row: MessageRow,
): Result<string | null, DomainError> {
  const cell = { table: MESSAGE_TABLE, rowId: row.id, revision: row.revision };
  const [column, keys, sealed] =
    row.sealedCase === null
      ? (['sealed_inbox', inboxKeys, row.sealedInbox] as const)
      : (['sealed_case', caseKeys, row.sealedCase] as const);
  if (sealed === null) return ok('');
  if (keys === null) return ok(null);
  const opened = openWriteOnlyJson<{ text: string }>(keys, { ...cell, column }, sealed);
  return opened.ok ? ok(opened.value.text) : opened;
}
