import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkAvailability, OPEN_TASK_LIMITS, type Availability } from '../domain/availability.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VolunteerNews } from './volunteer-news.js';

export interface ChangeAvailabilityCommand extends Availability {
  readonly version?: number | null;
  readonly openTaskLimit: number;
}

/**
 * A volunteer's own word on time, languages and what to be left alone with; where the volunteer lives is security's to
 * change. Errors: INVALID_INPUT naming the field; NOT_FOUND for whoever is no volunteer; STALE_VERSION.
 */
@Injectable()
export class ChangeAvailabilityUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly volunteers: VolunteerRepository,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeAvailabilityCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const checked = checkAvailability(command);
    if (!checked.ok) return checked;
    const { openTaskLimit } = command;
    if (openTaskLimit < OPEN_TASK_LIMITS.least || openTaskLimit > OPEN_TASK_LIMITS.most) {
      return err(invalidInput('openTaskLimit', 'OUT_OF_RANGE'));
    }
    const locked = await this.access.lockVolunteer(actor.personId, command.version ?? null);
    if (!locked.ok) return locked;
    const { languages, skills, refuses, quiet, awayUntil, hours } = checked.value;
    await this.volunteers.replaceHours(locked.value, hours);
    const changed = await this.volunteers.change(locked.value, {
      languages: [...languages],
      skills: [...skills],
      refuses: [...refuses],
      quietFrom: quiet?.from ?? null,
      quietTo: quiet?.to ?? null,
      awayUntil,
      openTaskLimit,
    });
    await this.news.tellOfVolunteer(
      'volunteer.availability',
      'VOLUNTEER_AVAILABILITY_CHANGED',
      actor.personId,
    );
    return ok(changedVolunteer(changed));
  }
}
