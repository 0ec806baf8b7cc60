import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { trustAfter, type ChannelEvent } from '../../domain/contact-channel-trust.js';
import { REPORTABLE_EVENTS } from '../../domain/contact-log.js';
import { checkCode } from '../../domain/family-checks.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ContactRepository } from '../../infrastructure/contact.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';

export interface ChangeChannelTrustCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly channelId: string;
  /** Code of `REPORTABLE_EVENTS`. */
  readonly event: string;
}

/**
 * Moves the trust in a channel by what happened (domain.md C2, "Contact-channel trust"). A warning waits for no key
 * and holds in every state of the case: the security officer gives it, or anybody who is on the case. A passed
 * handshake counts only from a caseworker who can open the case. Errors: INVALID_INPUT `event`; NOT_FOUND for case or
 * channel; STALE_VERSION; REFUSED `CASEWORKER_WITH_ACCESS_REQUIRED` or `CHANNEL_COMPROMISED`; INTEGRITY.
 */
@Injectable()
export class ChangeChannelTrustUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly contacts: ContactRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeChannelTrustCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const event = checkCode('event', command.event, REPORTABLE_EVENTS);
    if (!event.ok) return event;
    const reached = await this.reach(actor, command, event.value);
    if (!reached.ok) return reached;
    const { row } = reached.value;
    const channel = await this.contacts.findChannel(row.id, command.channelId);
    if (channel === null) return err(notFound());
    const trust = trustAfter(channel.trust, event.value);
    if (!trust.ok) return trust;
    await this.contacts.changeTrust(channel, trust.value);
    const version = await this.cases.change(row, {});
    await this.news.tell('CHANNEL_TRUST_CHANGED', row.id, event.value);
    return ok({ caseId: row.id, version });
  }

  private async reach(
    actor: Actor,
    command: ChangeChannelTrustCommand,
    event: ChannelEvent,
  ): Promise<Result<LockedCase, DomainError>> {
    const { caseId } = command;
    const version = command.version ?? null;
    if (event !== 'HANDSHAKE_PASSED') return this.access.lockFor(actor, caseId, version);
    if (actor.roles.has('CASEWORKER')) return this.access.open(actor, caseId, version);
    const locked = await this.access.lockFor(actor, caseId, version);
    return locked.ok ? err(refused('CASEWORKER_WITH_ACCESS_REQUIRED')) : locked;
  }
}
