import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { addDays } from '../domain/day.js';
import type { WeeklyHours } from '../domain/local-time.js';
import { PROBATION_DAYS } from '../domain/vetting-guards.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';

/** What a volunteer sees of the own standing. */
export interface MyVolunteeringView {
  readonly row: VolunteerRow;
  readonly hours: readonly WeeklyHours[];
  /** The day the probation ends by time; enough verified tasks end it before. Null outside of it. */
  readonly probationUntil: string | null;
}

/** The actor's own profile. Errors: NOT_FOUND for whoever is no volunteer. */
@Injectable()
export class MyVolunteeringQuery {
  constructor(private readonly volunteers: VolunteerRepository) {}

  async of(actor: Actor): Promise<Result<MyVolunteeringView, DomainError>> {
    const row = await this.volunteers.find(actor.personId);
    const [facts] = await this.volunteers.facts([actor.personId]);
    if (row === null || facts === undefined) return err(notFound());
    const { state, probationFrom } = row;
    const isOnProbation = state === 'PROBATION' && probationFrom !== null;
    const probationUntil = isOnProbation ? addDays(probationFrom, PROBATION_DAYS) : null;
    return ok({ row, hours: facts.hours, probationUntil });
  }
}
