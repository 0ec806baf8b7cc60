import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { integrity } from '@kinward/kernel';
import {
  ALGORITHM_SEALED_BOX,
  ALGORITHM_XCHACHA20_POLY1305,
  readEnvelopeHeader,
} from './envelope.js';
import { openField, sealField, sealFieldWithNonce } from './sealed-field.js';
import { demoEpoch, demoKey, demoPlace } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const dataKey = demoKey(7);
const spot = { dataKey, epoch: demoEpoch, place: demoPlace };
const LENGTHS = 1000;
const LONGEST = 4000;

describe('a sealed field', () => {
  it('equals the known answer, byte for byte', () => {
    const plaintext = Buffer.from('Demo-text');
    const envelope = sealFieldWithNonce({ ...spot, plaintext }, Buffer.alloc(24, 9));
    expect(envelope.toString('hex')).toBe(KNOWN_ANSWERS.sealedField);
    expect(openField({ ...spot, envelope })).toEqual({ ok: true, value: plaintext });
  });

  it('starts with version, algorithm and epoch, and says which key it needs', () => {
    const envelope = sealField({ ...spot, epoch: 258, plaintext: Buffer.alloc(1) });
    expect([...envelope.subarray(0, 6)]).toEqual([1, 1, 0, 0, 1, 2]);
    expect(readEnvelopeHeader(envelope)).toEqual({
      algorithm: ALGORITHM_XCHACHA20_POLY1305,
      epoch: 258,
    });
  });

  it('shows at most 4 sizes for 1000 texts of 1 to 4000 bytes (A12)', () => {
    const sizes = new Set<number>();
    for (let index = 0; index < LENGTHS; index += 1) {
      const bytes = 1 + Math.floor((index * (LONGEST - 1)) / (LENGTHS - 1));
      sizes.add(sealField({ ...spot, plaintext: Buffer.alloc(bytes, 1) }).length);
    }
    expect([...sizes].sort((a, b) => a - b)).toEqual([110, 302, 1070, 4142]);
  });

  it('is another ciphertext each time', () => {
    const plaintext = Buffer.from('Demo-text');
    const digests = Array.from({ length: 100 }, () =>
      createHash('sha256')
        .update(sealField({ ...spot, plaintext }))
        .digest('hex'),
    );
    expect(new Set(digests).size).toBe(100);
  });

  it('carries an empty text', () => {
    const envelope = sealField({ ...spot, plaintext: Buffer.alloc(0) });
    expect(openField({ ...spot, envelope })).toEqual({ ok: true, value: Buffer.alloc(0) });
  });

  it.each([
    ['an unknown version', 0, 2],
    ['an unknown algorithm', 1, 9],
    ['the other algorithm', 1, ALGORITHM_SEALED_BOX],
  ])('is INTEGRITY and nothing more with %s', (_, index, value) => {
    const envelope = sealField({ ...spot, plaintext: Buffer.from('Demo-text') });
    envelope[index] = value;
    expect(openField({ ...spot, envelope })).toEqual({ ok: false, error: integrity() });
  });

  it('is INTEGRITY when cut short at any length', () => {
    const envelope = sealField({ ...spot, plaintext: Buffer.from('Demo-text') });
    for (let length = 0; length < envelope.length; length += 1) {
      const cut = envelope.subarray(0, length);
      expect(openField({ ...spot, envelope: cut })).toEqual({ ok: false, error: integrity() });
    }
  });

  it('does not open under another key', () => {
    const envelope = sealField({ ...spot, plaintext: Buffer.from('Demo-text') });
    expect(openField({ ...spot, dataKey: demoKey(8), envelope }).ok).toBe(false);
  });
});
