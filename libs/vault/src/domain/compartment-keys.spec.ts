import { describe, expect, it } from '@jest/globals';
import {
  generateCompartmentKeys,
  isCommittedKey,
  keyCommitment,
  rotateCompartmentKeys,
  wipeCompartmentKeys,
  writeOnlyKeyPair,
} from './compartment-keys.js';
import { LAST_EPOCH } from './envelope.js';
import { demoCompartment, demoKey, flipBit } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

describe('compartment keys', () => {
  it('commit and derive the key pair as the known answers say', () => {
    const { publicKey, secretKey } = writeOnlyKeyPair(demoKey(7));
    expect(keyCommitment(demoKey(7)).toString('hex')).toBe(KNOWN_ANSWERS.keyCommitment);
    expect(publicKey.toString('hex')).toBe(KNOWN_ANSWERS.writeOnlyPublicKey);
    expect(secretKey.toString('hex')).toBe(KNOWN_ANSWERS.writeOnlySecretKey);
  });

  it('begin at epoch 1 and take new keys and a new pair at each rotation', () => {
    const first = generateCompartmentKeys(demoCompartment);
    const second = rotateCompartmentKeys(first);
    expect([first.epoch, second.epoch]).toEqual([1, 2]);
    expect(second.compartment).toEqual(demoCompartment);
    expect(second.dataKey.equals(first.dataKey)).toBe(false);
    const pairs = [first, second].map((keys) => writeOnlyKeyPair(keys.dataKey).publicKey);
    expect(pairs[0]?.equals(pairs[1] ?? Buffer.alloc(0))).toBe(false);
  });

  it('know their own key from every key that differs in one bit', () => {
    const { dataKey, commitment } = generateCompartmentKeys(demoCompartment);
    expect(isCommittedKey(dataKey, commitment)).toBe(true);
    for (let index = 0; index < dataKey.length; index += 1) {
      expect(isCommittedKey(flipBit(dataKey, index, index % 8), commitment)).toBe(false);
    }
    expect(isCommittedKey(dataKey, commitment.subarray(1))).toBe(false);
  });

  it('leave zeros behind', () => {
    const keys = generateCompartmentKeys(demoCompartment);
    wipeCompartmentKeys(keys);
    expect(keys.dataKey.equals(Buffer.alloc(32))).toBe(true);
  });

  it('do not wrap round after the last epoch', () => {
    const last = { compartment: demoCompartment, epoch: LAST_EPOCH };
    expect(() => rotateCompartmentKeys(last)).toThrow(RangeError);
  });
});
