import { Inject, Injectable } from '@nestjs/common';
import {
  ok,
  toId,
  type IdGenerator,
  type OrganizationId,
  type PersonId,
  type Result,
} from '@kinward/kernel';
import {
  AuditTrail,
  ID_GENERATOR,
  SERVER_KEYS,
  type Role,
  type ServerKeys,
} from '@kinward/platform';
import { KDF_PARAMS, KDF_SALT_BYTES } from '../../domain/keys/kdf-params.js';
import { authVerifier, derivePassphraseKeys } from '../../domain/keys/passphrase-keys.js';
import {
  generatePersonKeys,
  wipePersonSecretKeys,
  wrapPersonKeys,
  type PersonPublicKeys,
} from '../../domain/keys/person-keys.js';
import { Argon2PassphraseHash } from '../../infrastructure/argon2-passphrase-hash.js';
import { CredentialRepository } from '../../infrastructure/credential.repository.js';
import type { Standing } from '../../domain/standing.js';
import { StaffSeal } from '../../infrastructure/staff-seal.js';

export interface EnrolPersonCommand {
  readonly organizationId: OrganizationId;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly screener: boolean;
  readonly standing: Standing;
  /** Shown once and kept nowhere. */
  readonly passphrase: string;
}

export interface EnrolledPerson {
  readonly personId: PersonId;
  readonly publicKeys: PersonPublicKeys;
}

/**
 * Adds a person with fresh key pairs. The person receives no grants until two trustees have signed the
 * certificate (decision 14).
 */
@Injectable()
export class EnrolPersonUseCase {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly passphraseHash: Argon2PassphraseHash,
    private readonly staffSeal: StaffSeal,
    private readonly audit: AuditTrail,
    @Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(command: EnrolPersonCommand): Promise<Result<EnrolledPerson, never>> {
    const personId = toId<'Person'>(this.ids.next());
    const salt = this.ids.bytes(KDF_SALT_BYTES);
    const masterKey = await this.passphraseHash.hash(
      command.passphrase.normalize('NFKC'),
      salt,
      KDF_PARAMS,
    );
    const { authKey, wrapKey } = derivePassphraseKeys(masterKey);
    const { publicKeys, secretKeys } = generatePersonKeys();
    const wrappedSecretKeys = wrapPersonKeys({
      personId,
      params: KDF_PARAMS,
      publicKeys,
      wrapKey,
      secretKeys,
    });
    wipePersonSecretKeys(secretKeys);
    const { organizationId, roles, screener, standing } = command;
    await this.credentials.add(
      {
        id: personId,
        organizationId,
        displayNameSealed: this.staffSeal.seal(personId, 'display_name', command.displayName),
        roles: [...roles],
        screener,
        standing,
      },
      {
        personId,
        organizationId,
        loginKey: this.staffSeal.loginKey(command.email),
        emailSealed: this.staffSeal.seal(personId, 'email', command.email),
        salt,
        kdfMemoryKib: KDF_PARAMS.memoryKib,
        kdfPasses: KDF_PARAMS.passes,
        verifier: authVerifier(this.serverKeys.pepper, authKey),
        publicEncryptionKey: publicKeys.encryption,
        publicSigningKey: publicKeys.signing,
        wrappedSecretKeys,
        certificate: null,
      },
    );
    this.audit.record({ action: 'PERSON_ENROLLED', subjectKind: 'PERSON', subjectId: personId });
    return ok({ personId, publicKeys });
  }
}
