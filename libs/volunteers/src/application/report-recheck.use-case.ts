import { Injectable } from '@nestjs/common';
import { err, notFound, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { ChangedVetting } from './changed-vetting.js';
import {
  DecideVolunteerUseCase,
  type DecideVolunteerCommand,
} from './decide-volunteer.use-case.js';

/**
 * Travel to the persecuting state, contact by it, or pressure: no task before somebody has looked (domain.md C6). Volunteers
 * report about themselves, colleagues about anybody. Errors: NOT_FOUND, also for a volunteer who names another;
 * otherwise as {@link DecideVolunteerUseCase}.
 */
@Injectable()
export class ReportRecheckUseCase {
  constructor(private readonly deciding: DecideVolunteerUseCase) {}

  async execute(
    actor: Actor,
    command: DecideVolunteerCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const isVolunteerOnly = [...actor.roles].every((role) => role === 'VOLUNTEER');
    if (isVolunteerOnly && command.volunteerId !== actor.personId) return err(notFound());
    return this.deciding.execute(actor, 'FALL_DUE', command);
  }
}
