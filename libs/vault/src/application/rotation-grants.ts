import { Inject, Injectable } from '@nestjs/common';
import type { CertifiedPerson } from '@kinward/identity';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import type { CompartmentKeys } from '../domain/compartment-keys.js';
import type { CompartmentRef } from '../domain/tier.js';
import type { AccessGrantRow } from '../infrastructure/access-grant.entity.js';
import { GrantRepository } from '../infrastructure/grant.repository.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import { CertifiedPeople } from './certified-people.js';
import { GrantSealer, type GrantPurpose } from './grant-sealer.js';

/** Carries the grants of those who remain over to a new epoch, with purpose, date and lock as they were. */
@Injectable()
export class RotationGrants {
  constructor(
    private readonly grants: GrantRepository,
    private readonly sealer: GrantSealer,
    private readonly people: CertifiedPeople,
    private readonly keyring: KeyringStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The grants of the epoch that ends. */
  of(compartment: CompartmentRef): Promise<AccessGrantRow[]> {
    const { subjectId, tier } = compartment;
    return this.grants.findOfSubject(subjectId, tier, this.clock.now());
  }

  /** Seals the new keys to those earlier holders who may still hold them; others are left behind. */
  async seal(
    actor: Actor,
    granter: CertifiedPerson,
    keys: CompartmentKeys,
    earlier: readonly AccessGrantRow[],
  ): Promise<Result<void, DomainError>> {
    const { subjectId } = keys.compartment;
    const shredKey = await this.sealer.shredKeyOf(subjectId);
    if (!shredKey.ok) return shredKey;
    const holders = await this.people.among(earlier.map((grant) => grant.holderId));
    const lockIds = earlier.flatMap((grant) => grant.lockId ?? []);
    const lockKeys = await this.keyring.find(lockIds);
    for (const grant of earlier) {
      const holder = holders.get(grant.holderId);
      const lockKey = grant.lockId === null ? null : lockKeys.get(grant.lockId);
      // A destroyed lock stays destroyed: that holder has no way in any more.
      if (holder === undefined || lockKey === undefined) continue;
      const lock =
        grant.lockId === null || lockKey === null ? null : { id: grant.lockId, key: lockKey };
      const purpose = grant.purpose as GrantPurpose;
      const order = { keys, granter, holder, purpose, expiresAt: grant.expiresAt, lock };
      const sealed = await this.sealer.seal(actor, order, shredKey.value);
      if (!sealed.ok && !isNoLongerHolder(sealed.error)) return sealed;
    }
    return ok();
  }
}

/** Somebody back on probation loses the identities with the old epoch, and holds nobody up. */
function isNoLongerHolder(error: DomainError): boolean {
  return error.kind === 'REFUSED' && error.reason === 'HOLDER_TIER';
}
