import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { KeyOpener, KeyRotation, type CompartmentKeys } from '@kinward/vault';
import { MailboxRepository, type MailboxRow } from '../../infrastructure/mailbox.repository.js';

/** A mailbox under its lock, with the keys that the actor holds to what stands in it. */
export interface OpenedMailbox {
  readonly mailbox: MailboxRow;
  /** Null without a grant to the case's story, or before the case has keys. */
  readonly caseKeys: CompartmentKeys | null;
  readonly inboxKeys: CompartmentKeys | null;
}

/** Opens a mailbox for somebody of the desk. */
@Injectable()
export class MailboxKeyring {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly rotation: KeyRotation,
    private readonly opener: KeyOpener,
  ) {}

  /** NOT_FOUND for an unknown or closed one, and without a key to the case or to the inbox; INTEGRITY. */
  async open(actor: Actor, mailboxId: string): Promise<Result<OpenedMailbox, DomainError>> {
    const mailbox = await this.mailboxes.lock(mailboxId);
    if (mailbox === null || mailbox.state === 'CLOSED') return err(notFound());
    const { caseId } = mailbox;
    const subjects = [actor.organizationId, ...(caseId === null ? [] : [caseId])];
    for (const subject of subjects) await this.rotation.hold(subject);
    const opened = await this.opener.open(actor, subjects);
    if (!opened.ok) return opened;
    const inboxKeys = opened.value.of(actor.organizationId, 'T1');
    const caseKeys = caseId === null ? null : opened.value.of(caseId, 'T1');
    if (inboxKeys === null && caseKeys === null) return err(notFound());
    return ok({ mailbox, caseKeys, inboxKeys });
  }
}
