import { Injectable } from '@nestjs/common';
import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { SignInBusy } from '../../infrastructure/argon2-passphrase-hash.js';
import { CredentialRepository } from '../../infrastructure/credential.repository.js';
import { SignInLimiter } from '../../infrastructure/sign-in-limiter.js';
import { PassphraseCheck, type ProvenPerson } from './passphrase-check.js';

/** Asks somebody who has signed in for the passphrase once more; counted like a sign-in. */
@Injectable()
export class OwnPassphraseCheck {
  constructor(
    private readonly limiter: SignInLimiter,
    private readonly credentials: CredentialRepository,
    private readonly passphrases: PassphraseCheck,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** REFUSED with `SIGN_IN_REFUSED`, `TOO_MANY_ATTEMPTS` or `SIGN_IN_BUSY`. The caller wipes the keys. */
  async check(actor: Actor, passphrase: string): Promise<Result<ProvenPerson, RefusedError>> {
    const { organizationId, personId } = actor;
    // In a unit of its own: no connection is held while the passphrase is stretched.
    const loginKey = await this.unitOfWork.read({ organizationId, personId }, () =>
      this.credentials.loginKeyOf(personId),
    );
    if (!(await this.limiter.admit(loginKey))) return err(refused('TOO_MANY_ATTEMPTS'));
    try {
      const person = await this.passphrases.check(loginKey, passphrase.normalize('NFKC'));
      return person === null ? err(refused('SIGN_IN_REFUSED')) : ok(person);
    } catch (error) {
      if (error instanceof SignInBusy) return err(refused('SIGN_IN_BUSY'));
      throw error;
    }
  }
}
