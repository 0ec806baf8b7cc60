import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { addMonths } from '../../domain/calendar-day.js';
import { giveConsent } from '../../domain/consent.js';
import { CHANNEL_KINDS } from '../../domain/contact-log.js';
import {
  checkCode,
  checkOptionalText,
  LINE_LENGTH,
  NOTE_LENGTH,
} from '../../domain/family-checks.js';
import type { ChannelLocator } from '../../domain/sealed-contents.js';
import { checkText } from '../../domain/text-rules.js';
import type { LockedCase, OpenCase } from '../case-access.js';
import { ContactWriter } from '../contact-writer.js';

/** How the family can be reached and what it agreed to, as it said so itself. */
export interface FirstContactClaim {
  readonly channel: {
    readonly kind: string;
    readonly value: string;
    readonly quietRules: string | null;
  } | null;
  readonly consents: readonly {
    /** Code of the jurisdiction pack; none that names a partner. */
    readonly purpose: string;
    readonly givenOn: string;
    readonly wording: string;
  }[];
}

/** The same, checked; consents that would have lapsed by now are left out. */
export interface CheckedContact {
  readonly channel: ChannelLocator | null;
  readonly consents: readonly {
    readonly purpose: string;
    readonly givenOn: string;
    readonly lapsesOn: string;
    readonly wording: string;
  }[];
}

/** First way to reach a family and its first consents. Nobody trusts the channel yet. */
@Injectable()
export class FirstContact {
  constructor(private readonly writer: ContactWriter) {}

  async add(opened: OpenCase, contact: CheckedContact): Promise<string | null> {
    const { identity } = opened;
    const channelId =
      contact.channel === null || identity === null
        ? null
        : await this.writer.addChannel(opened, identity, { trust: 'UNKNOWN' }, contact.channel);
    for (const { wording, ...consent } of contact.consents) {
      await this.writer.addConsent(
        opened,
        { ...consent, withdrawnOn: null },
        { wording, partnerId: null },
      );
    }
    return channelId;
  }
}

/** INVALID_INPUT names the field. */
export function checkContact(
  claim: FirstContactClaim,
  { pack, settings }: Pick<LockedCase, 'pack' | 'settings'>,
): Result<CheckedContact, DomainError> {
  const channel = checkChannel(claim.channel);
  if (!channel.ok) return channel;
  const consents: CheckedContact['consents'][number][] = [];
  for (const { purpose, givenOn, wording } of claim.consents) {
    const { consentPurposes: purposes, consentLapseMonths } = pack;
    const { today } = settings;
    const given = giveConsent({ purpose, partnerId: null, givenOn, purposes, today });
    if (!given.ok) {
      const { error } = given;
      return error.kind === 'INVALID_INPUT'
        ? err(invalidInput(`consents.${error.field}`, error.reason))
        : given;
    }
    const lapsesOn = addMonths(givenOn, consentLapseMonths);
    if (lapsesOn > today) consents.push({ purpose, givenOn, lapsesOn, wording });
  }
  return ok({ channel: channel.value, consents });
}

function checkChannel(
  claim: FirstContactClaim['channel'],
): Result<ChannelLocator | null, DomainError> {
  if (claim === null) return ok(null);
  const kind = checkCode('channel.kind', claim.kind, CHANNEL_KINDS);
  if (!kind.ok) return kind;
  const value = checkText({ field: 'channel.value', text: claim.value, maxLength: LINE_LENGTH });
  if (!value.ok) return value;
  const quietRules = checkOptionalText('channel.quietRules', claim.quietRules, NOTE_LENGTH);
  if (!quietRules.ok) return quietRules;
  return ok({ kind: kind.value, value: value.value, quietRules: quietRules.value });
}
