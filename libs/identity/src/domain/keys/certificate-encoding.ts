import { canonicalBytes, readCanonicalBytes } from './canonical-bytes.js';
import { isClearanceLevel } from './clearance-level.js';
import type { ClearanceLevel } from './clearance-level.js';
import { ENCRYPTION_KEY_BYTES, SIGNING_PUBLIC_KEY_BYTES } from './person-keys.js';
import type { PersonPublicKeys } from './person-keys.js';

/** What the trustees say about a person. `notAfter` is UTC, with millisecond precision. */
export interface CertificateClaims {
  readonly personId: string;
  readonly organizationId: string;
  readonly publicKeys: PersonPublicKeys;
  readonly level: ClearanceLevel;
  readonly notAfter: Date;
}

export interface TrusteeSignature {
  readonly trustee: Buffer;
  readonly signature: Buffer;
}

const FORMAT = 'v1';
const SIGNATURE_BYTES = 64;
/** More signatures than any board of trustees has: a stored row must not buy endless checks. */
const MAX_SIGNATURES = 16;
const PARTS = 8;

/** Canonical CBOR of claims and signatures, the form in which a certificate is stored. */
export function encodeCertificate(
  claims: CertificateClaims,
  signatures: readonly TrusteeSignature[],
): Buffer {
  return canonicalBytes([
    FORMAT,
    claims.personId,
    claims.organizationId,
    claims.publicKeys.encryption,
    claims.publicKeys.signing,
    claims.level,
    claims.notAfter.getTime(),
    signatures.map(({ trustee, signature }) => [trustee, signature]),
  ]);
}

/** Reads a stored certificate; `null` for anything but the one canonical form. Proves nothing yet. */
export function decodeCertificate(
  bytes: Buffer,
): { claims: CertificateClaims; signatures: readonly TrusteeSignature[] } | null {
  const parts = readCanonicalBytes(bytes);
  if (!Array.isArray(parts) || parts.length !== PARTS || parts[0] !== FORMAT) return null;
  const [, personId, organizationId, encryption, signing, level, notAfter, rawSignatures] =
    parts as unknown[];
  if (typeof personId !== 'string' || typeof organizationId !== 'string') return null;
  if (!isBytes(encryption, ENCRYPTION_KEY_BYTES)) return null;
  if (!isBytes(signing, SIGNING_PUBLIC_KEY_BYTES)) return null;
  if (!isClearanceLevel(level)) return null;
  if (typeof notAfter !== 'number' || !Number.isSafeInteger(notAfter)) return null;
  const signatures = readSignatures(rawSignatures);
  if (signatures === null) return null;
  const publicKeys = { encryption: Buffer.from(encryption), signing: Buffer.from(signing) };
  const claims = { personId, organizationId, publicKeys, level, notAfter: new Date(notAfter) };
  return { claims, signatures };
}

function readSignatures(value: unknown): readonly TrusteeSignature[] | null {
  if (!Array.isArray(value) || value.length > MAX_SIGNATURES) return null;
  const signatures: TrusteeSignature[] = [];
  for (const pair of value as unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [trustee, signature] = pair as unknown[];
    if (!isBytes(trustee, SIGNING_PUBLIC_KEY_BYTES)) return null;
    if (!isBytes(signature, SIGNATURE_BYTES)) return null;
    signatures.push({ trustee: Buffer.from(trustee), signature: Buffer.from(signature) });
  }
  return signatures;
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}
