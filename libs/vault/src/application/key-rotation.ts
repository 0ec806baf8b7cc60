import { Injectable } from '@nestjs/common';
import { mayGrant, PinnedKeys } from '@kinward/identity';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { rotateCompartmentKeys, type CompartmentKeys } from '../domain/compartment-keys.js';
import { signEpoch } from '../domain/epoch-statement.js';
import { sealForRecovery } from '../domain/recovery.js';
import { CompartmentRepository } from '../infrastructure/compartment.repository.js';
import { CertifiedPeople } from './certified-people.js';
import type { OpenedKeys } from './opened-keys.js';
import { RotationGrants } from './rotation-grants.js';
import { Resealing } from './resealing.js';

/**
 * Renews a case's keys after somebody lost access: a new epoch, everything sealed again, grants for those who
 * remain. Done by the next person who writes and may read, in one transaction (security.md § 8.5): an
 * unattended process cannot, since it holds no key.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly compartments: CompartmentRepository,
    private readonly people: CertifiedPeople,
    private readonly remaining: RotationGrants,
    private readonly resealing: Resealing,
    private readonly pinned: PinnedKeys,
  ) {}

  /**
   * Keeps the keys of a subject as they are until the unit ends, for acts that no lock on a case serialises; to be asked
   * before they are opened.
   */
  hold(subjectId: string): Promise<void> {
    return this.compartments.hold(subjectId);
  }

  /** Renews what is due of a subject and puts the new keys in place of the old ones. */
  async renewIfDue(
    actor: Actor,
    opened: OpenedKeys,
    subjectId: string,
  ): Promise<Result<void, DomainError>> {
    if (!opened.rotationDue.has(subjectId)) return ok();
    for (const tier of ['T0', 'T1'] as const) {
      const current = opened.of(subjectId, tier);
      if (current === null) continue;
      const renewed = await this.renew(actor, current);
      if (!renewed.ok) return renewed;
      opened.add(renewed.value);
    }
    opened.rotationDue.delete(subjectId);
    return ok();
  }

  private async renew(
    actor: Actor,
    current: CompartmentKeys,
  ): Promise<Result<CompartmentKeys, DomainError>> {
    const recoveryKey = this.pinned.recoveryKeyOf(actor.organizationId);
    if (recoveryKey === null) return err(refused('RECOVERY_KEY_MISSING'));
    const people = await this.people.require([actor.personId]);
    if (!people.ok) return people;
    const signer = people.value.get(actor.personId);
    if (signer === undefined) return err(refused('NOT_CERTIFIED'));
    // Somebody on probation may write under the old key; the next one who may grant renews it.
    if (!mayGrant(signer.level)) return ok(current);
    const next = rotateCompartmentKeys(current);
    const statement = signEpoch(next, signer, actor.keys.signingSecret());
    if (!statement.ok) return statement;
    const grants = await this.remaining.of(current.compartment);
    const recovery = sealForRecovery(next, recoveryKey);
    if (!(await this.compartments.advance(statement.value, recovery))) return ok(current);
    const resealed = await this.resealing.resealAll(current, next);
    if (!resealed.ok) return resealed;
    const granted = await this.remaining.seal(actor, signer, next, grants);
    return granted.ok ? ok(next) : granted;
  }
}
