import {
  generatePersonKeys,
  issueCertificate,
  personKeysFromSeeds,
  signCertificate,
  verifyCertificate,
} from '@kinward/identity';
import type { CertificateClaims, CertifiedPerson, ClearanceLevel } from '@kinward/identity';
import type { PresentedCertificate } from '../grant.js';
import { demoCompartment, demoId, demoKey } from './fixtures.js';

type PersonKeys = ReturnType<typeof generatePersonKeys>;

export const demoNow = new Date('2026-11-20T10:00:00.000Z');
export const demoExpiry = new Date('2026-12-20T10:00:00.000Z');

/** A person of the test with keys, a certificate as stored, and the certificate as verified. */
export interface Actor {
  readonly personId: string;
  readonly keys: PersonKeys;
  readonly presented: PresentedCertificate;
  readonly certified: CertifiedPerson;
}

export interface Trustee {
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

/** A trustee's Ed25519 pair, a known one where a seed byte is given. */
export function makeTrustee(seed?: number): Trustee {
  const { publicKeys, secretKeys } = makeKeys(seed);
  return { publicKey: publicKeys.signing, secretKey: secretKeys.signing };
}

export const demoTrustees: readonly Trustee[] = [41, 42, 43].map((seed) => makeTrustee(seed));
export const demoTrusteeKeys: readonly Buffer[] = demoTrustees.map((each) => each.publicKey);

/** A certificate by any signers, which may be too few or strangers. */
export function certify(
  personId: string,
  keys: PersonKeys,
  options: {
    level?: ClearanceLevel;
    notAfter?: Date;
    signers?: readonly Trustee[];
  } = {},
): PresentedCertificate {
  const claims: CertificateClaims = {
    personId,
    organizationId: demoCompartment.organizationId,
    publicKeys: keys.publicKeys,
    level: options.level ?? 'STAFF',
    notAfter: options.notAfter ?? new Date('2027-11-20T10:00:00.000Z'),
  };
  const signers = options.signers ?? demoTrustees.slice(0, 2);
  const signatures = signers.map((signer) => signCertificate(claims, signer));
  return { certificate: issueCertificate(claims, signatures), publicKeys: keys.publicKeys };
}

/** A person whom two trustees certified, with known keys where a seed byte is given. */
export function makeActor(number: number, level: ClearanceLevel = 'STAFF', seed?: number): Actor {
  const personId = demoId(number);
  const keys = makeKeys(seed);
  const presented = certify(personId, keys, { level });
  const verified = verifyCertificate({
    ...presented,
    personId,
    trusteePublicKeys: demoTrusteeKeys,
    now: demoNow,
  });
  if (!verified.ok) throw new Error(verified.error.alert);
  return { personId, keys, presented, certified: verified.value };
}

function makeKeys(seed: number | undefined): PersonKeys {
  return seed === undefined
    ? generatePersonKeys()
    : personKeysFromSeeds(demoKey(seed), demoKey(seed + 100));
}
