import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { err, ok, refused, type Clock, type RefusedError, type Result } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';
import { unwrapPasskeyKeys } from '../../domain/keys/passkey-keys.js';
import { wipePersonSecretKeys } from '../../domain/keys/person-keys.js';
import { PasskeyProof, type PasskeyAnswer } from '../../infrastructure/passkey-proof.js';
import { PasskeyRepository, type StoredPasskey } from '../../infrastructure/passkey.repository.js';
import { SignInLimiter } from '../../infrastructure/sign-in-limiter.js';
import { SessionOpener, type OpenedSession } from '../login/session-opener.js';

export interface SignInWithPasskeyCommand extends PasskeyAnswer {
  readonly authenticatorData: string;
  readonly signature: string;
  /** What the authenticator computed over the salt; 32 bytes. This wipes it. */
  readonly secret: Buffer;
}

const NO_SCOPE = { organizationId: null, personId: null };

/**
 * Reopens a desk with an enrolled authenticator (decision 10): it proves that it is the one, and brings the secret that
 * opens the person's keys. Errors: REFUSED with `SIGN_IN_REFUSED` (unknown, wrong, suspended and repeated look the
 * same) or `TOO_MANY_ATTEMPTS`.
 */
@Injectable()
export class SignInWithPasskeyUseCase {
  constructor(
    private readonly limiter: SignInLimiter,
    private readonly passkeys: PasskeyRepository,
    private readonly proof: PasskeyProof,
    private readonly sessions: SessionOpener,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: SignInWithPasskeyCommand): Promise<Result<OpenedSession, RefusedError>> {
    const { secret } = command;
    try {
      const credentialId = Buffer.from(command.credentialId, 'base64url');
      const counted = createHash('sha256').update(credentialId).digest();
      if (!(await this.limiter.admit(counted))) return err(refused('TOO_MANY_ATTEMPTS'));
      const passkey = await this.unitOfWork.read(NO_SCOPE, () => this.passkeys.find(credentialId));
      if (passkey === null || passkey.standing === 'SUSPENDED') return NO;
      if (!(await this.noteUse(passkey, command))) return NO;
      const keys = unwrapPasskeyKeys({ ...passkey, secret, wrapped: passkey.wrappedSecretKeys });
      if (!keys.ok) return NO;
      try {
        return ok(await this.sessions.open({ credential: passkey, secretKeys: keys.value }));
      } finally {
        wipePersonSecretKeys(keys.value);
      }
    } finally {
      sodium.sodium_memzero(secret);
    }
  }

  /** Kept even when what follows is refused: an answer counts once. */
  private async noteUse(
    passkey: StoredPasskey,
    command: SignInWithPasskeyCommand,
  ): Promise<boolean> {
    const proven = await this.proof.ofSignIn(passkey, command);
    if (proven === null) return false;
    const today = this.clock.now().toISOString().slice(0, 10);
    const { organizationId, personId } = passkey;
    return this.unitOfWork.read({ organizationId, personId }, () =>
      this.passkeys.use(passkey.id, proven.challengedAt, proven.signCount, today),
    );
  }
}

const NO = err(refused('SIGN_IN_REFUSED'));
