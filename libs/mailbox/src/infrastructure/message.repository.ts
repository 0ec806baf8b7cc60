import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

export type Direction = 'FROM_FAMILY' | 'TO_FAMILY';

/** What a line of a mailbox is. */
export type MessageKind =
  'MESSAGE' | 'PAUSED' | 'RESUMED' | 'CONSENT_ENDED' | 'APPEALED' | 'ANSWER';

export interface MessageRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly direction: Direction;
  readonly kind: MessageKind;
  readonly writtenOn: string;
  readonly writtenBy: string | null;
  readonly isRead: boolean;
  readonly sealedFamily: Buffer | null;
  readonly sealedInbox: Buffer | null;
  readonly sealedCase: Buffer | null;
  readonly revision: number;
}

export type NewMessage = Omit<MessageRow, 'isRead' | 'revision'> & { readonly mailboxId: string };

const COLUMNS = `id, case_id AS "caseId", direction, kind, written_on::text AS "writtenOn", written_by AS "writtenBy",
  is_read AS "isRead", sealed_family AS "sealedFamily", sealed_inbox AS "sealedInbox", sealed_case AS "sealedCase", revision`;

/** Lines of mailboxes, in order. The mailbox's row is locked by whoever writes. */
@Injectable()
export class MessageRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** False where this line is there already: a page was sent twice. */
  async add(message: NewMessage): Promise<boolean> {
    const added = await this.unitOfWork.execute(
      `INSERT INTO mailbox_message (id, organization_id, mailbox_id, case_id, place, direction, kind, written_on,
         written_by, sealed_family, sealed_inbox, sealed_case)
       SELECT $1, $2, $3, $4, coalesce(max(place), 0) + 1, $5, $6, $7, $8, $9, $10, $11
       FROM mailbox_message WHERE mailbox_id = $3 ON CONFLICT (id) DO NOTHING`,
      [
        message.id,
        this.unitOfWork.scope().organizationId,
        message.mailboxId,
        message.caseId,
        message.direction,
        message.kind,
        message.writtenOn,
        message.writtenBy,
        message.sealedFamily,
        message.sealedInbox,
        message.sealedCase,
      ],
    );
    return added > 0;
  }

  /** The latest lines, the newest first. */
  latest(mailboxId: string, most: number): Promise<MessageRow[]> {
    return this.unitOfWork.query<MessageRow>(
      `SELECT ${COLUMNS} FROM mailbox_message WHERE mailbox_id = $1 ORDER BY place DESC LIMIT $2`,
      [mailboxId, most],
    );
  }

  /** Lines that the desk has not read, by mailbox. */
  async unread(mailboxIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.unitOfWork.query<{ mailbox_id: string; lines: number }>(
      `SELECT mailbox_id, count(*)::int AS lines FROM mailbox_message
       WHERE mailbox_id = ANY($1) AND direction = 'FROM_FAMILY' AND NOT is_read GROUP BY 1`,
      [mailboxIds],
    );
    return new Map(rows.map((row) => [row.mailbox_id, row.lines]));
  }

  async markRead(mailboxId: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE mailbox_message SET is_read = true
       WHERE mailbox_id = $1 AND direction = 'FROM_FAMILY' AND NOT is_read`,
      [mailboxId],
    );
  }

  /** Moves a line from the inbox's key to the case's. */
  async moveToCase(
    id: string,
    caseId: string,
    sealedCase: Buffer,
    revision: number,
  ): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE mailbox_message SET case_id = $2, sealed_case = $3, sealed_inbox = NULL, revision = $4 WHERE id = $1`,
      [id, caseId, sealedCase, revision],
    );
  }
}
