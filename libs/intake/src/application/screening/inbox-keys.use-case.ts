import { Inject, Injectable } from '@nestjs/common';
import { PeopleQuery } from '@kinward/identity';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { AccessGranting, CompartmentCreation, KeyRotation } from '@kinward/vault';
import {
  InboxKeysRepository,
  type InboxKeyHolder,
} from '../../infrastructure/inbox-keys.repository.js';

export type { InboxKeyHolder } from '../../infrastructure/inbox-keys.repository.js';

const TIERS = ['T0', 'T1'] as const;
const PURPOSE = 'SCREENING';
const SUBJECT_KIND = 'INTAKE_INBOX';

/** The keys that requests are sealed to, and who holds them. Only a holder can pass them on; no role can. */
@Injectable()
export class InboxKeysUseCase {
  constructor(
    private readonly creation: CompartmentCreation,
    private readonly granting: AccessGranting,
    private readonly rotation: KeyRotation,
    private readonly people: PeopleQuery,
    private readonly inbox: InboxKeysRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the inbox of the actor's organisation; the actor is its first holder. REFUSED `NOT_A_SCREENER`,
   * `INBOX_IS_OPEN`, and as the vault refuses.
   */
  async open(actor: Actor): Promise<Result<readonly InboxKeyHolder[], DomainError>> {
    if (!actor.screener) return err(refused('NOT_A_SCREENER'));
    const subjectId = actor.organizationId;
    if (await this.inbox.exists(subjectId)) return err(refused('INBOX_IS_OPEN'));
    const order = { kind: 'INTAKE', subjectId, tiers: TIERS, purpose: PURPOSE } as const;
    const created = await this.creation.create(actor, order);
    return created.ok ? ok(await this.holders(actor)) : created;
  }

  /**
   * Passes the keys on to another screener, for 90 days; again before they end. NOT_FOUND; REFUSED
   * `SECOND_PERSON_REQUIRED` for oneself, `NOT_A_SCREENER`, `HOLDER_NOT_ACTIVE`, `NO_INTAKE_KEY`, and as the vault
   * refuses.
   */
  async grant(
    actor: Actor,
    holderId: string,
  ): Promise<Result<readonly InboxKeyHolder[], DomainError>> {
    if (holderId === actor.personId) return err(refused('SECOND_PERSON_REQUIRED'));
    const holder = isUuid(holderId) ? (await this.people.byIds([holderId])).get(holderId) : null;
    if (holder == null) return err(notFound());
    if (!holder.screener) return err(refused('NOT_A_SCREENER'));
    if (holder.standing !== 'ACTIVE') return err(refused('HOLDER_NOT_ACTIVE'));
    await this.rotation.hold(actor.organizationId);
    const granted = await this.granting.grant(actor, {
      subjectId: actor.organizationId,
      subjectKind: SUBJECT_KIND,
      ...{ holderId, tiers: TIERS, purpose: PURPOSE, expiresAt: null, isLocked: false },
    });
    if (granted.ok) return ok(await this.holders(actor));
    return granted.error.kind === 'NOT_FOUND' ? err(refused('NO_INTAKE_KEY')) : granted;
  }

  /**
   * Takes a person's keys away; it holds at once, and the next screener who opens a card renews the keys. NOT_FOUND where
   * that person holds none; REFUSED `LAST_INBOX_KEY`, because nobody could open the inbox any more.
   */
  async revoke(
    actor: Actor,
    holderId: string,
  ): Promise<Result<readonly InboxKeyHolder[], DomainError>> {
    await this.rotation.hold(actor.organizationId);
    const holders = await this.holders(actor);
    if (!holders.some(({ personId }) => personId === holderId)) return err(notFound());
    if (holders.length === 1) return err(refused('LAST_INBOX_KEY'));
    const revoked = await this.granting.revoke(actor.organizationId, holderId, SUBJECT_KIND);
    return revoked.ok ? ok(await this.holders(actor)) : revoked;
  }

  /** Who can open the inbox now; nobody where there is none. */
  holders(actor: Actor): Promise<readonly InboxKeyHolder[]> {
    return this.inbox.holders(actor.organizationId, this.clock.now());
  }
}
