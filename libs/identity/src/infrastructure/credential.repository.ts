import { Injectable } from '@nestjs/common';
import { toId, type OrganizationId, type PersonId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { KdfParams } from '../domain/keys/kdf-params.js';
import type { PersonPublicKeys } from '../domain/keys/person-keys.js';
import { CredentialRow } from './credential.entity.js';
import { PersonRow } from './person.entity.js';
import type { Standing } from '../domain/standing.js';

/** A stored credential as the sign-in needs it. */
export interface StoredCredential {
  readonly personId: PersonId;
  readonly organizationId: OrganizationId;
  readonly salt: Buffer;
  readonly params: KdfParams;
  readonly verifier: Buffer;
  readonly publicKeys: PersonPublicKeys;
  readonly wrappedSecretKeys: Buffer;
  readonly standing: Standing;
}

interface FoundCredential {
  person_id: string;
  organization_id: string;
  salt: Buffer;
  kdf_memory_kib: number;
  kdf_passes: number;
  verifier: Buffer;
  public_encryption_key: Buffer;
  public_signing_key: Buffer;
  wrapped_secret_keys: Buffer;
  standing: Standing;
}

/** People with their sign-in material. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Finds by the keyed hash of an e-mail address, before any organisation is known. */
  async find(loginKey: Buffer): Promise<StoredCredential | null> {
    const [row] = await this.unitOfWork.query<FoundCredential>(
      'SELECT * FROM find_credential($1)',
      [loginKey],
    );
    if (row === undefined) return null;
    return {
      personId: toId(row.person_id),
      organizationId: toId(row.organization_id),
      salt: row.salt,
      params: { memoryKib: row.kdf_memory_kib, passes: row.kdf_passes, parallelism: 1 },
      verifier: row.verifier,
      publicKeys: { encryption: row.public_encryption_key, signing: row.public_signing_key },
      wrappedSecretKeys: row.wrapped_secret_keys,
      standing: row.standing,
    };
  }

  /** Under which key somebody of the present organisation signs in. @throws Error for a stranger */
  async loginKeyOf(personId: PersonId): Promise<Buffer> {
    const manager = await this.unitOfWork.manager();
    return (await manager.findOneByOrFail(CredentialRow, { personId })).loginKey;
  }

  /** Adds a person together with the credential. */
  async add(person: PersonRow, credential: CredentialRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(PersonRow, person);
    await manager.insert(CredentialRow, credential);
  }
}
