import { Injectable } from '@nestjs/common';
import { err, ok, refused, toId, type DomainError, type Result } from '@kinward/kernel';
import { CaseAccess } from '@kinward/cases';
import { UnitOfWork } from '@kinward/platform';
import { DoorLimiter } from '../infrastructure/door-limiter.js';
import { MailboxRepository } from '../infrastructure/mailbox.repository.js';
import { DangerWord } from './danger-word.js';
import { familyOf, NOBODY } from './family-door.js';
import { MailboxNews } from './mailbox-news.js';
import type { Visit } from './tickets.js';
import { WordKeyMaker } from './word-keys.js';

/** Services that an opened mailbox may need. */
@Injectable()
export class WordActs {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly cases: CaseAccess,
    private readonly danger: DangerWord,
    private readonly news: MailboxNews,
  ) {}

  /** True when the words open the mailbox; every other use shows nothing. In the organisation's own unit. */
  async use(mailboxId: string, kind: 'OPEN' | 'CLOSE' | 'ALARM'): Promise<boolean> {
    const mailbox = await this.mailboxes.lock(mailboxId);
    if (mailbox === null || mailbox.state === 'CLOSED') return false;
    if (kind === 'CLOSE') {
      await this.mailboxes.close(mailbox.id);
      await this.news.tell('MAILBOX_CLOSED', mailbox);
      return false;
    }
    if (kind === 'ALARM') {
      await this.danger.said(mailbox);
      return false;
    }
    const { settings } = await this.cases.ground();
    if (mailbox.usedOn !== settings.today) {
      await this.mailboxes.change(mailbox.id, { usedOn: settings.today });
    }
    return true;
  }
}

/**
 * Somebody types words. Unknown ones, a closed mailbox, the closing word and the word for danger all give null; the page
 * that asks waits so that they take the same time. REFUSED `TOO_MANY_ATTEMPTS` does not depend on the words.
 */
@Injectable()
export class OpenWithWords {
  constructor(
    private readonly limiter: DoorLimiter,
    private readonly keys: WordKeyMaker,
    private readonly mailboxes: MailboxRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: WordActs,
  ) {}

  async execute(
    words: string,
    addressGroup: string | null,
  ): Promise<Result<Visit | null, DomainError>> {
    if (!(await this.limiter.admit('OPEN', addressGroup))) return err(refused('TOO_MANY_ATTEMPTS'));
    const { locatorHash, seed } = await this.keys.make(words);
    const found = await this.unitOfWork.read(NOBODY, () => this.mailboxes.findWord(locatorHash));
    if (found === null) return ok(null);
    const { mailboxId, kind } = found;
    const organizationId = toId<'Organization'>(found.organizationId);
    const used = await this.unitOfWork.run(familyOf(organizationId), async () =>
      ok(await this.acts.use(mailboxId, kind)),
    );
    return used.ok && used.value ? ok({ organizationId, mailboxId, seed }) : ok(null);
  }
}
