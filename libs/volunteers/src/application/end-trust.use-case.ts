import { Injectable } from '@nestjs/common';
import type { DomainError, Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { ChangedVetting } from './changed-vetting.js';
import { Trust } from './trust.js';
import { VettingAccess } from './vetting-access.js';

export interface EndTrustCommand {
  readonly volunteerId: string;
  readonly version?: number | null;
}

/** Takes the trust with one case back; the volunteer is V2 again. Errors: NOT_FOUND; STALE_VERSION; `NOT_TRUSTED`. */
@Injectable()
export class EndTrustUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly settings: OrganizationSettingsQuery,
    private readonly trust: Trust,
  ) {}

  async execute(command: EndTrustCommand): Promise<Result<ChangedVetting, DomainError>> {
    const locked = await this.access.lockVolunteer(command.volunteerId, command.version ?? null);
    if (!locked.ok) return locked;
    const { today } = await this.settings.own();
    return this.trust.end(locked.value, today);
  }
}
