import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { addDays } from '../../domain/calendar-day.js';
import { decideTransition } from '../../domain/case-state.js';
import { isLive } from '../../domain/case-states.js';
import type { CaseTransition } from '../../domain/case-transitions.js';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { FamilyWishesRepository } from '../../infrastructure/family-wishes.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';

/** How a case stands, as far as the family itself may hear. */
export interface FamilyStanding {
  readonly state: string;
  /** Purposes that the family has agreed to and not taken back. */
  readonly purposes: readonly string[];
}

const NOTHING_STATED = {
  markedAsSpam: false,
  provocationCheckDone: false,
  writtenException: false,
  releaseOrRelocationRecorded: false,
};
/** Days until the desk has to look at what the family said. */
const LOOK_DAYS = 1;

/**
 * What a family does itself, with its words and without anybody of the desk. Each act holds at once, needs no key and asks
 * nobody; where there is nothing to do it is done already.
 */
@Injectable()
export class FamilyWishes {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly access: CaseAccess,
    private readonly facts: CaseFactsRepository,
    private readonly wishes: FamilyWishesRepository,
    private readonly news: CaseNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Null for a case that is not there. */
  async standing(caseId: string): Promise<FamilyStanding | null> {
    const row = await this.cases.find(caseId);
    if (row === null) return null;
    return { state: row.state, purposes: await this.wishes.livePurposes(caseId) };
  }

  /** People who hold, answer for or have decided on a case; nobody of them answers a complaint about it. */
  concerned(caseId: string): Promise<readonly string[]> {
    return this.wishes.concerned(caseId);
  }

  /** Stops contact and what is not paid yet. True when the case moved; otherwise its state has no such move. */
  pause(caseId: string): Promise<Result<boolean, DomainError>> {
    return this.move(caseId, 'PAUSE', { role: 'FAMILY', reason: 'FAMILY_ASKED' });
  }

  /** The word for danger was said: payments and reveals stand still (domain.md C2). */
  quarantine(caseId: string): Promise<Result<boolean, DomainError>> {
    return this.move(caseId, 'QUARANTINE', { role: 'SYSTEM', reason: 'CHANNEL_COMPROMISED' });
  }

  /** Ends a case that nobody has taken on; it never had keys. */
  takeBack(caseId: string): Promise<Result<boolean, DomainError>> {
    return this.move(caseId, 'DISMISS', { role: 'CASEWORKER', reason: 'WITHDRAWN_BY_FAMILY' });
  }

  /** Ends every consent that was given for one purpose, or for all of them; gives how many. */
  async withdraw(caseId: string, purpose: string | null): Promise<number> {
    const row = await this.cases.lock(caseId);
    if (row === null) return 0;
    const { settings } = await this.access.ground();
    const purposes = await this.wishes.withdraw(caseId, purpose, settings.today);
    if (purposes.length === 0) return 0;
    await this.cases.change(row, {});
    for (const each of purposes) await this.news.tell('CONSENT_WITHDRAWN', caseId, each);
    return purposes.length;
  }

  private async move(
    caseId: string,
    transition: CaseTransition,
    { role, reason }: { readonly role: string; readonly reason: string },
  ): Promise<Result<boolean, DomainError>> {
    const row = await this.cases.lock(caseId);
    if (row === null) return ok(false);
    const { settings } = await this.access.ground();
    const { today, t0CaseLimit } = settings;
    const ground = { today, aidPurposes: [], t0CaseLimit };
    const outcome = decideTransition({
      state: row.state,
      transition,
      actor: { personId: null, roles: [role] },
      reasonCode: reason,
      facts: await this.facts.read(row, ground, NOTHING_STATED),
      today,
    });
    if (!outcome.ok) return outcome.error.kind === 'WRONG_STATE' ? ok(false) : outcome;
    const { nextState } = outcome.value;
    await this.cases.addTransition({
      id: this.ids.next(),
      organizationId: row.organizationId,
      caseId,
      transition,
      fromState: row.state,
      toState: nextState,
      reason,
      madeBy: null,
      madeOn: today,
    });
    const nextStep = isLive(nextState)
      ? { nextStepKind: 'REVIEW_CASE', nextStepDueDay: addDays(today, LOOK_DAYS) }
      : { nextStepKind: null, nextStepDueDay: null };
    await this.cases.change(row, { state: nextState, stateSince: today, ...nextStep });
    await this.news.tell(`CASE_${transition}`, caseId, reason);
    return ok(true);
  }
}
