import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  invalidInput,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import type { IssuedWords } from '../../domain/code.js';
import { isLanguage } from '../../domain/languages.js';
import { MailboxRepository } from '../../infrastructure/mailbox.repository.js';
import { MailboxMaking } from '../mailbox-making.js';
import { MailboxNews } from '../mailbox-news.js';

export interface MailboxOrder {
  readonly caseId: string;
  readonly language: string;
  /** Drawn where they are left out; only a demonstration names some. */
  readonly words?: IssuedWords;
}

/**
 * Makes a mailbox for a family that came another way; the words are shown once, to be handed over. Errors: INVALID_INPUT
 * `language`; NOT_FOUND, also without a key to the case; REFUSED `MAILBOX_EXISTS`; INTEGRITY.
 */
@Injectable()
export class IssueMailboxUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly mailboxes: MailboxRepository,
    private readonly making: MailboxMaking,
    private readonly news: MailboxNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    { caseId, language, words }: MailboxOrder,
  ): Promise<Result<IssuedWords, DomainError>> {
    if (!isLanguage(language)) return err(invalidInput('language', 'UNKNOWN_CODE'));
    // Before the case is locked: nobody else shall wait for Argon2id.
    const drawn = await (words === undefined
      ? this.making.draw(language)
      : this.making.prepare(words));
    const opened = await this.cases.open(actor, caseId, null);
    if (!opened.ok) return opened;
    const standing = await this.mailboxes.ofCase(caseId);
    if (standing.some(({ state }) => state === 'OPEN')) return err(refused('MAILBOX_EXISTS'));
    const mailboxId = this.ids.next();
    await this.making.store({ ...drawn, mailboxId, caseId, requestId: null, language });
    await this.news.tell('MAILBOX_ISSUED', { id: mailboxId, caseId, requestId: null });
    return ok(drawn.words);
  }
}
