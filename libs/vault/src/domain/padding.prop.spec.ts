import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { PADDING_BUCKETS, PADDING_PAGE_BYTES, pad, paddedSize, unpad } from './padding.js';

describe('padding', () => {
  it('gives every text back unchanged (500 texts, also ones that end like padding)', () => {
    const ending = fc.constantFrom(Buffer.alloc(0), Buffer.from([0x80]), Buffer.from([0x80, 0, 0]));
    const text = fc
      .tuple(fc.uint8Array({ maxLength: 9000 }), ending)
      .map(([body, end]) => Buffer.concat([body, end]));
    fc.assert(
      fc.property(text, (plaintext) => unpad(pad(plaintext))?.equals(plaintext) === true),
      { numRuns: 500 },
    );
  });

  it.each([
    [0, 64],
    [63, 64],
    [64, 256],
    [255, 256],
    [256, 1024],
    [1023, 1024],
    [1024, 4096],
    [4095, 4096],
    [4096, 8192],
    [8192, 12288],
  ])('brings %i bytes to %i', (bytes, size) => {
    expect(paddedSize(bytes)).toBe(size);
    expect(pad(Buffer.alloc(bytes, 1)).length).toBe(size);
  });

  it('turns down a block without a marker, with a dirty tail or of a size it never makes', () => {
    const dirty = pad(Buffer.from('Demo'));
    dirty[dirty.length - 1] = 1;
    expect(unpad(Buffer.alloc(PADDING_BUCKETS[0]))).toBeNull();
    expect(unpad(dirty)).toBeNull();
    expect(unpad(Buffer.concat([pad(Buffer.from('Demo')), Buffer.alloc(1)]))).toBeNull();
    expect(
      unpad(Buffer.concat([pad(Buffer.from('D')), Buffer.alloc(PADDING_PAGE_BYTES)])),
    ).toBeNull();
    expect(unpad(Buffer.alloc(0))).toBeNull();
  });
});
