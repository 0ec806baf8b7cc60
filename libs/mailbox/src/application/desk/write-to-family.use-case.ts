import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { LONGEST_TEXT, plainText } from '../../domain/limits.js';
import { MailboxRepository } from '../../infrastructure/mailbox.repository.js';
import { MailboxNews } from '../mailbox-news.js';
import { MessageWriter } from '../message-writer.js';
import { MailboxKeyring } from './mailbox-keyring.js';

/**
 * Leaves a line for the family, which reads it when it comes. Errors: INVALID_INPUT `text` (`EMPTY_OR_TOO_LONG`); NOT_FOUND;
 * REFUSED `FAMILY_PAUSED`, `MAILBOX_HELD` after the word for danger; INTEGRITY.
 */
@Injectable()
export class WriteToFamilyUseCase {
  constructor(
    private readonly keyring: MailboxKeyring,
    private readonly writer: MessageWriter,
    private readonly news: MailboxNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    { mailboxId, text }: { readonly mailboxId: string; readonly text: string },
  ): Promise<Result<{ readonly messageId: string }, DomainError>> {
    const plain = plainText(text, LONGEST_TEXT);
    if (plain === null) return err(invalidInput('text', 'EMPTY_OR_TOO_LONG'));
    const opened = await this.keyring.open(actor, mailboxId);
    if (!opened.ok) return opened;
    const { mailbox } = opened.value;
    if (mailbox.heldOn !== null) return err(refused('MAILBOX_HELD'));
    if (mailbox.pausedOn !== null) return err(refused('FAMILY_PAUSED'));
    const messageId = this.ids.next();
    const line = { id: messageId, kind: 'MESSAGE', text: plain, isForDesk: true } as const;
    const written = await this.writer.write(mailbox, { ...line, writtenBy: actor.personId });
    if (!written.ok) return written;
    await this.news.tell('MAILBOX_WRITTEN', mailbox);
    return ok({ messageId });
  }
}

/** Security has looked and lets answers out again. NOT_FOUND, also where nothing is held. */
@Injectable()
export class LiftMailboxHoldUseCase {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly news: MailboxNews,
  ) {}

  async execute(mailboxId: string): Promise<Result<string, DomainError>> {
    const mailbox = await this.mailboxes.lock(mailboxId);
    if (mailbox?.heldOn == null) return err(notFound());
    await this.mailboxes.change(mailbox.id, { heldOn: null });
    await this.news.tell('MAILBOX_HOLD_LIFTED', mailbox);
    return ok(mailbox.id);
  }
}
