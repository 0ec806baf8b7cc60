import { describe, expect, it } from '@jest/globals';
import { writeOnlyKeyPair } from './compartment-keys.js';
import { openField } from './sealed-field.js';
import { demoEpoch, demoKey, demoPlace } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';
import { openWriteOnly, sealWriteOnly } from './write-only-seal.js';

const dataKey = demoKey(7);
const keyPair = writeOnlyKeyPair(dataKey);
const spot = { epoch: demoEpoch, place: demoPlace };
const plaintext = Buffer.from('Demo-request');

describe('a write-only seal', () => {
  it('opens the known answer', () => {
    const envelope = Buffer.from(KNOWN_ANSWERS.writeOnlySeal, 'hex');
    expect(openWriteOnly({ ...spot, keyPair, envelope })).toEqual({ ok: true, value: plaintext });
  });

  it('opens with the secret half only, and only by its own algorithm', () => {
    const envelope = sealWriteOnly({ ...spot, publicKey: keyPair.publicKey, plaintext });
    const foreign = { ...keyPair, secretKey: demoKey(3) };
    expect(openWriteOnly({ ...spot, keyPair, envelope })).toEqual({ ok: true, value: plaintext });
    expect(openWriteOnly({ ...spot, keyPair: foreign, envelope }).ok).toBe(false);
    expect(openField({ ...spot, dataKey, envelope }).ok).toBe(false);
  });

  it('is tied to its place by what lies inside the box', () => {
    const envelope = sealWriteOnly({ ...spot, publicKey: keyPair.publicKey, plaintext });
    const elsewhere = { ...demoPlace, column: 'sealed_phone' };
    expect(openWriteOnly({ ...spot, place: elsewhere, keyPair, envelope }).ok).toBe(false);
  });

  it('shows at most 4 sizes for 1000 texts of 1 to 4000 bytes (A12)', () => {
    const sizes = new Set<number>();
    for (let index = 0; index < 1000; index += 1) {
      const text = Buffer.alloc(1 + Math.floor((index * 3999) / 999), 1);
      const sealed = sealWriteOnly({ ...spot, publicKey: keyPair.publicKey, plaintext: text });
      sizes.add(sealed.length);
    }
    expect(sizes.size).toBe(4);
  });
});
