import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkPlace } from '../domain/applicant.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';
import { changedVolunteer, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

export interface ChangeCountryCommand {
  readonly volunteerId: string;
  readonly version?: number | null;
  readonly country: string;
  readonly timeZone: string;
}

/**
 * A volunteer has moved. Nobody helps from inside (domain.md C6): suspend or revoke whoever goes there. Errors:
 * INVALID_INPUT `country`, `timeZone`; NOT_FOUND; STALE_VERSION; REFUSED `COUNTRY_NOT_SAFE`, `OWN_VETTING`.
 */
@Injectable()
export class ChangeCountryUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly ground: VettingGround,
    private readonly volunteers: VolunteerRepository,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeCountryCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const place = checkPlace(command);
    if (!place.ok) return place;
    const locked = await this.access.lockVolunteer(command.volunteerId, command.version ?? null);
    if (!locked.ok) return locked;
    const { personId } = locked.value;
    if (personId === actor.personId) return err(refused('OWN_VETTING'));
    if (await this.ground.refuses(place.value.country)) return err(refused('COUNTRY_NOT_SAFE'));
    const changed = await this.volunteers.change(locked.value, place.value);
    await this.news.tellOfVolunteer('volunteer.moved', 'VOLUNTEER_COUNTRY_CHANGED', personId);
    return ok(changedVolunteer(changed));
  }
}
