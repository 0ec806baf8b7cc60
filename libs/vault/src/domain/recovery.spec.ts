import { describe, expect, it } from '@jest/globals';
import {
  generateCompartmentKeys,
  isCommittedKey,
  keyCommitment,
  writeOnlyKeyPair,
} from './compartment-keys.js';
import { recoveryPlaceBytes, sealForRecovery } from './recovery.js';
import { openSealedBox } from './sealed-box.js';
import { demoCompartment, demoKey } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

/** Stands for the organisation's pair, whose secret half only the trustees' shares make up. */
const recoveryPair = writeOnlyKeyPair(demoKey(30));

describe('a recovery box', () => {
  it('holds the key and its place, and its commitment tells a right key', () => {
    const keys = generateCompartmentKeys(demoCompartment);
    const content = openSealedBox(recoveryPair, sealForRecovery(keys, recoveryPair.publicKey));
    expect(content?.subarray(0, 32).equals(keys.dataKey)).toBe(true);
    expect(content?.subarray(32).equals(recoveryPlaceBytes(keys))).toBe(true);
    expect(isCommittedKey(content?.subarray(0, 32) ?? Buffer.alloc(32), keys.commitment)).toBe(
      true,
    );
  });

  it('does not open with another pair', () => {
    const keys = generateCompartmentKeys(demoCompartment);
    const box = sealForRecovery(keys, recoveryPair.publicKey);
    expect(openSealedBox(writeOnlyKeyPair(demoKey(31)), box)).toBeNull();
  });

  it('has the format of the known answer', () => {
    const place = { compartment: demoCompartment, epoch: 1, commitment: keyCommitment(demoKey(7)) };
    const content = openSealedBox(recoveryPair, Buffer.from(KNOWN_ANSWERS.recoveryBox, 'hex'));
    const expected = Buffer.concat([demoKey(7), recoveryPlaceBytes(place)]);
    expect(content?.equals(expected)).toBe(true);
  });
});
