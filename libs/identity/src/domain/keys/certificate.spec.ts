import { describe, expect, it } from '@jest/globals';
import { canonicalBytes, readCanonicalBytes } from './canonical-bytes.js';
import { issueCertificate, signCertificate, verifyCertificate } from './certificate.js';
import type { CertificateClaims } from './certificate-encoding.js';
import { mayGrant, mayHoldT0 } from './clearance-level.js';
import { personKeysFromSeeds } from './person-keys.js';
import { demoId, demoKey, demoKeys, flipBit, otherKeys } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const now = new Date('2026-11-20T10:00:00.000Z');
const trustees = [31, 32, 33].map((seed) => {
  const { publicKeys, secretKeys } = personKeysFromSeeds(demoKey(seed), demoKey(seed));
  return { publicKey: publicKeys.signing, secretKey: secretKeys.signing };
});
const [first, second, third] = trustees as [Trustee, Trustee, Trustee];
type Trustee = (typeof trustees)[number];
const pinned = [first.publicKey, second.publicKey];
const claims: CertificateClaims = {
  personId: demoId(1),
  organizationId: demoId(2),
  publicKeys: demoKeys.publicKeys,
  level: 'STAFF',
  notAfter: new Date('2027-11-20T10:00:00.000Z'),
};
const issue = (signers: readonly Trustee[], what = claims) =>
  issueCertificate(
    what,
    signers.map((signer) => signCertificate(what, signer)),
  );
const certificate = issue([first, second]);
const check = {
  certificate,
  personId: claims.personId,
  publicKeys: claims.publicKeys,
  trusteePublicKeys: pinned,
  now,
};

describe('a certificate', () => {
  it('of two pinned trustees is believed', () => {
    expect(verifyCertificate(check)).toEqual({ ok: true, value: claims });
  });

  it('equals the known answer, byte for byte', () => {
    expect(certificate.toString('hex')).toBe(KNOWN_ANSWERS.certificate);
  });

  it('holds until its last instant and not in it', () => {
    const last = new Date(claims.notAfter.getTime() - 1);
    expect(verifyCertificate({ ...check, now: last }).ok).toBe(true);
    const expired = verifyCertificate({ ...check, now: claims.notAfter });
    expect(expired).toEqual({ ok: false, error: { kind: 'INTEGRITY', alert: 'EXPIRED' } });
  });

  it('may carry signatures of trustees who are no longer pinned, as long as two are', () => {
    const signed = issue([third, first, second]);
    expect(verifyCertificate({ ...check, certificate: signed }).ok).toBe(true);
  });

  const raised = issueCertificate(claims, [
    signCertificate({ ...claims, level: 'PROBATION' }, first),
    signCertificate({ ...claims, level: 'PROBATION' }, second),
  ]);
  const underAnotherLabel = issueCertificate(claims, [
    signCertificate(claims, first),
    { trustee: second.publicKey, signature: Buffer.alloc(64) },
  ]);

  it.each([
    ['of nobody', { certificate: issue([]) }, 'TOO_FEW_TRUSTEES'],
    ['of one trustee', { certificate: issue([first]) }, 'TOO_FEW_TRUSTEES'],
    ['of one trustee twice', { certificate: issue([first, first]) }, 'TOO_FEW_TRUSTEES'],
    ['of a trustee and a stranger', { certificate: issue([first, third]) }, 'TOO_FEW_TRUSTEES'],
    ['with a false second signature', { certificate: underAnotherLabel }, 'TOO_FEW_TRUSTEES'],
    ['whose level was raised afterwards', { certificate: raised }, 'TOO_FEW_TRUSTEES'],
    [
      'checked against one key pinned twice',
      { trusteePublicKeys: [first.publicKey, first.publicKey] },
      'TOO_FEW_TRUSTEES',
    ],
    ['checked against no pinned key', { trusteePublicKeys: [] }, 'TOO_FEW_TRUSTEES'],
    ['of another person', { personId: demoId(9) }, 'WRONG_PERSON'],
    ['for other public keys (A7)', { publicKeys: otherKeys.publicKeys }, 'FOREIGN_KEY'],
    ['that is no CBOR', { certificate: Buffer.from('Demo') }, 'MALFORMED'],
    ['that is cut', { certificate: certificate.subarray(1) }, 'MALFORMED'],
    [
      'with bytes behind it',
      { certificate: Buffer.concat([certificate, Buffer.alloc(1)]) },
      'MALFORMED',
    ],
    [
      'with seventeen signatures',
      { certificate: issue(Array(17).fill(first) as Trustee[]) },
      'MALFORMED',
    ],
    [
      'of an unknown level',
      { certificate: issue([first, second], { ...claims, level: 'CHIEF' as 'STAFF' }) },
      'MALFORMED',
    ],
    [
      'with a date that is not one',
      { certificate: issue([first, second], { ...claims, notAfter: new Date(Number.NaN) }) },
      'MALFORMED',
    ],
  ])('%s is INTEGRITY', (_, change, alert) => {
    const verified = verifyCertificate({ ...check, ...change });
    expect(verified).toEqual({ ok: false, error: { kind: 'INTEGRITY', alert } });
  });

  it(`is INTEGRITY for each of ${certificate.length * 8} turned bits (A5)`, () => {
    let believed = 0;
    for (let bit = 0; bit < certificate.length * 8; bit += 1) {
      const changed = flipBit(certificate, bit >> 3, bit % 8);
      if (verifyCertificate({ ...check, certificate: changed }).ok) believed += 1;
    }
    expect(believed).toBe(0);
  });
});

describe('a clearance level', () => {
  it('lets staff hold T0 and grant, and people on probation neither', () => {
    expect([mayHoldT0('STAFF'), mayGrant('STAFF')]).toEqual([true, true]);
    expect([mayHoldT0('PROBATION'), mayGrant('PROBATION')]).toEqual([false, false]);
  });
});

describe('canonical bytes', () => {
  it('keep the boundaries that joined text would lose', () => {
    expect(canonicalBytes(['a|b', 'c']).equals(canonicalBytes(['a', 'b|c']))).toBe(false);
  });

  it('are not read from a longer spelling of the same value', () => {
    expect(readCanonicalBytes(Buffer.from([0x81, 0x01]))).toEqual([1]);
    expect(readCanonicalBytes(Buffer.from([0x81, 0x18, 0x01]))).toBeNull();
    expect(readCanonicalBytes(Buffer.from([0x9f, 0x01, 0xff]))).toBeNull();
  });
});
