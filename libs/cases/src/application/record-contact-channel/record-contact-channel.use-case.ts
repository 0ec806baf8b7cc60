import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isLive } from '../../domain/case-states.js';
import { trustAfter, type ChannelTrust } from '../../domain/contact-channel-trust.js';
import { CHANNEL_KINDS } from '../../domain/contact-log.js';
import {
  checkCode,
  checkOptionalText,
  LINE_LENGTH,
  NOTE_LENGTH,
} from '../../domain/family-checks.js';
import type { ChannelLocator } from '../../domain/sealed-contents.js';
import { checkText } from '../../domain/text-rules.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ContactRepository } from '../../infrastructure/contact.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';
import { ContactWriter } from '../contact-writer.js';

export interface RecordContactChannelCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly kind: string;
  readonly value: string;
  readonly quietRules?: string | null;
  /** The channel that goes out of use. */
  readonly replacesChannelId?: string | null;
}

/**
 * Records a way to reach the family; nobody trusts it yet. A channel that it replaces becomes COMPROMISED: its number
 * may soon be a stranger's, so nothing may go over it any more. Errors: INVALID_INPUT naming the field; NOT_FOUND for
 * the case or the replaced channel; STALE_VERSION; REFUSED `STORY_ONLY` without the key to identities; WRONG_STATE
 * for an ended case; INTEGRITY.
 */
@Injectable()
export class RecordContactChannelUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: RecordContactChannelCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const locator = checkLocator(command);
    if (!locator.ok) return locator;
    const opened = await this.access.open(actor, command.caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, identity } = opened.value;
    if (identity === null) return err(refused('STORY_ONLY'));
    if (!isLive(row.state)) return err(wrongState(row.state));
    const replaces = command.replacesChannelId ?? null;
    const trust = replaces === null ? ok('UNKNOWN' as const) : await this.replace(row.id, replaces);
    if (!trust.ok) return trust;
    const channel = { trust: trust.value };
    const addedId = await this.writer.addChannel(opened.value, identity, channel, locator.value);
    const version = await this.cases.change(row, {});
    const action = replaces === null ? 'CONTACT_CHANNEL_RECORDED' : 'CONTACT_CHANNEL_REPLACED';
    await this.news.tell(action, row.id);
    return ok({ caseId: row.id, version, addedId });
  }

  /** Takes the old channel out of use and tells where the trust of the new one begins. */
  private async replace(
    caseId: string,
    channelId: string,
  ): Promise<Result<ChannelTrust, DomainError>> {
    const replaced = await this.contacts.findChannel(caseId, channelId);
    if (replaced === null) return err(notFound());
    const left = trustAfter(replaced.trust, 'COMPROMISE_CONFIRMED');
    if (!left.ok) return left;
    await this.contacts.changeTrust(replaced, left.value);
    return trustAfter(replaced.trust, 'CHANNEL_REPLACED');
  }
}

function checkLocator(command: RecordContactChannelCommand): Result<ChannelLocator, DomainError> {
  const kind = checkCode('kind', command.kind, CHANNEL_KINDS);
  if (!kind.ok) return kind;
  const value = checkText({ field: 'value', text: command.value, maxLength: LINE_LENGTH });
  if (!value.ok) return value;
  const quietRules = checkOptionalText('quietRules', command.quietRules, NOTE_LENGTH);
  if (!quietRules.ok) return quietRules;
  return ok({ kind: kind.value, value: value.value, quietRules: quietRules.value });
}
