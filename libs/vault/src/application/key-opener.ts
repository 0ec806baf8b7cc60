import { Inject, Injectable } from '@nestjs/common';
import { err, integrity, ok, type Clock, type IntegrityError, type Result } from '@kinward/kernel';
import { CLOCK, SecurityAlerts, UnitOfWork, type Actor } from '@kinward/platform';
import { PinnedKeys } from '@kinward/identity';
import type { CompartmentKeys } from '../domain/compartment-keys.js';
import type { GrantAlert } from '../domain/grant-alert.js';
import { openGrant, type PresentedCertificate } from '../domain/grant.js';
import { unwrapForSession, wrapForSession } from '../domain/session-cache-key.js';
import { GrantRepository, type LiveGrant } from '../infrastructure/grant.repository.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import { OpenedKeys } from './opened-keys.js';

/** What opening cost: one asymmetric opening per grant that this session meets for the first time. */
export interface OpeningCount {
  asymmetric: number;
  symmetric: number;
}

/**
 * Opens what the actor's own grants open, and nothing else: no role, no server key and no other person's grant
 * helps. The first opening in a session is asymmetric; afterwards the key comes from the session's cache, and
 * every read still joins the live grant (decision 7).
 */
@Injectable()
export class KeyOpener {
  /** Totals since the start, for the benchmark and for tests. */
  readonly count: OpeningCount = { asymmetric: 0, symmetric: 0 };

  constructor(
    private readonly grants: GrantRepository,
    private readonly keyring: KeyringStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: SecurityAlerts,
    private readonly pinned: PinnedKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens both tiers of the subjects as far as the actor's grants go. A failed check is INTEGRITY for the whole
   * request: it alerts and never falls back to another grant.
   */
  async open(
    actor: Actor,
    subjectIds: readonly string[],
  ): Promise<Result<OpenedKeys, IntegrityError>> {
    const now = this.clock.now();
    const live = await this.grants.findLive({
      holderId: actor.personId,
      subjectIds,
      sessionIdHash: actor.sessionIdHash,
      now,
    });
    const opened = new OpenedKeys();
    this.unitOfWork.afterSettlement(() => Promise.resolve(opened.wipe()));
    const cold = live.filter((grant) => grant.cached === null);
    const checks = cold.length === 0 ? null : await this.prepareChecks(actor, cold);
    for (const grant of live) {
      const keys =
        grant.cached === null
          ? await this.openCold(actor, grant, checks, now)
          : this.openCached(actor, grant, grant.cached);
      if (keys === null) return err(integrity());
      opened.add(keys);
      if (grant.rotationDue) opened.rotationDue.add(grant.compartment.subjectId);
    }
    return ok(opened);
  }

  private openCached(actor: Actor, grant: LiveGrant, wrapped: Buffer): CompartmentKeys | null {
    const keys = unwrapForSession({
      cacheKey: actor.keys.cacheKey,
      sessionIdHash: actor.sessionIdHash,
      holderId: actor.personId,
      grantId: grant.grantId,
      expiresAt: grant.expiresAt,
      compartment: grant.compartment,
      epoch: grant.epoch,
      commitment: grant.commitment,
      wrapped,
    });
    this.count.symmetric += 1;
    return keys.ok ? keys.value : this.alarm(grant, 'SESSION_CACHE');
  }

  private async openCold(
    actor: Actor,
    grant: LiveGrant,
    checks: GrantChecks | null,
    now: Date,
  ): Promise<CompartmentKeys | null> {
    const granter = checks?.certificates.get(grant.granterId);
    const holder = checks?.certificates.get(grant.holderId);
    const shredKey = checks?.keys.get(grant.compartment.subjectId);
    const lockKey = grant.lockId === null ? null : checks?.keys.get(grant.lockId);
    if (granter === undefined || holder === undefined) return this.alarm(grant, 'CERTIFICATE_GONE');
    if (shredKey === undefined || lockKey === undefined) return this.alarm(grant, 'KEYRING_GONE');
    this.count.asymmetric += 1;
    const keys = openGrant({
      row: {
        context: { ...grant, isLocked: grant.lockId !== null },
        envelope: grant.envelope,
      },
      granter,
      holder,
      holderSecretKeys: { encryption: actor.keys.encryptionSecret() },
      commitment: grant.commitment,
      shredKey,
      lockKey,
      trusteePublicKeys: this.pinned.trustees,
      now,
    });
    if (!keys.ok) return this.alarm(grant, keys.error.alert);
    const wrapped = wrapForSession({
      cacheKey: actor.keys.cacheKey,
      sessionIdHash: actor.sessionIdHash,
      holderId: actor.personId,
      grantId: grant.grantId,
      expiresAt: grant.expiresAt,
      keys: keys.value,
    });
    const { sessionIdHash } = actor;
    await this.grants.cache({ sessionIdHash, grantId: grant.grantId, wrapped });
    return keys.value;
  }

  private async prepareChecks(actor: Actor, cold: readonly LiveGrant[]): Promise<GrantChecks> {
    const people = new Set([actor.personId as string, ...cold.map((grant) => grant.granterId)]);
    const keyIds = new Set(cold.map((grant) => grant.compartment.subjectId));
    for (const grant of cold) if (grant.lockId !== null) keyIds.add(grant.lockId);
    return {
      certificates: await this.grants.certificatesOf([...people]),
      keys: await this.keyring.find([...keyIds]),
    };
  }

  private alarm(
    grant: LiveGrant,
    cause: GrantAlert | 'SESSION_CACHE' | 'CERTIFICATE_GONE' | 'KEYRING_GONE',
  ): null {
    this.alerts.raise({
      kind: 'INTEGRITY',
      cause,
      subjectKind: 'GRANT',
      subjectId: grant.grantId,
    });
    return null;
  }
}

interface GrantChecks {
  readonly certificates: ReadonlyMap<string, PresentedCertificate>;
  readonly keys: ReadonlyMap<string, Buffer>;
}
