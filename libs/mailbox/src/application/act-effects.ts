import { Injectable } from '@nestjs/common';
import { CaseAccess, FamilyWishes } from '@kinward/cases';
import { FamilyRequests } from '@kinward/intake';
import { err, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { MailboxRepository } from '../infrastructure/mailbox.repository.js';
import type { StandingMailbox } from './mailbox-standing.js';

/** Everything that a family lets go of at once. */
export const EVERYTHING = 'EVERYTHING';

/** What acts of a family move in the domains that they concern. */
@Injectable()
export class ActEffects {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly wishes: FamilyWishes,
    private readonly requests: FamilyRequests,
    private readonly cases: CaseAccess,
  ) {}

  async pause({ mailbox }: StandingMailbox): Promise<Result<void, DomainError>> {
    await this.mailboxes.change(mailbox.id, { pausedOn: await this.today() });
    if (mailbox.caseId === null) return ok();
    const paused = await this.wishes.pause(mailbox.caseId);
    return paused.ok ? ok() : paused;
  }

  async resume({ mailbox }: StandingMailbox): Promise<Result<void, DomainError>> {
    await this.mailboxes.change(mailbox.id, { pausedOn: null });
    return ok();
  }

  async endConsent(
    { mailbox, request }: StandingMailbox,
    purpose: string,
  ): Promise<Result<void, DomainError>> {
    const isEverything = purpose === EVERYTHING;
    if (isEverything && mailbox.requestId !== null && request !== null) {
      const ended = await this.requests.takeBack(mailbox.requestId, await this.today());
      if (!ended.ok) return ended;
    }
    if (mailbox.caseId !== null) {
      await this.wishes.withdraw(mailbox.caseId, isEverything ? null : purpose);
    }
    return ok();
  }

  async holdForAppeal({ mailbox, status }: StandingMailbox): Promise<Result<void, DomainError>> {
    const { requestId } = mailbox;
    const isHeld =
      requestId !== null && (await this.requests.holdForAppeal(requestId, await this.today()));
    return isHeld ? ok() : err(wrongState(status));
  }

  /** Who works on the case. */
  async holders({ mailbox }: StandingMailbox): Promise<readonly string[]> {
    return mailbox.caseId === null ? [] : this.wishes.concerned(mailbox.caseId);
  }

  private async today(): Promise<string> {
    const { settings } = await this.cases.ground();
    return settings.today;
  }
}
