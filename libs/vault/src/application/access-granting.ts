import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import type { Tier } from '../domain/tier.js';
import { GrantRepository } from '../infrastructure/grant.repository.js';
import { CertifiedPeople } from './certified-people.js';
import { GrantSealer, type GrantPurpose } from './grant-sealer.js';
import { KeyOpener } from './key-opener.js';
import { KeyRotation } from './key-rotation.js';

export interface AccessOrder {
  readonly subjectId: string;
  readonly holderId: string;
  readonly tiers: readonly Tier[];
  readonly purpose: GrantPurpose;
  /** UTC; null means the longest allowed, 90 days. */
  readonly expiresAt: Date | null;
  /** True keeps the grant shut until a second person releases it (decision 2). */
  readonly isLocked: boolean;
  /** What the subject is, for the audit; a case where nothing is said. */
  readonly subjectKind?: string;
}

/** Passing access on, and taking it away. Only a holder can pass on; no role can. */
@Injectable()
export class AccessGranting {
  constructor(
    private readonly opener: KeyOpener,
    private readonly rotation: KeyRotation,
    private readonly people: CertifiedPeople,
    private readonly sealer: GrantSealer,
    private readonly grants: GrantRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Seals the tiers to another certified person. Errors: NOT_FOUND when the actor holds none of them; REFUSED with
   * `NOT_CERTIFIED`, `HOLDER_TIER`, `GRANTER_TIER`, `GRANT_EXPIRY`, `ERASED`; INTEGRITY.
   */
  async grant(actor: Actor, order: AccessOrder): Promise<Result<void, DomainError>> {
    const opened = await this.opener.open(actor, [order.subjectId]);
    if (!opened.ok) return opened;
    const renewed = await this.rotation.renewIfDue(actor, opened.value, order.subjectId);
    if (!renewed.ok) return renewed;
    const people = await this.people.require([actor.personId, order.holderId]);
    if (!people.ok) return people;
    const granter = people.value.get(actor.personId);
    const holder = people.value.get(order.holderId);
    if (granter === undefined || holder === undefined) return err(refused('NOT_CERTIFIED'));
    const shredKey = await this.sealer.shredKeyOf(order.subjectId);
    if (!shredKey.ok) return shredKey;
    const { purpose, expiresAt } = order;
    const lock = order.isLocked ? await this.sealer.newLock(actor.organizationId, purpose) : null;
    for (const tier of order.tiers) {
      const keys = opened.value.of(order.subjectId, tier);
      if (keys === null) return err(notFound());
      const sealed = await this.sealer.seal(
        actor,
        { keys, granter, holder, purpose, expiresAt, lock },
        shredKey.value,
      );
      if (!sealed.ok) return sealed;
    }
    this.record('ACCESS_GRANTED', order.subjectId, purpose, order.subjectKind);
    return ok();
  }

  /** Takes all grants of a holder to a subject away; holds at once. NOT_FOUND when there is none. */
  async revoke(
    subjectId: string,
    holderId: string,
    subjectKind?: string,
  ): Promise<Result<void, DomainError>> {
    const revoked = await this.grants.revoke(subjectId, holderId);
    if (revoked === 0) return err(notFound());
    this.record('ACCESS_REVOKED', subjectId, null, subjectKind);
    return ok();
  }

  /** Opens the lock on somebody else's grant: a deputy's, an evidence keeper's. NOT_FOUND when there is no shut one; REFUSED `SECOND_PERSON_REQUIRED`. */
  async releaseLock(
    actor: Actor,
    subjectId: string,
    holderId: string,
    act: { readonly action: string; readonly subjectKind: string } = {
      action: 'DEPUTY_LOCK_RELEASED',
      subjectKind: 'CASE',
    },
  ): Promise<Result<void, DomainError>> {
    if (actor.personId === holderId) return err(refused('SECOND_PERSON_REQUIRED'));
    const releasedBy = actor.personId;
    const released = await this.grants.releaseLocks({ subjectId, holderId, releasedBy });
    if (released === 0) return err(notFound());
    this.record(act.action, subjectId, null, act.subjectKind);
    return ok();
  }

  private record(
    action: string,
    subjectId: string,
    reason: string | null,
    subjectKind = 'CASE',
  ): void {
    this.audit.record({
      action,
      subjectKind,
      subjectId,
      ...(reason === null ? {} : { reason }),
    });
  }
}
