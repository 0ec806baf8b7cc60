import { Injectable } from '@nestjs/common';
import { RecordContactChannelUseCase, CaseAccess } from '@kinward/cases';
import { findNeedType } from '@kinward/jurisdictions';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { ClaimedNeeds, ScreenedClaims } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import { householdFacts, peopleReached } from '../../domain/planning/request-facts.js';
import { channelOfRequest } from '../../domain/screening/contact-of-request.js';
import { ChangedPeople, type TakenChange } from './changed-people.js';
import type { CaseRows } from './request-opener.js';

/**
 * Carries taken answers into an opened case: people, a further contact channel, further needs. Everything else that a
 * form says is kept with the request only, and nothing is taken away from a case by a form.
 */
@Injectable()
export class ChangedCaseFile {
  constructor(
    private readonly people: ChangedPeople,
    private readonly channels: RecordContactChannelUseCase,
    private readonly cases: CaseAccess,
    private readonly claimed: ClaimedNeeds,
    private readonly screened: ScreenedClaims,
  ) {}

  /** Errors of the writings; INTEGRITY. */
  async apply(
    actor: Actor,
    rows: CaseRows | null,
    change: TakenChange,
  ): Promise<Result<void, DomainError>> {
    const applicant = await this.people.changeApplicant(actor, rows?.memberIds[0] ?? null, change);
    if (!applicant.ok) return applicant;
    const prisoner = await this.people.changePrisoner(actor, rows?.prisonerIds[0] ?? null, change);
    if (!prisoner.ok) return prisoner;
    const channel = await this.addChannel(actor, change);
    if (!channel.ok) return channel;
    return change.paths.includes('needs/codes') ? this.addNeeds(actor, change) : ok();
  }

  /** A further channel, that nobody trusts yet; the old one stays until somebody says otherwise. */
  private async addChannel(
    actor: Actor,
    { paths, now, caseId }: TakenChange,
  ): Promise<Result<void, DomainError>> {
    const channel = channelOfRequest(now.identity, now.story);
    if (!paths.includes('applicant/phone') || channel === null) return ok();
    const done = await this.channels.execute(actor, { ...channel, caseId });
    return done.ok ? ok() : done;
  }

  private async addNeeds(
    actor: Actor,
    { now, caseId, pack, today }: TakenChange,
  ): Promise<Result<void, DomainError>> {
    const opened = await this.cases.open(actor, caseId, null);
    if (!opened.ok) return opened;
    const { identity, story } = now;
    const year = Number(today.slice(0, 4));
    const facts = householdFacts(identity, story, year);
    const claim = {
      caseId,
      types: story.needs.codes.flatMap((code) => findNeedType(pack, code) ?? []),
      region: opened.value.row.region,
      wantedBy: story.needs.wantedBy,
      askedOn: today,
      facts,
      reach: peopleReached(identity, story, year),
    };
    await this.claimed.correct(claim, today);
    const { note } = story.needs;
    await this.screened.takeOn(actor, opened.value, { note, facts, amountMinor: null });
    return ok();
  }
}
