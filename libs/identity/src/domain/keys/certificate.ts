import sodium from 'sodium-native';
import { err, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { canonicalBytes } from './canonical-bytes.js';
import { decodeCertificate, encodeCertificate } from './certificate-encoding.js';
import type { CertificateClaims, TrusteeSignature } from './certificate-encoding.js';
import type { PersonPublicKeys } from './person-keys.js';

/** Different pinned trustees who must have signed (security.md § 8.3). */
const TRUSTEES_REQUIRED = 2;

const CERTIFICATE_LABEL = 'kinward/person-certificate/v1';
const SIGNATURE_BYTES = 64;

declare const certified: unique symbol;

/** Claims that two pinned trustees stand for. Only `verifyCertificate` makes one. */
export interface CertifiedPerson extends CertificateClaims {
  readonly [certified]: true;
}

/** Why a certificate was turned down: for the alert, never for the answer to the outside. */
export type CertificateAlert =
  'MALFORMED' | 'WRONG_PERSON' | 'FOREIGN_KEY' | 'TOO_FEW_TRUSTEES' | 'EXPIRED';

export interface CertificateRefusal extends IntegrityError {
  readonly alert: CertificateAlert;
}

/** One trustee's signature over the claims, with a label that no other signed statement carries. */
export function signCertificate(
  claims: CertificateClaims,
  trustee: { readonly publicKey: Buffer; readonly secretKey: Buffer },
): TrusteeSignature {
  const signature = Buffer.alloc(SIGNATURE_BYTES);
  sodium.crypto_sign_detached(signature, certificateStatement(claims), trustee.secretKey);
  return { trustee: trustee.publicKey, signature };
}

/** Claims and signatures as one byte string for storage. */
export function issueCertificate(
  claims: CertificateClaims,
  signatures: readonly TrusteeSignature[],
): Buffer {
  return encodeCertificate(claims, signatures);
}

/**
 * Checks a stored certificate against the trustees pinned in configuration (never read from the
 * database), the person it should speak for and the public keys stored beside that person (A7).
 * Every failure is INTEGRITY; `alert` says which for the alarm only.
 */
export function verifyCertificate(input: {
  readonly certificate: Buffer;
  readonly personId: string;
  readonly publicKeys: PersonPublicKeys;
  readonly trusteePublicKeys: readonly Buffer[];
  readonly now: Date;
}): Result<CertifiedPerson, CertificateRefusal> {
  const decoded = decodeCertificate(input.certificate);
  if (decoded === null) return refuse('MALFORMED');
  const { claims, signatures } = decoded;
  if (claims.personId !== input.personId) return refuse('WRONG_PERSON');
  if (!areSameKeys(claims.publicKeys, input.publicKeys)) return refuse('FOREIGN_KEY');
  const signers = countTrustees(claims, signatures, input.trusteePublicKeys);
  if (signers < TRUSTEES_REQUIRED) return refuse('TOO_FEW_TRUSTEES');
  // Written so that a date that is not one counts as past.
  if (!(input.now < claims.notAfter)) return refuse('EXPIRED');
  return ok(claims as CertifiedPerson);
}

/** The exact bytes a trustee signs. */
function certificateStatement(claims: CertificateClaims): Buffer {
  return canonicalBytes([
    CERTIFICATE_LABEL,
    claims.personId,
    claims.organizationId,
    claims.publicKeys.encryption,
    claims.publicKeys.signing,
    claims.level,
    claims.notAfter.getTime(),
  ]);
}

/** Distinct pinned trustees with a valid signature; strangers and repetitions count nothing. */
function countTrustees(
  claims: CertificateClaims,
  signatures: readonly TrusteeSignature[],
  pinned: readonly Buffer[],
): number {
  const statement = certificateStatement(claims);
  const valid = pinned
    .filter((trustee) =>
      signatures.some(
        (each) =>
          each.trustee.equals(trustee) &&
          sodium.crypto_sign_verify_detached(each.signature, statement, trustee),
      ),
    )
    .map((trustee) => trustee.toString('hex'));
  return new Set(valid).size;
}

function areSameKeys(left: PersonPublicKeys, right: PersonPublicKeys): boolean {
  return left.encryption.equals(right.encryption) && left.signing.equals(right.signing);
}

function refuse(alert: CertificateAlert): Result<never, CertificateRefusal> {
  return err({ kind: 'INTEGRITY', alert });
}
