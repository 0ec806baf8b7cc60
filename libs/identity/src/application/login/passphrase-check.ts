import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  SecurityAlerts,
  SERVER_KEYS,
  UnitOfWork,
  type Scope,
  type ServerKeys,
} from '@kinward/platform';
import { KDF_PARAMS, KDF_SALT_BYTES } from '../../domain/keys/kdf-params.js';
import {
  authVerifier,
  isSameVerifier,
  stretchPassphrase,
  wipePassphraseKeys,
} from '../../domain/keys/passphrase-keys.js';
import { unwrapPersonKeys, type PersonSecretKeys } from '../../domain/keys/person-keys.js';
import { Argon2PassphraseHash } from '../../infrastructure/argon2-passphrase-hash.js';
import {
  CredentialRepository,
  type StoredCredential,
} from '../../infrastructure/credential.repository.js';

/** A person whose passphrase was right, with the keys that it opened. */
export interface ProvenPerson {
  readonly credential: StoredCredential;
  readonly secretKeys: PersonSecretKeys;
}

const NO_SCOPE: Scope = { organizationId: null, personId: null };
const UNKNOWN_VERIFIER = Buffer.alloc(32);

/**
 * Compares a passphrase with the stored verifier. An unknown address costs the same work and gives the same answer
 * as a wrong passphrase (security.md § 8.3); no database connection is held while Argon2id runs.
 */
@Injectable()
export class PassphraseCheck {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly passphraseHash: Argon2PassphraseHash,
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: SecurityAlerts,
    @Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys,
  ) {}

  /** Null for every reason there can be. The caller wipes the keys. */
  async check(loginKey: Buffer, passphrase: string): Promise<ProvenPerson | null> {
    const credential = await this.unitOfWork.read(NO_SCOPE, () => this.credentials.find(loginKey));
    const stretched = await stretchPassphrase({
      passphrase,
      salt: credential?.salt ?? this.inventedSalt(loginKey),
      params: credential?.params ?? KDF_PARAMS,
      hash: (text, salt, params) => this.passphraseHash.hash(text, salt, params),
    });
    if (!stretched.ok) return this.alarm(credential, 'KDF_PARAMETERS');
    const keys = stretched.value;
    try {
      const presented = authVerifier(this.serverKeys.pepper, keys.authKey);
      const isRight = isSameVerifier(credential?.verifier ?? UNKNOWN_VERIFIER, presented);
      if (credential === null || !isRight || credential.standing === 'SUSPENDED') return null;
      const secretKeys = unwrapPersonKeys({
        personId: credential.personId,
        params: credential.params,
        publicKeys: credential.publicKeys,
        wrapKey: keys.wrapKey,
        wrapped: credential.wrappedSecretKeys,
      });
      if (!secretKeys.ok) return await this.alarm(credential, 'PERSON_KEYS');
      return { credential, secretKeys: secretKeys.value };
    } finally {
      wipePassphraseKeys(keys);
    }
  }

  /** The same address always gets the same salt, as a real one would. */
  private inventedSalt(loginKey: Buffer): Buffer {
    const bytes = createHmac('sha256', this.serverKeys.pepper).update(loginKey).digest();
    return bytes.subarray(0, KDF_SALT_BYTES);
  }

  private async alarm(credential: StoredCredential | null, cause: string): Promise<null> {
    if (credential !== null) {
      const { organizationId, personId } = credential;
      await this.alerts.store(
        { organizationId, personId },
        { kind: 'INTEGRITY', cause, subjectKind: 'PERSON', subjectId: personId },
      );
    }
    return null;
  }
}
