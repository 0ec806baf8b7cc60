import { describe, expect, it } from '@jest/globals';
import { KDF_PARAMS } from './kdf-params.js';
import {
  PERSON_SECRET_BYTES,
  generatePersonKeys,
  joinPersonSecrets,
  personKeyPlaceBytes,
  publicKeysHash,
  unwrapPersonKeys,
  wipePersonSecretKeys,
  wrapPersonKeys,
} from './person-keys.js';
import { wrapSecretWithNonce, wrappedSecretBytes } from './secret-wrapping.js';
import {
  demoId,
  demoKey,
  demoKeyPlace,
  demoKeys,
  flipBit,
  otherKeys,
} from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const wrapKey = demoKey(7);
const INTEGRITY = { ok: false, error: { kind: 'INTEGRITY' } };
const wrapped = wrapPersonKeys({ ...demoKeyPlace, wrapKey, secretKeys: demoKeys.secretKeys });

describe("a person's keys", () => {
  it('come back from under the key of the passphrase', () => {
    const opened = unwrapPersonKeys({ ...demoKeyPlace, wrapKey, wrapped });
    expect(opened).toEqual({ ok: true, value: demoKeys.secretKeys });
    expect(wrapped.length).toBe(wrappedSecretBytes(PERSON_SECRET_BYTES));
  });

  it('are the known answers, byte for byte', () => {
    const known = wrapSecretWithNonce(
      {
        wrappingKey: wrapKey,
        secret: joinPersonSecrets(demoKeys.secretKeys),
        associatedData: personKeyPlaceBytes(demoKeyPlace),
      },
      Buffer.alloc(24, 9),
    );
    expect(publicKeysHash(demoKeys.publicKeys).toString('hex')).toBe(KNOWN_ANSWERS.publicKeysHash);
    expect(known.toString('hex')).toBe(KNOWN_ANSWERS.wrappedPersonKeys);
    expect(unwrapPersonKeys({ ...demoKeyPlace, wrapKey, wrapped: known }).ok).toBe(true);
  });

  it.each([
    ['lowered memory (A9)', { params: { ...KDF_PARAMS, memoryKib: 8 } }],
    ['fewer passes (A9)', { params: { ...KDF_PARAMS, passes: 1 } }],
    ['swapped public keys (A7)', { publicKeys: otherKeys.publicKeys }],
    ["another person's row", { personId: demoId(2) }],
    ['another passphrase', { wrapKey: demoKey(8) }],
  ])('are INTEGRITY with %s', (_, change) => {
    expect(unwrapPersonKeys({ ...demoKeyPlace, wrapKey, wrapped, ...change })).toEqual(INTEGRITY);
  });

  it(`are INTEGRITY for each of ${wrapped.length * 8} turned bits and each shorter length (A5)`, () => {
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const changed = flipBit(wrapped, bit >> 3, bit % 8);
      expect(unwrapPersonKeys({ ...demoKeyPlace, wrapKey, wrapped: changed })).toEqual(INTEGRITY);
    }
    for (let length = 0; length < wrapped.length; length += 1) {
      const cut = wrapped.subarray(0, length);
      expect(unwrapPersonKeys({ ...demoKeyPlace, wrapKey, wrapped: cut })).toEqual(INTEGRITY);
    }
  });

  it('are new each time, and leave zeros behind', () => {
    const { secretKeys, publicKeys } = generatePersonKeys();
    expect(publicKeys.encryption.equals(generatePersonKeys().publicKeys.encryption)).toBe(false);
    wipePersonSecretKeys(secretKeys);
    expect(joinPersonSecrets(secretKeys)).toEqual(Buffer.alloc(PERSON_SECRET_BYTES));
  });
});
