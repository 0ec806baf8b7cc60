import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { VettingState } from '../domain/vetting-states.js';
import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import { ApplicationRepository } from '../infrastructure/application.repository.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';

/** The one door to applications and volunteers for whoever changes them. */
@Injectable()
export class VettingAccess {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly volunteers: VolunteerRepository,
  ) {}

  /** Errors: NOT_FOUND for an unknown, foreign or malformed id; STALE_VERSION; WRONG_STATE outside of `within`. */
  async lockApplication(
    id: string,
    version: number | null,
    within?: VettingState,
  ): Promise<Result<VolunteerApplicationRow, DomainError>> {
    const row = await this.applications.lock(id);
    if (row === null) return err(notFound());
    if (version !== null && version !== row.version) return err(staleVersion(row.version));
    return within === undefined || row.state === within ? ok(row) : err(wrongState(row.state));
  }

  /** Errors: NOT_FOUND, STALE_VERSION. */
  async lockVolunteer(
    personId: string,
    version: number | null,
  ): Promise<Result<VolunteerRow, DomainError>> {
    const row = await this.volunteers.lock(personId);
    if (row === null) return err(notFound());
    return version === null || version === row.version ? ok(row) : err(staleVersion(row.version));
  }
}
