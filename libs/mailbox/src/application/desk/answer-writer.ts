import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { MailboxRepository } from '../../infrastructure/mailbox.repository.js';
import { MessageWriter } from '../message-writer.js';
import { WriterGround } from '../writer-ground.js';

/** Puts the answer to a complaint into the family's mailbox, where only the family reads it. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly writer: MessageWriter,
    private readonly ground: WriterGround,
  ) {}

  /** The day of it. A mailbox that was closed meanwhile gets no line; the complaint is answered all the same. */
  async write(
    mailboxId: string,
    line: { readonly id: string; readonly text: string; readonly writtenBy: string },
  ): Promise<Result<string, DomainError>> {
    const mailbox = await this.mailboxes.lock(mailboxId);
    const today = await this.ground.today();
    if (mailbox === null || mailbox.state === 'CLOSED') return ok(today);
    const written = await this.writer.write(mailbox, { ...line, kind: 'ANSWER', isForDesk: false });
    return written.ok ? ok(today) : written;
  }
}
