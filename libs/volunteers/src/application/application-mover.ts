import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { VettingActor, VettingTransition } from '../domain/vetting-transitions.js';
import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import { ApplicationRepository } from '../infrastructure/application.repository.js';
import type { MoreFacts } from './vetting-ground.js';
import { VettingMover } from './vetting-mover.js';
import { vettingPartsOf } from './vetting-parts.js';
import { applicationSubject } from './vetting-subject.js';
import { VolunteerNews } from './volunteer-news.js';

export interface ApplicationMove {
  readonly transition: VettingTransition;
  readonly reason?: string | null;
  /** What somebody is in this move only, such as one of the referees. */
  readonly as?: VettingActor;
  readonly facts?: MoreFacts;
  /** Written with the move. */
  readonly change?: Partial<VolunteerApplicationRow>;
}

export interface MovedApplication {
  readonly row: VolunteerApplicationRow;
  readonly awaitsSignatures: boolean;
}

/** States in which nobody will write to the applicant any more: who it was is destroyed with the move. */
const OVER = ['DECLINED', 'RESIGNED', 'PROBATION'];

/** Moves locked applications. */
@Injectable()
export class ApplicationMover {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly vetting: VettingMover,
    private readonly news: VolunteerNews,
  ) {}

  /** Errors: those of the state machine. */
  async move(
    actor: Actor,
    row: VolunteerApplicationRow,
    move: ApplicationMove,
  ): Promise<Result<MovedApplication, DomainError>> {
    const { transition, reason = null, as, facts = {}, change = {} } = move;
    const decided = await this.vetting.move(actor, applicationSubject(row), {
      transition,
      actors: as === undefined ? vettingPartsOf(actor, row.personId) : [as],
      reason,
      facts,
    });
    if (!decided.ok) return decided;
    if (decided.value.kind === 'SIGNED') {
      this.news.record('VOLUNTEER_APPLICATION', `VOLUNTEER_${transition}_SIGNED`, row.id);
      return ok({ row, awaitsSignatures: true });
    }
    const { to, today } = decided.value;
    const moved = await this.applications.change(row, {
      ...change,
      state: to,
      stateSince: today,
      ...(reason === null ? {} : { decisionReason: reason }),
      ...(OVER.includes(to) ? { sealedApplicant: null } : {}),
    });
    await this.news.tellOfApplication(`VOLUNTEER_${transition}`, row.id, reason);
    return ok({ row: moved, awaitsSignatures: false });
  }
}
