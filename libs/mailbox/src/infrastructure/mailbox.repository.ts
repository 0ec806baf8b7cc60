import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';

/** A mailbox as its row has it. */
export interface MailboxRow {
  readonly id: string;
  readonly requestId: string | null;
  readonly caseId: string | null;
  readonly language: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly publicKey: Buffer;
  readonly keyMark: Buffer;
  readonly openedOn: string;
  readonly usedOn: string;
  readonly pausedOn: string | null;
  readonly heldOn: string | null;
  readonly version: number;
}

export type NewMailbox = Pick<
  MailboxRow,
  'id' | 'requestId' | 'caseId' | 'language' | 'publicKey' | 'keyMark' | 'openedOn'
>;

export type WordKind = 'OPEN' | 'CLOSE' | 'ALARM';

const COLUMNS = `id, request_id AS "requestId", case_id AS "caseId", language, state, public_key AS "publicKey",
  key_mark AS "keyMark", opened_on::text AS "openedOn", used_on::text AS "usedOn", paused_on::text AS "pausedOn",
  held_on::text AS "heldOn", version`;

/** Mailboxes and the hashes that lead to them. */
@Injectable()
export class MailboxRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(mailbox: NewMailbox): Promise<void> {
    const { id, requestId, caseId, language, publicKey, keyMark, openedOn } = mailbox;
    await this.unitOfWork.execute(
      `INSERT INTO mailbox (id, organization_id, request_id, case_id, language, state, public_key, key_mark, opened_on,
         used_on) VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, $7, $8, $8)`,
      [id, this.organization(), requestId, caseId, language, publicKey, keyMark, openedOn],
    );
  }

  async addWord(mailboxId: string, kind: WordKind, locatorHash: Buffer): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO mailbox_word (locator_hash, organization_id, mailbox_id, kind) VALUES ($1, $2, $3, $4)`,
      [locatorHash, this.organization(), mailboxId, kind],
    );
  }

  /** Whose words these are; asked before an organisation is known. */
  async findWord(
    locatorHash: Buffer,
  ): Promise<{ organizationId: string; mailboxId: string; kind: WordKind } | null> {
    const [row] = await this.unitOfWork.query<{
      organizationId: string;
      mailboxId: string;
      kind: WordKind;
    }>(
      `SELECT organization_id AS "organizationId", mailbox_id AS "mailboxId", kind FROM find_mailbox_word($1)`,
      [locatorHash],
    );
    return row ?? null;
  }

  async find(mailboxId: string): Promise<MailboxRow | null> {
    if (!isUuid(mailboxId)) return null;
    const [row] = await this.unitOfWork.query<MailboxRow>(
      `SELECT ${COLUMNS} FROM mailbox WHERE id = $1`,
      [mailboxId],
    );
    return row ?? null;
  }

  async lock(mailboxId: string): Promise<MailboxRow | null> {
    if (!isUuid(mailboxId)) return null;
    const [row] = await this.unitOfWork.query<MailboxRow>(
      `SELECT ${COLUMNS} FROM mailbox WHERE id = $1 FOR UPDATE`,
      [mailboxId],
    );
    return row ?? null;
  }

  /** Mailboxes of a case, the newest first. */
  async ofCase(caseId: string): Promise<MailboxRow[]> {
    if (!isUuid(caseId)) return [];
    return this.unitOfWork.query<MailboxRow>(
      `SELECT ${COLUMNS} FROM mailbox WHERE case_id = $1 ORDER BY opened_on DESC, id`,
      [caseId],
    );
  }

  /** Mailboxes of a request, the newest first. */
  async ofRequest(requestId: string): Promise<MailboxRow[]> {
    if (!isUuid(requestId)) return [];
    return this.unitOfWork.query<MailboxRow>(
      `SELECT ${COLUMNS} FROM mailbox WHERE request_id = $1 ORDER BY opened_on DESC, id`,
      [requestId],
    );
  }

  /** Writes changed data and counts the version up; the row must be locked. */
  async change(
    mailboxId: string,
    change: {
      readonly usedOn?: string;
      readonly pausedOn?: string | null;
      readonly heldOn?: string | null;
      readonly caseId?: string | null;
    },
  ): Promise<void> {
    const names = {
      usedOn: 'used_on',
      pausedOn: 'paused_on',
      heldOn: 'held_on',
      caseId: 'case_id',
    };
    const entries = Object.entries(change) as [keyof typeof names, string | null][];
    const sets = entries.map(([name], index) => `${names[name]} = $${String(index + 2)}`);
    await this.unitOfWork.execute(
      `UPDATE mailbox SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = $1`,
      [mailboxId, ...entries.map(([, value]) => value)],
    );
  }

  /** Destroys words, keys and messages; what is left says that there was a mailbox, and nothing of what it held. */
  async close(mailboxId: string): Promise<void> {
    await this.unitOfWork.execute('DELETE FROM mailbox_message WHERE mailbox_id = $1', [mailboxId]);
    await this.unitOfWork.execute('DELETE FROM mailbox_word WHERE mailbox_id = $1', [mailboxId]);
    await this.unitOfWork.execute(
      `UPDATE mailbox SET state = 'CLOSED', public_key = '', key_mark = '', version = version + 1 WHERE id = $1`,
      [mailboxId],
    );
  }

  private organization(): string | null {
    return this.unitOfWork.scope().organizationId;
  }
}
