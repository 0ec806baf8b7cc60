import { Inject, Injectable } from '@nestjs/common';
import type { CertifiedPerson } from '@kinward/identity';
import {
  err,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { CompartmentKeys } from '../domain/compartment-keys.js';
import { MAX_GRANT_DAYS, sealGrant } from '../domain/grant.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import {
  SharedGrantRepository,
  type SharedGrant,
} from '../infrastructure/shared-grant.repository.js';
import { CertifiedPeople } from './certified-people.js';
import type { GrantPurpose } from './grant-sealer.js';
import { KeyErasing } from './key-erasing.js';

const DAY_MS = 86_400_000;
const LOCK_KEY_BYTES = 32;

export interface SharingOrder {
  readonly keys: CompartmentKeys;
  readonly holderIds: readonly string[];
  readonly purpose: GrantPurpose;
  /** Every holder gets a lock of their own, so that opening one opens nothing for the others. */
  readonly isLocked: boolean;
}

/**
 * Seals one compartment to many people in a fixed number of statements, each behind a lock of their own (decision 2),
 * and opens or destroys a single lock. For what is sealed in advance to everybody who might need it.
 */
@Injectable()
export class LockedSharing {
  constructor(
    private readonly people: CertifiedPeople,
    private readonly grants: SharedGrantRepository,
    private readonly erasing: KeyErasing,
    private readonly keyring: KeyringStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Gives the lock of each person who now has a grant (null where it is open at once); people without a sound
   * certificate, or with one that does not reach the tier, are left out. REFUSED `NOT_CERTIFIED` or
   * `GRANTER_MAY_NOT_GRANT` when the actor may not pass keys on, `ERASED` when the subject is gone.
   */
  async share(
    actor: Actor,
    order: SharingOrder,
  ): Promise<Result<ReadonlyMap<string, string | null>, DomainError>> {
    const certified = await this.people.among([actor.personId, ...order.holderIds]);
    const granter = certified.get(actor.personId);
    if (granter === undefined) return err(refused('NOT_CERTIFIED'));
    const { subjectId } = order.keys.compartment;
    const shredKey = (await this.keyring.find([subjectId])).get(subjectId);
    if (shredKey === undefined) return err(refused('ERASED'));
    // One moment for all: the grants of one sharing are stored with one date.
    const now = this.clock.now();
    const newLocks: { id: string; key: Buffer }[] = [];
    const sealed: SharedGrant[] = [];
    const locks = new Map<string, string | null>();
    for (const holderId of order.holderIds) {
      const holder = certified.get(holderId);
      if (holder === undefined || holderId === actor.personId) continue;
      const lock = order.isLocked ? this.newLock() : null;
      const grant = this.sealOne(actor, order, { granter, holder, shredKey, lock, now });
      if (!grant.ok && grant.error.reason === 'HOLDER_TIER') continue;
      if (!grant.ok) return grant;
      if (lock !== null) newLocks.push(lock);
      sealed.push(grant.value);
      locks.set(holderId, lock?.id ?? null);
    }
    if (newLocks.length > 0) {
      await this.keyring.addAll('LOCK', newLocks);
      await this.grants.addLocks(
        newLocks.map(({ id }) => id),
        order.purpose,
      );
    }
    await this.grants.addGrants(sealed);
    return ok(locks);
  }

  /** Opens one person's lock. False where it is open, destroyed or unknown. */
  release(lockId: string, releasedBy: string): Promise<boolean> {
    return this.grants.release(lockId, releasedBy);
  }

  /** Shuts locks for good: at once in this transaction, and their keys are destroyed after its commit. */
  async destroy(lockIds: readonly string[]): Promise<void> {
    if (lockIds.length === 0) return;
    await this.grants.destroyLocks(lockIds);
    await this.erasing.destroy(lockIds);
  }

  /** Ends a subject for everybody: no grant stays, and the key around all of them is destroyed. */
  async end(subjectId: string): Promise<void> {
    await this.grants.removeAll([subjectId]);
    await this.erasing.destroy([subjectId]);
  }

  private newLock(): { id: string; key: Buffer } {
    return { id: this.ids.next(), key: this.ids.bytes(LOCK_KEY_BYTES) };
  }

  private sealOne(
    actor: Actor,
    { keys, purpose }: SharingOrder,
    ends: {
      readonly granter: CertifiedPerson;
      readonly holder: CertifiedPerson;
      readonly shredKey: Buffer;
      readonly lock: { readonly id: string; readonly key: Buffer } | null;
      readonly now: Date;
    },
  ) {
    const row = sealGrant({
      grantId: this.ids.next(),
      keys,
      purpose,
      now: ends.now,
      granter: ends.granter,
      granterSigningKey: actor.keys.signingSecret(),
      holder: ends.holder,
      shredKey: ends.shredKey,
      lockKey: ends.lock?.key ?? null,
      expiresAt: new Date(ends.now.getTime() + MAX_GRANT_DAYS * DAY_MS),
    });
    return row.ok ? ok({ row: row.value, lockId: ends.lock?.id ?? null }) : row;
  }
}
