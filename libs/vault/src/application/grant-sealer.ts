import { Inject, Injectable } from '@nestjs/common';
import type { CertifiedPerson } from '@kinward/identity';
import {
  err,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ok } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { CompartmentKeys } from '../domain/compartment-keys.js';
import { MAX_GRANT_DAYS, sealGrant } from '../domain/grant.js';
import type { GrantLayerKeys } from '../domain/grant-layers.js';
import { GrantRepository } from '../infrastructure/grant.repository.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';

const DAY_MS = 86_400_000;
const LOCK_KEY_BYTES = 32;

/** Why somebody may open a compartment; stands in the grant and in the audit. */
export type GrantPurpose =
  | 'CASEWORK'
  | 'DEPUTY'
  | 'SCREENING'
  | 'APPROVAL'
  | 'PAYMENT'
  | 'EVIDENCE_KEEPING'
  | 'TASK'
  | 'TASK_DESK'
  | 'CALL_OUT';

export interface GrantOrder {
  readonly keys: CompartmentKeys;
  readonly granter: CertifiedPerson;
  readonly holder: CertifiedPerson;
  readonly purpose: GrantPurpose;
  /** UTC; at most 90 days ahead. Null means the longest allowed. */
  readonly expiresAt: Date | null;
  /** Null grants at once; a new or existing lock keeps the grant shut (decision 2). */
  readonly lock: { readonly id: string; readonly key: Buffer } | null;
}

/** Seals, signs and stores grants with the keyring's layers around them. */
@Injectable()
export class GrantSealer {
  constructor(
    private readonly grants: GrantRepository,
    private readonly keyring: KeyringStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** A new shut lock; its key goes to the keyring first. */
  async newLock(organizationId: string, purpose: string): Promise<GrantOrder['lock']> {
    const lock = { id: this.ids.next(), key: this.ids.bytes(LOCK_KEY_BYTES) };
    await this.keyring.add(lock.id, 'LOCK', lock.key);
    await this.grants.addLock({
      id: lock.id,
      organizationId,
      purpose,
      state: 'LOCKED',
      releasedBy: null,
    });
    return lock;
  }

  /** Seals to a certified holder and stores the grant. Errors: see `sealGrant`. */
  async seal(
    actor: Actor,
    order: GrantOrder,
    shredKey: Buffer,
  ): Promise<Result<void, DomainError>> {
    const now = this.clock.now();
    const layers: GrantLayerKeys = { shredKey, lockKey: order.lock?.key ?? null };
    const sealed = sealGrant({
      ...layers,
      grantId: this.ids.next(),
      keys: order.keys,
      granter: order.granter,
      granterSigningKey: actor.keys.signingSecret(),
      holder: order.holder,
      purpose: order.purpose,
      expiresAt: order.expiresAt ?? new Date(now.getTime() + MAX_GRANT_DAYS * DAY_MS),
      now,
    });
    if (!sealed.ok) return sealed;
    const { context, envelope } = sealed.value;
    await this.grants.replace({
      id: context.grantId,
      organizationId: context.compartment.organizationId,
      compartmentId: context.compartment.compartmentId,
      epoch: context.epoch,
      holderId: context.holderId,
      granterId: context.granterId,
      purpose: context.purpose,
      expiresAt: context.expiresAt,
      lockId: order.lock?.id ?? null,
      envelope,
    });
    return ok();
  }

  /** The outer key of a subject. REFUSED with `ERASED` when it was destroyed. */
  async shredKeyOf(subjectId: string): Promise<Result<Buffer, DomainError>> {
    const key = (await this.keyring.find([subjectId])).get(subjectId);
    return key === undefined ? err(refused('ERASED')) : ok(key);
  }
}
