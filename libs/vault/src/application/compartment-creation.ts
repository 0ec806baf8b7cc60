import { Inject, Injectable } from '@nestjs/common';
import { PinnedKeys } from '@kinward/identity';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { generateCompartmentKeys, type CompartmentKeys } from '../domain/compartment-keys.js';
import { signEpoch } from '../domain/epoch-statement.js';
import { sealForRecovery } from '../domain/recovery.js';
import type { CompartmentKind, Tier } from '../domain/tier.js';
import { CompartmentRepository } from '../infrastructure/compartment.repository.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import { CertifiedPeople } from './certified-people.js';
import { GrantSealer, type GrantPurpose } from './grant-sealer.js';
import { OpenedKeys } from './opened-keys.js';

const SHRED_KEY_BYTES = 32;

export interface CompartmentOrder {
  readonly kind: CompartmentKind;
  readonly subjectId: string;
  readonly tiers: readonly Tier[];
  readonly purpose: GrantPurpose;
}

/** Makes the keys of a new case or inbox; whoever makes them is the first holder. */
@Injectable()
export class CompartmentCreation {
  constructor(
    private readonly compartments: CompartmentRepository,
    private readonly keyring: KeyringStore,
    private readonly people: CertifiedPeople,
    private readonly grants: GrantSealer,
    private readonly pinned: PinnedKeys,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Creates the compartments inside the present unit. Errors: REFUSED with `RECOVERY_KEY_MISSING`, `NOT_CERTIFIED`,
   * `GRANTER_MAY_NOT_GRANT`, `HOLDER_TIER`; INTEGRITY when the actor's certificate fails.
   */
  async create(actor: Actor, order: CompartmentOrder): Promise<Result<OpenedKeys, DomainError>> {
    const recoveryKey = this.pinned.recoveryKeyOf(actor.organizationId);
    if (recoveryKey === null) return err(refused('RECOVERY_KEY_MISSING'));
    const people = await this.people.require([actor.personId]);
    if (!people.ok) return people;
    const maker = people.value.get(actor.personId);
    if (maker === undefined) return err(refused('NOT_CERTIFIED'));
    const fresh = this.ids.bytes(SHRED_KEY_BYTES);
    const shredKey = await this.keyring.keep(order.subjectId, 'SHRED', fresh);
    const opened = new OpenedKeys();
    for (const tier of order.tiers) {
      const keys = this.generate(actor, order, tier);
      opened.add(keys);
      const statement = signEpoch(keys, maker, actor.keys.signingSecret());
      if (!statement.ok) return statement;
      await this.compartments.add(statement.value, sealForRecovery(keys, recoveryKey));
      const granted = await this.grants.seal(
        actor,
        {
          keys,
          granter: maker,
          holder: maker,
          purpose: order.purpose,
          expiresAt: null,
          lock: null,
        },
        shredKey,
      );
      if (!granted.ok) return granted;
    }
    return ok(opened);
  }

  private generate(actor: Actor, order: CompartmentOrder, tier: Tier): CompartmentKeys {
    return generateCompartmentKeys({
      kind: order.kind,
      organizationId: actor.organizationId,
      compartmentId: this.ids.next(),
      subjectId: order.subjectId,
      tier,
    });
  }
}
