import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { DutyListQuery, Pings } from '@kinward/notifications';
import { CLOCK } from '@kinward/platform';
import { VolunteerAccess } from '@kinward/volunteers';
import { CandidateRepository } from '../infrastructure/candidate.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';

/** Asks people to look, without saying what for (decision 11). */
@Injectable()
export class TaskPings {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly volunteers: VolunteerAccess,
    private readonly pings: Pings,
    private readonly duty: DutyListQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The people of the ring that has just been asked, unless it is night for them. */
  async askRing(row: TaskRow): Promise<void> {
    const people = await this.candidates.asked(row.id, row.ring);
    const personIds = await this.volunteers.reachable(people, this.clock.now());
    if (personIds.length === 0) return;
    await this.pings.ask({ personIds, urgency: row.priority === 'P0' ? 'NOW' : 'DIGEST' });
  }

  /** Whoever is on duty, at once. */
  async alarm(): Promise<void> {
    const personIds = await this.duty.personIds();
    if (personIds.length > 0) await this.pings.ask({ personIds, urgency: 'NOW' });
  }
}
