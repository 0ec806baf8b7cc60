import sodium from 'sodium-native';
import { mayGrant, verifyCertificate } from '@kinward/identity';
import type { CertifiedPerson } from '@kinward/identity';
import { err, integrity, ok, refused } from '@kinward/kernel';
import type { IntegrityError, RefusedError, Result } from '@kinward/kernel';
import { canonicalBytes, compartmentParts } from './canonical-bytes.js';
import { writeOnlyKeyPair } from './compartment-keys.js';
import type { CompartmentKeys } from './compartment-keys.js';
import type { PresentedCertificate } from './grant.js';
import { isSignedBy, signStatement } from './signature.js';
import type { CompartmentRef } from './tier.js';

const EPOCH_LABEL = 'kinward/compartment-epoch/v1';

/** The public face of one epoch, as its row holds it: what writers seal to, and who stands for it. */
export interface EpochStatement {
  readonly compartment: CompartmentRef;
  readonly epoch: number;
  readonly commitment: Buffer;
  readonly publicKey: Buffer;
  readonly signerId: string;
  readonly signature: Buffer;
}

/**
 * Signs the public key of a new epoch. Without this whoever writes to the database could put a key of
 * their own there and collect what unattended writers seal (security.md § 0, decision 4).
 * Refuses with SIGNER_MAY_NOT_GRANT.
 */
export function signEpoch(
  keys: CompartmentKeys,
  signer: CertifiedPerson,
  signingKey: Buffer,
): Result<EpochStatement, RefusedError> {
  if (!mayGrant(signer.level)) return err(refused('SIGNER_MAY_NOT_GRANT'));
  const { compartment, epoch, commitment } = keys;
  const { publicKey, secretKey } = writeOnlyKeyPair(keys.dataKey);
  sodium.sodium_memzero(secretKey);
  const unsigned = { compartment, epoch, commitment, publicKey, signerId: signer.personId };
  return ok({ ...unsigned, signature: signStatement(statementBytes(unsigned), signingKey) });
}

/** Checks an epoch's row before anything is sealed to its public key; every failure is INTEGRITY. */
export function verifyEpoch(input: {
  readonly statement: EpochStatement;
  readonly signer: PresentedCertificate;
  readonly trusteePublicKeys: readonly Buffer[];
  readonly now: Date;
}): Result<Buffer, IntegrityError> {
  const { statement, signer, trusteePublicKeys, now } = input;
  const { signature } = statement;
  const isSigned = isSignedBy(signer.publicKeys.signing, statementBytes(statement), signature);
  if (!isSigned) return err(integrity());
  const personId = statement.signerId;
  const certified = verifyCertificate({ ...signer, personId, trusteePublicKeys, now });
  if (!certified.ok || !mayGrant(certified.value.level)) return err(integrity());
  return ok(statement.publicKey);
}

function statementBytes(statement: Omit<EpochStatement, 'signature'>): Buffer {
  const { compartment, epoch, commitment, publicKey, signerId } = statement;
  return canonicalBytes([
    EPOCH_LABEL,
    ...compartmentParts(compartment),
    epoch,
    commitment,
    publicKey,
    signerId,
  ]);
}
