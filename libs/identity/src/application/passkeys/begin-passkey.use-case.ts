import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import { SERVER_KEYS, type Actor, type ServerKeys } from '@kinward/platform';
import { MAX_PASSKEYS, PASSKEY_SALT, userHandleOf } from '../../domain/passkeys/passkey-rules.js';
import { PasskeyProof } from '../../infrastructure/passkey-proof.js';
import { PasskeyRealm } from '../../infrastructure/passkey-realm.js';
import { PasskeyRepository } from '../../infrastructure/passkey.repository.js';

/** What a browser needs to ask an authenticator; every value in base64url but the names. */
export interface PasskeyRequest {
  readonly challenge: string;
  readonly site: string;
  /** What the `prf` extension computes over. */
  readonly salt: string;
}

export interface PasskeyEnrolmentRequest extends PasskeyRequest {
  readonly siteName: string;
  readonly userHandle: string;
  /** Authenticators that have one of ours already. */
  readonly known: readonly string[];
}

/**
 * Makes the challenge for enrolling a passkey or for coming back with one. Errors: REFUSED with `PASSKEYS_UNAVAILABLE`
 * (the desk is reached by a number) or `TOO_MANY_PASSKEYS`.
 */
@Injectable()
export class BeginPasskeyUseCase {
  constructor(
    private readonly realm: PasskeyRealm,
    private readonly proof: PasskeyProof,
    private readonly passkeys: PasskeyRepository,
    @Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys,
  ) {}

  async toEnrol({ personId }: Actor): Promise<Result<PasskeyEnrolmentRequest, RefusedError>> {
    const { site, name } = this.realm;
    if (site === null) return err(refused('PASSKEYS_UNAVAILABLE'));
    const mine = await this.passkeys.mine();
    if (mine.length >= MAX_PASSKEYS) return err(refused('TOO_MANY_PASSKEYS'));
    return ok({
      challenge: this.proof.challenge({ act: 'ENROL', personId }),
      site,
      siteName: name,
      salt: PASSKEY_SALT.toString('base64url'),
      userHandle: userHandleOf(this.serverKeys.challenge, personId).toString('base64url'),
      known: mine.map(({ credentialId }) => credentialId.toString('base64url')),
    });
  }

  toSignIn(): Result<PasskeyRequest, RefusedError> {
    const { site } = this.realm;
    if (site === null) return err(refused('PASSKEYS_UNAVAILABLE'));
    const challenge = this.proof.challenge({ act: 'SIGN_IN', personId: null });
    return ok({ challenge, site, salt: PASSKEY_SALT.toString('base64url') });
  }
}
