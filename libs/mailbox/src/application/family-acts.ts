import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { MessageKind } from '../infrastructure/message.repository.js';
import { ActEffects } from './act-effects.js';
import { familyOf } from './family-door.js';
import { MailboxNews } from './mailbox-news.js';
import { MailboxStanding, type StandingMailbox } from './mailbox-standing.js';
import { MessageWriter } from './message-writer.js';
import type { Visit } from './tickets.js';

/** Which page an act came from: sent twice, it is done once. */
export interface FamilyAct {
  readonly visit: Visit;
  readonly actId: string;
}

/**
 * What a family does in its mailbox. Each act is one transaction; NOT_FOUND once the mailbox is closed, INTEGRITY where a key
 * was changed.
 */
@Injectable()
export class FamilyActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: MailboxStanding,
    private readonly writer: MessageWriter,
    private readonly news: MailboxNews,
    private readonly effects: ActEffects,
  ) {}

  write(act: FamilyAct, text: string): Promise<Result<void, DomainError>> {
    return this.carryOut(act, 'MESSAGE', text, () => Promise.resolve(ok()));
  }

  /** Quiet, and no payment, until the family says otherwise. */
  pause(act: FamilyAct): Promise<Result<void, DomainError>> {
    return this.carryOut(act, 'PAUSED', '', (now) => this.effects.pause(now));
  }

  /** The family turns to the desk again; a caseworker puts the case back to work. */
  resume(act: FamilyAct): Promise<Result<void, DomainError>> {
    return this.carryOut(act, 'RESUMED', '', (now) => this.effects.resume(now));
  }

  /** Ends a consent, or all of them: then a request that nobody decided on is destroyed, too. */
  endConsent(act: FamilyAct, purpose: string): Promise<Result<void, DomainError>> {
    return this.carryOut(act, 'CONSENT_ENDED', '', (now) => this.effects.endConsent(now, purpose));
  }

  /** WRONG_STATE where nothing was refused, or too long ago. */
  appeal(act: FamilyAct): Promise<Result<void, DomainError>> {
    return this.carryOut(act, 'APPEALED', '', (now) => this.effects.holdForAppeal(now));
  }

  private carryOut(
    { visit, actId }: FamilyAct,
    kind: MessageKind,
    text: string,
    effect: (now: StandingMailbox) => Promise<Result<void, DomainError>>,
  ): Promise<Result<void, DomainError>> {
    const scope = familyOf(visit.organizationId);
    return this.unitOfWork.run(scope, async () => {
      const now = await this.standing.lock(visit.mailboxId);
      if (now === null) return err(notFound());
      const line = { id: actId, kind, text, writtenBy: null, isForDesk: true };
      const written = await this.writer.write(now.mailbox, line);
      if (!written.ok) return written;
      if (!written.value) return ok();
      const done = await effect(now);
      if (!done.ok) return done;
      await this.news.tell(`MAILBOX_${kind}`, now.mailbox);
      await this.news.ask(await this.effects.holders(now));
      return ok();
    });
  }
}
