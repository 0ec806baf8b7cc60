import { describe, expect, it } from '@jest/globals';
import { generateCompartmentKeys, writeOnlyKeyPair } from './compartment-keys.js';
import { signEpoch, verifyEpoch } from './epoch-statement.js';
import type { EpochStatement } from './epoch-statement.js';
import { demoCompartment, demoId, demoKey } from './test-support/fixtures.js';
import { certify, demoNow, demoTrusteeKeys, demoTrustees } from './test-support/grant-cast.js';
import { granter, probationer, stranger } from './test-support/grant-scene.js';

const keys = generateCompartmentKeys(demoCompartment);
const { publicKey } = writeOnlyKeyPair(keys.dataKey);

function signed(): EpochStatement {
  const statement = signEpoch(keys, granter.certified, granter.keys.secretKeys.signing);
  if (!statement.ok) throw new Error(statement.error.reason);
  return statement.value;
}

function verify(statement: EpochStatement, signer = granter.presented) {
  return verifyEpoch({ statement, signer, trusteePublicKeys: demoTrusteeKeys, now: demoNow });
}

describe('the statement of an epoch', () => {
  it('vouches for the public key that belongs to the data key', () => {
    expect(verify(signed())).toEqual({ ok: true, value: publicKey });
  });

  it.each([
    ['a public key swapped in the database', { publicKey: demoKey(1) }],
    ['another compartment', { compartment: { ...demoCompartment, compartmentId: demoId(9) } }],
    ['another tier', { compartment: { ...demoCompartment, tier: 'T1' as const } }],
    ['another epoch', { epoch: 2 }],
    ['another commitment', { commitment: Buffer.alloc(16) }],
    ['another signer', { signerId: stranger.personId }],
    ['no signature', { signature: Buffer.alloc(0) }],
  ])('is INTEGRITY with %s', (_, change) => {
    expect(verify({ ...signed(), ...change })).toEqual({ ok: false, error: { kind: 'INTEGRITY' } });
  });

  it('is INTEGRITY without two trustees behind its signer', () => {
    const signers = demoTrustees.slice(0, 1);
    expect(verify(signed(), certify(granter.personId, granter.keys, { signers })).ok).toBe(false);
    expect(
      verify(signed(), { ...granter.presented, publicKeys: stranger.keys.publicKeys }).ok,
    ).toBe(false);
  });

  it('is not made by a person on probation, and not believed from one', () => {
    const signing = probationer.keys.secretKeys.signing;
    const reason = 'SIGNER_MAY_NOT_GRANT';
    expect(signEpoch(keys, probationer.certified, signing)).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason },
    });
    const demoted = certify(granter.personId, granter.keys, { level: 'PROBATION' });
    expect(verify(signed(), demoted).ok).toBe(false);
  });
});
