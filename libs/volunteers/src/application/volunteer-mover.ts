import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { JobQueue, type Actor } from '@kinward/platform';
import { isWorkingState } from '../domain/vetting-states.js';
import type { VettingTransition } from '../domain/vetting-transitions.js';
import { AccountStore, type Account } from '../infrastructure/account.store.js';
import { TrustStore } from '../infrastructure/trust.store.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { accountAfter } from './account-after.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { VettingMover } from './vetting-mover.js';
import { vettingPartsOf } from './vetting-parts.js';
import { volunteerSubject } from './vetting-subject.js';
import { volunteerEffects } from './volunteer-effects.js';
import { VolunteerNews } from './volunteer-news.js';

export interface VolunteerMove {
  readonly transition: Exclude<VettingTransition, 'TRUST'>;
  readonly today: string;
  readonly reason: string | null;
}

/** The job that gives back the tasks of people who may no longer work; it also runs by itself every minute. */
const TASK_LEASES = 'task-leases';

/** Moves locked volunteers, with what hangs on it: tier, trust, account, sessions. */
@Injectable()
export class VolunteerMover {
  constructor(
    private readonly volunteers: VolunteerRepository,
    private readonly vetting: VettingMover,
    private readonly accounts: AccountStore,
    private readonly trust: TrustStore,
    private readonly news: VolunteerNews,
    private readonly jobs: JobQueue,
  ) {}

  /** Errors: those of the state machine. */
  async move(
    actor: Actor,
    row: VolunteerRow,
    { transition, today, reason }: VolunteerMove,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const { personId } = row;
    const decided = await this.vetting.move(actor, volunteerSubject(row, today), {
      transition,
      actors: vettingPartsOf(actor, personId),
      reason,
      facts: transition === 'FALL_DUE' ? { recheckReason: reason } : {},
    });
    if (!decided.ok) return decided;
    if (decided.value.kind === 'SIGNED') {
      this.news.record('VOLUNTEER', `VOLUNTEER_${transition}_SIGNED`, personId);
      return ok(changedVolunteer(row, true));
    }
    const { to } = decided.value;
    const effects = volunteerEffects(row, transition, { to, today, reason });
    const account = await this.accounts.find(personId);
    const moved = await this.volunteers.change(row, {
      ...effects.change,
      ...(transition === 'SUSPEND' ? { resumeStanding: workingStanding(account) } : {}),
      state: to,
      stateSince: to === row.state ? row.stateSince : today,
    });
    if (row.tier === 'V3' && moved.tier !== 'V3') await this.trust.endPanels(personId, today);
    const before = row.resumeStanding;
    const standing = accountAfter(transition, effects.account, { account, before });
    if (standing !== null) await this.accounts.setStanding(personId, standing);
    await this.news.tellOfVolunteer(effects.topic, `VOLUNTEER_${transition}`, personId, reason);
    if (!isWorkingState(to)) await this.jobs.enqueue(TASK_LEASES, {}, TASK_LEASES);
    return ok(changedVolunteer(moved));
  }
}

function workingStanding(account: Account | null): VolunteerRow['resumeStanding'] {
  const standing = account?.standing ?? 'SUSPENDED';
  return standing === 'SUSPENDED' ? null : standing;
}
