import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { VettingTransition } from '../domain/vetting-transitions.js';
import { AccountStore } from '../infrastructure/account.store.js';
import { TrustStore } from '../infrastructure/trust.store.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
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

/** Moves locked volunteers, with what hangs on it: tier, trust, account, sessions. */
@Injectable()
export class VolunteerMover {
  constructor(
    private readonly volunteers: VolunteerRepository,
    private readonly vetting: VettingMover,
    private readonly accounts: AccountStore,
    private readonly trust: TrustStore,
    private readonly news: VolunteerNews,
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
    const moved = await this.volunteers.change(row, {
      ...effects.change,
      state: to,
      stateSince: to === row.state ? row.stateSince : today,
    });
    if (row.tier === 'V3' && moved.tier !== 'V3') await this.trust.endPanels(personId, today);
    if (effects.account !== null) await this.accounts.setStanding(personId, effects.account);
    await this.news.tellOfVolunteer(effects.topic, `VOLUNTEER_${transition}`, personId, reason);
    return ok(changedVolunteer(moved));
  }
}
