import { Injectable } from '@nestjs/common';
import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import { wipePersonSecretKeys } from '../../domain/keys/person-keys.js';
import { SignInBusy } from '../../infrastructure/argon2-passphrase-hash.js';
import { SignInLimiter } from '../../infrastructure/sign-in-limiter.js';
import { StaffSeal } from '../../infrastructure/staff-seal.js';
import { PassphraseCheck } from './passphrase-check.js';
import { SessionOpener, type OpenedSession } from './session-opener.js';

export interface LoginCommand {
  readonly email: string;
  readonly passphrase: string;
}

/**
 * Signs a person in. Errors: REFUSED with `SIGN_IN_REFUSED` (wrong, unknown and suspended look the same),
 * `TOO_MANY_ATTEMPTS` or `SIGN_IN_BUSY`.
 */
@Injectable()
export class LoginUseCase {
  constructor(
    private readonly limiter: SignInLimiter,
    private readonly staffSeal: StaffSeal,
    private readonly passphrases: PassphraseCheck,
    private readonly sessions: SessionOpener,
  ) {}

  async execute(command: LoginCommand): Promise<Result<OpenedSession, RefusedError>> {
    const loginKey = this.staffSeal.loginKey(command.email);
    if (!(await this.limiter.admit(loginKey))) return err(refused('TOO_MANY_ATTEMPTS'));
    try {
      const person = await this.passphrases.check(loginKey, command.passphrase.normalize('NFKC'));
      if (person === null) return err(refused('SIGN_IN_REFUSED'));
      try {
        return ok(await this.sessions.open(person));
      } finally {
        wipePersonSecretKeys(person.secretKeys);
      }
    } catch (error) {
      if (error instanceof SignInBusy) return err(refused('SIGN_IN_BUSY'));
      throw error;
    }
  }
}
