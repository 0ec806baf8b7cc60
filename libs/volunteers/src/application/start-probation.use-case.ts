import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccountStore } from '../infrastructure/account.store.js';
import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { ApplicationMover } from './application-mover.js';
import { accountAfter } from './account-after.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VolunteerNews } from './volunteer-news.js';

export interface StartProbationCommand {
  readonly applicationId: string;
  readonly version?: number | null;
  /** The account that an operator made for the applicant. */
  readonly personId: string;
}

/**
 * Links a trained applicant with an account of the role VOLUNTEER: from now on V1, no personal data (domain.md C6). The
 * sealed application is destroyed; name and address stand with the account. Errors: NOT_FOUND; STALE_VERSION;
 * WRONG_STATE; REFUSED `TRAINING_REQUIRED`, `VOLUNTEER_ACCOUNT_REQUIRED`, `ACCOUNT_TAKEN`, `COUNTRY_NOT_SAFE`,
 * `OWN_VETTING`, `SUBJECT_VETTED_YOU`.
 */
@Injectable()
export class StartProbationUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly accounts: AccountStore,
    private readonly mover: ApplicationMover,
    private readonly volunteers: VolunteerRepository,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    { applicationId, version = null, personId }: StartProbationCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const locked = await this.access.lockApplication(applicationId, version, 'TRAINING');
    if (!locked.ok) return locked;
    const account = await this.accounts.find(personId);
    if (account === null) return err(notFound());
    const known = locked.value.personId;
    if (known !== null && known !== personId) return err(refused('ANOTHER_ACCOUNT_KNOWN'));
    if (await this.accounts.isTaken(personId, applicationId)) return err(refused('ACCOUNT_TAKEN'));
    const moved = await this.mover.move(
      actor,
      { ...locked.value, personId },
      {
        transition: 'START_PROBATION',
        facts: { hasVolunteerAccount: account.roles.includes('VOLUNTEER') },
        change: { personId },
      },
    );
    if (!moved.ok) return moved;
    const row = await this.begin(moved.value.row, personId);
    const standing = accountAfter('START_PROBATION', 'PROBATION', { account, before: null });
    if (standing !== null) await this.accounts.setStanding(personId, standing);
    await this.news.tellOfVolunteer('volunteer.started', 'VOLUNTEER_STARTED', personId);
    return ok(changedVolunteer(row));
  }

  /** A volunteer who resigned and comes back has a row already; nothing of before counts. */
  private async begin(
    application: VolunteerApplicationRow,
    personId: string,
  ): Promise<VolunteerRow> {
    const { organizationId, id: applicationId, stateSince: today } = application;
    const { country, timeZone, languages, skills } = application;
    const fresh: Omit<VolunteerRow, 'personId' | 'organizationId' | keyof typeof FRESH_WISHES> = {
      applicationId,
      state: 'PROBATION',
      stateSince: today,
      resumeState: null,
      resumeStanding: null,
      tier: 'V1',
      trustedCaseId: null,
      country,
      timeZone,
      languages,
      skills,
      probationFrom: today,
      verifiedTasks: 0,
      recheckDueDay: null,
      recheckReason: null,
    };
    const before = await this.volunteers.lock(personId);
    if (before !== null) return this.volunteers.change(before, fresh);
    const row: VolunteerRow = { personId, organizationId, ...fresh, ...FRESH_WISHES };
    await this.volunteers.add(row);
    return row;
  }
}

/** Until the volunteer says otherwise; three tasks in hand at the same time, so that nobody hoards. */
const FRESH_WISHES = {
  refuses: [] as string[],
  quietFrom: null,
  quietTo: null,
  awayUntil: null,
  openTaskLimit: 3,
  version: 1,
};
