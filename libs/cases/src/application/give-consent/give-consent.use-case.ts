import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  isUuid,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { addMonths } from '../../domain/calendar-day.js';
import { isLive } from '../../domain/case-states.js';
import { giveConsent, wasWithdrawnSince, type Consent } from '../../domain/consent.js';
import { NOTE_LENGTH } from '../../domain/family-checks.js';
import { checkText } from '../../domain/text-rules.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ContactRepository } from '../../infrastructure/contact.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';
import { ContactWriter } from '../contact-writer.js';

export interface GiveConsentCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** Code of the jurisdiction pack. */
  readonly purpose: string;
  /** Day in the organisation's zone on which the family said it. */
  readonly givenOn: string;
  /** What was asked and answered, in the words used. */
  readonly wording: string;
  /** Only for purposes that name a partner. */
  readonly partnerId?: string | null;
}

type LastingConsent = Consent & { readonly lapsesOn: string };

/**
 * Records what the family allows, for one purpose, until it lapses (domain.md C6). An earlier one for the same purpose
 * ends in the same act. Errors: INVALID_INPUT naming the field; NOT_FOUND, also without a grant; STALE_VERSION;
 * WRONG_STATE for an ended case; REFUSED `WITHDRAWN_SINCE` when the family said no after that day; INTEGRITY.
 */
@Injectable()
export class GiveConsentUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: GiveConsentCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const wording = checkText({
      field: 'wording',
      text: command.wording,
      maxLength: NOTE_LENGTH,
      multiline: true,
    });
    if (!wording.ok) return wording;
    const opened = await this.access.open(actor, command.caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, settings } = opened.value;
    const given = checkConsent(command, opened.value);
    if (!given.ok) return given;
    if (!isLive(row.state)) return err(wrongState(row.state));
    const { purpose, partnerId, givenOn, lapsesOn } = given.value;
    const earlier = await this.contacts.consentsFor(row.id, purpose);
    if (wasWithdrawnSince(earlier, givenOn)) return err(refused('WITHDRAWN_SINCE'));
    for (const consent of earlier.filter((each) => each.withdrawnOn === null)) {
      await this.contacts.withdraw(consent, settings.today);
    }
    const addedId = await this.writer.addConsent(
      opened.value,
      { purpose, givenOn, lapsesOn, withdrawnOn: null },
      { wording: wording.value, partnerId },
    );
    const version = await this.cases.change(row, {});
    await this.news.tell('CONSENT_GIVEN', row.id, purpose);
    return ok({ caseId: row.id, version, addedId });
  }
}

function checkConsent(
  command: GiveConsentCommand,
  { settings, pack }: LockedCase,
): Result<LastingConsent, DomainError> {
  const { purpose, givenOn } = command;
  const { today } = settings;
  const partnerId = command.partnerId ?? null;
  const purposes = pack.consentPurposes;
  const consent = giveConsent({ purpose, partnerId, givenOn, purposes, today });
  if (!consent.ok) return consent;
  if (partnerId !== null && !isUuid(partnerId)) return err(invalidInput('partnerId', 'NOT_AN_ID'));
  const lapsesOn = addMonths(consent.value.givenOn, pack.consentLapseMonths);
  // It would end a consent that holds and put nothing in its place.
  if (lapsesOn <= today) return err(invalidInput('givenOn', 'TOO_LONG_AGO'));
  return ok({ ...consent.value, lapsesOn });
}
