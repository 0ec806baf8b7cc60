import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { OrganizationSettings } from '@kinward/organizations';
import type { Tier } from '@kinward/vault';
import { decideHold, type HolderLimits } from '../../domain/holders.js';
import { HolderLoadRepository } from '../../infrastructure/holder-load.repository.js';

/** How many families one person may hold (decision 3). */
@Injectable()
export class HoldLimits {
  constructor(private readonly loads: HolderLoadRepository) {}

  /**
   * Decides under a lock on the person, so that two grants at once cannot pass the limit together. NOT_FOUND for
   * somebody who is not a caseworker or coordinator here; refusals as in `decideHold`.
   */
  async check(
    holderId: string,
    caseId: string,
    tier: Tier,
    settings: OrganizationSettings,
  ): Promise<Result<void, DomainError>> {
    const holder = await this.loads.lock(holderId, caseId);
    if (holder === null) return err(notFound());
    return decideHold({ tier, alreadyHolds: false, load: holder.load, limits: limitsOf(settings) });
  }

  /** The same for everybody who holds a case that is about to become active. */
  async checkActivation(
    holderIds: readonly (string | null)[],
    caseId: string,
    settings: OrganizationSettings,
  ): Promise<Result<void, DomainError>> {
    for (const holderId of holderIds) {
      const holder = holderId === null ? null : await this.loads.lock(holderId, caseId);
      if (holder === null) continue;
      const tier: Tier = holder.holdsIdentity ? 'T0' : 'T1';
      const limits = limitsOf(settings);
      const decided = decideHold({ tier, alreadyHolds: false, load: holder.load, limits });
      if (!decided.ok) return decided;
    }
    return ok();
  }
}

function limitsOf(settings: OrganizationSettings): HolderLimits {
  return { activeT0Cases: settings.t0CaseLimit, probationT1Cases: settings.probationCaseLimit };
}
