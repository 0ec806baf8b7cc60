import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import {
  err,
  ok,
  refused,
  type Clock,
  type IdGenerator,
  type RefusedError,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { wrapPasskeyKeys } from '../../domain/keys/passkey-keys.js';
import { wipePersonSecretKeys } from '../../domain/keys/person-keys.js';
import { MAX_PASSKEYS } from '../../domain/passkeys/passkey-rules.js';
import { PasskeyProof, type PasskeyAnswer } from '../../infrastructure/passkey-proof.js';
import type { PasskeyRow } from '../../infrastructure/passkey.entity.js';
import { PasskeyRepository } from '../../infrastructure/passkey.repository.js';
import { OwnPassphraseCheck } from '../login/own-passphrase-check.js';
import type { ProvenPerson } from '../login/passphrase-check.js';
import { toPasskeyView, type PasskeyView } from './passkeys.query.js';

export interface EnrolPasskeyCommand extends PasskeyAnswer {
  readonly attestation: string;
  readonly passphrase: string;
  /** What the authenticator computed over the salt; 32 bytes. This wipes it. */
  readonly secret: Buffer;
}

/**
 * Lets an authenticator of this device open the actor's desk from now on. The passphrase is asked again, so that a desk
 * that was left open for a minute does not become somebody else's for good. Errors: REFUSED with `SIGN_IN_REFUSED`,
 * `TOO_MANY_ATTEMPTS`, `SIGN_IN_BUSY`, `PASSKEY_REFUSED`, `PASSKEY_LEAVES_DEVICE`, `PASSKEY_KNOWN`, `TOO_MANY_PASSKEYS`.
 */
@Injectable()
export class EnrolPasskeyUseCase {
  constructor(
    private readonly passphrases: OwnPassphraseCheck,
    private readonly proof: PasskeyProof,
    private readonly passkeys: PasskeyRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: EnrolPasskeyCommand,
  ): Promise<Result<PasskeyView, RefusedError>> {
    try {
      const person = await this.passphrases.check(actor, command.passphrase);
      if (!person.ok) return person;
      try {
        return await this.enrol(person.value, command);
      } finally {
        wipePersonSecretKeys(person.value.secretKeys);
      }
    } finally {
      sodium.sodium_memzero(command.secret);
    }
  }

  private async enrol(
    { credential, secretKeys }: ProvenPerson,
    command: EnrolPasskeyCommand,
  ): Promise<Result<PasskeyView, RefusedError>> {
    const { personId, organizationId, publicKeys } = credential;
    const proven = await this.proof.ofEnrolment(personId, command);
    if (proven === null) return err(refused('PASSKEY_REFUSED'));
    if (proven.leavesDevice) return err(refused('PASSKEY_LEAVES_DEVICE'));
    await this.passkeys.lockPerson(personId);
    const mine = await this.passkeys.mine();
    if (mine.length >= MAX_PASSKEYS) return err(refused('TOO_MANY_PASSKEYS'));
    const { credentialId, authenticatorKey, signCount, challengedAt } = proven;
    const { secret } = command;
    const row: PasskeyRow = {
      id: this.ids.next(),
      organizationId,
      personId,
      credentialId,
      authenticatorKey,
      signCount: String(signCount),
      wrappedSecretKeys: wrapPasskeyKeys({
        personId,
        credentialId,
        publicKeys,
        secret,
        secretKeys,
      }),
      challengedAt,
      enrolledOn: this.clock.now().toISOString().slice(0, 10),
      lastUsedOn: null,
    };
    if (!(await this.passkeys.add(row))) return err(refused('PASSKEY_KNOWN'));
    this.audit.record({ action: 'PASSKEY_ENROLLED', subjectKind: 'PERSON', subjectId: personId });
    return ok(toPasskeyView(row));
  }
}
