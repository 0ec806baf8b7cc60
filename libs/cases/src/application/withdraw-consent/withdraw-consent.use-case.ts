import { Injectable } from '@nestjs/common';
import { err, invalidInput, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { withdrawConsent } from '../../domain/consent.js';
import type { ConsentRow } from '../../infrastructure/contact.entity.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ContactRepository } from '../../infrastructure/contact.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';

export interface WithdrawConsentCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly purpose: string;
}

/**
 * Ends a consent at once, in every state of the case, lapsed or not: no key, no reason and no second person stands
 * before a family that says no. Errors: INVALID_INPUT `purpose`; NOT_FOUND for the case, for somebody who is not on
 * it, or when nothing was ever given; STALE_VERSION; WRONG_STATE `WITHDRAWN` the second time.
 */
@Injectable()
export class WithdrawConsentUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly contacts: ContactRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: WithdrawConsentCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const { caseId, purpose } = command;
    const locked = await this.access.lockFor(actor, caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const { row, settings, pack } = locked.value;
    // What was given counts before the pack: a purpose that the pack has dropped can still be withdrawn.
    const consents = await this.contacts.consentsFor(caseId, purpose);
    const last = consents.find((each) => each.withdrawnOn === null) ?? consents[0];
    if (last === undefined) {
      const isKnown = pack.consentPurposes.some(({ code }) => code === purpose);
      return err(isKnown ? notFound() : invalidInput('purpose', 'UNKNOWN_CODE'));
    }
    const withdrawn = withdrawConsent(toConsent(last), settings.today);
    if (!withdrawn.ok) return withdrawn;
    await this.contacts.withdraw(last, settings.today);
    const version = await this.cases.change(row, {});
    await this.news.tell('CONSENT_WITHDRAWN', caseId, last.purpose);
    return ok({ caseId, version });
  }
}

/** The partner stays sealed; whom a consent names does not matter to its end. */
function toConsent({ purpose, givenOn, withdrawnOn }: ConsentRow) {
  return { purpose, partnerId: null, givenOn, withdrawnOn };
}
