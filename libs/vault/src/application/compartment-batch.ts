import { Inject, Injectable } from '@nestjs/common';
import { PinnedKeys } from '@kinward/identity';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { generateCompartmentKeys, type CompartmentKeys } from '../domain/compartment-keys.js';
import { signEpoch, type EpochStatement } from '../domain/epoch-statement.js';
import { sealForRecovery } from '../domain/recovery.js';
import { TIERS } from '../domain/tier.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import { CertifiedPeople } from './certified-people.js';
import { OpenedKeys } from './opened-keys.js';

const SHRED_KEY_BYTES = 32;

interface SignedKeys {
  readonly keys: CompartmentKeys;
  readonly statement: EpochStatement;
  readonly recoveryEnvelope: Buffer;
}

/**
 * Makes the keys of many cases in a fixed number of statements. Nobody holds them afterwards but the organisation's
 * recovery: for cases that are made in bulk and that no single person may hold.
 */
@Injectable()
export class CompartmentBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keyring: KeyringStore,
    private readonly people: CertifiedPeople,
    private readonly pinned: PinnedKeys,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Both compartments of each case, inside the present unit; the actor signs them. REFUSED with `RECOVERY_KEY_MISSING`,
   * `NOT_CERTIFIED` or `SIGNER_MAY_NOT_GRANT`; INTEGRITY when the actor's certificate fails.
   */
  async create(actor: Actor, caseIds: readonly string[]): Promise<Result<OpenedKeys, DomainError>> {
    const recoveryKey = this.pinned.recoveryKeyOf(actor.organizationId);
    if (recoveryKey === null) return err(refused('RECOVERY_KEY_MISSING'));
    const people = await this.people.require([actor.personId]);
    if (!people.ok) return people;
    const maker = people.value.get(actor.personId);
    if (maker === undefined) return err(refused('NOT_CERTIFIED'));
    const opened = new OpenedKeys();
    const signed: SignedKeys[] = [];
    for (const subjectId of caseIds) {
      for (const tier of TIERS) {
        const { organizationId } = actor;
        const compartmentId = this.ids.next();
        const place = { kind: 'CASE', organizationId, compartmentId, subjectId, tier } as const;
        const keys = generateCompartmentKeys(place);
        opened.add(keys);
        const statement = signEpoch(keys, maker, actor.keys.signingSecret());
        if (!statement.ok) return statement;
        const recoveryEnvelope = sealForRecovery(keys, recoveryKey);
        signed.push({ keys, statement: statement.value, recoveryEnvelope });
      }
    }
    const shredKeys = caseIds.map((id) => ({ id, key: this.ids.bytes(SHRED_KEY_BYTES) }));
    await this.keyring.addAll('SHRED', shredKeys);
    await this.store(actor.organizationId, signed);
    return ok(opened);
  }

  private async store(organizationId: string, signed: readonly SignedKeys[]): Promise<void> {
    const compartmentIds = signed.map(({ keys }) => keys.compartment.compartmentId);
    await this.unitOfWork.execute(
      `INSERT INTO compartment (id, organization_id, kind, subject_id, tier, current_epoch)
       SELECT id, $1, 'CASE', subject_id, tier, epoch
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) AS c (id, subject_id, tier, epoch)`,
      [
        organizationId,
        compartmentIds,
        signed.map(({ keys }) => keys.compartment.subjectId),
        signed.map(({ keys }) => keys.compartment.tier),
        signed.map(({ keys }) => keys.epoch),
      ],
    );
    await this.unitOfWork.execute(
      `INSERT INTO compartment_epoch (compartment_id, epoch, organization_id, public_key, commitment, signer_id,
         signature, recovery_envelope)
       SELECT id, epoch, $1, public_key, commitment, signer_id, signature, recovery_envelope
       FROM unnest($2::uuid[], $3::int[], $4::bytea[], $5::bytea[], $6::uuid[], $7::bytea[], $8::bytea[])
         AS e (id, epoch, public_key, commitment, signer_id, signature, recovery_envelope)`,
      [
        organizationId,
        compartmentIds,
        signed.map(({ keys }) => keys.epoch),
        signed.map(({ statement }) => statement.publicKey),
        signed.map(({ statement }) => statement.commitment),
        signed.map(({ statement }) => statement.signerId),
        signed.map(({ statement }) => statement.signature),
        signed.map(({ recoveryEnvelope }) => recoveryEnvelope),
      ],
    );
  }
}
