import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { KeyRotation, WriteOnlySealing } from '@kinward/vault';
import { MessageRepository, type MessageKind } from '../infrastructure/message.repository.js';
import type { MailboxRow } from '../infrastructure/mailbox.repository.js';
import { sealToFamily } from './family-sealing.js';
import { WordKeyMaker } from './word-keys.js';
import { WriterGround } from './writer-ground.js';

/** A line that is to be written. */
export interface Line {
  /** Made by the page that it came from, so that a page that is sent twice writes once. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly text: string;
  /** Null for the family. */
  readonly writtenBy: string | null;
  /** False for what only the family may read again, such as the answer to a complaint. */
  readonly isForDesk: boolean;
}

/** The desk's copy. */
export interface DeskCopy {
  readonly sealedInbox: Buffer | null;
  readonly sealedCase: Buffer | null;
}

export const MESSAGE_TABLE = 'mailbox_message';

/** Seals a line twice, to the family and to whoever works for it, and writes it. The mailbox is locked. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
    private readonly keys: WordKeyMaker,
    private readonly sealing: WriteOnlySealing,
    private readonly rotation: KeyRotation,
    private readonly ground: WriterGround,
  ) {}

  /** False where the line was there already. INTEGRITY, with an alarm, where a key is not the one that was marked or signed. */
  async write(mailbox: MailboxRow, line: Line): Promise<Result<boolean, DomainError>> {
    if (!this.keys.isMarked(mailbox.id, mailbox.publicKey, mailbox.keyMark)) {
      return this.ground.alarm(mailbox.id);
    }
    const copy = line.isForDesk
      ? await this.seal(mailbox, line)
      : ok({ sealedInbox: null, sealedCase: null });
    if (!copy.ok) return copy;
    const isNew = await this.messages.add({
      id: line.id,
      mailboxId: mailbox.id,
      caseId: mailbox.caseId,
      direction: line.writtenBy === null ? 'FROM_FAMILY' : 'TO_FAMILY',
      kind: line.kind,
      writtenOn: await this.ground.today(),
      writtenBy: line.writtenBy,
      sealedFamily: sealToFamily(mailbox.publicKey, line.id, line.text),
      ...copy.value,
    });
    return ok(isNew);
  }

  /** To the case where it has keys, to the inbox before. */
  private async seal(mailbox: MailboxRow, line: Line): Promise<Result<DeskCopy, DomainError>> {
    const cell = { table: MESSAGE_TABLE, rowId: line.id, revision: 1 };
    const said = { text: line.text };
    if (mailbox.caseId !== null) {
      await this.rotation.hold(mailbox.caseId);
      const place = { ...cell, column: 'sealed_case' };
      const sealed = await this.sealing.seal(mailbox.caseId, 'T1', place, said);
      if (sealed.ok) return ok({ sealedInbox: null, sealedCase: sealed.value });
      if (sealed.error.kind !== 'NOT_FOUND') return sealed;
    }
    const inboxId = this.unitOfWork.scope().organizationId ?? '';
    await this.rotation.hold(inboxId);
    const place = { ...cell, column: 'sealed_inbox' };
    const sealed = await this.sealing.seal(inboxId, 'T1', place, said);
    return sealed.ok ? ok({ sealedInbox: sealed.value, sealedCase: null }) : sealed;
  }
}
