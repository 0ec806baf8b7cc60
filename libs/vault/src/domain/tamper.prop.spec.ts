import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { writeOnlyKeyPair } from './compartment-keys.js';
import { openField, sealField } from './sealed-field.js';
import { demoEpoch, demoKey, demoPlace, flipBit, variedSpots } from './test-support/fixtures.js';
import { openWriteOnly, sealWriteOnly } from './write-only-seal.js';

const FIELDS = 120;
const WRITE_ONLY = 40;
const SAMPLE = 100;

const dataKey = demoKey(7);
const keyPair = writeOnlyKeyPair(dataKey);
const spot = { epoch: demoEpoch, place: demoPlace };
const sampleOf = (count: number) =>
  fc
    .sample(fc.uint8Array({ minLength: 1, maxLength: 300, size: 'max' }), {
      numRuns: count,
      seed: 5,
    })
    .map((bytes) => Buffer.from(bytes));

type Open = (envelope: Buffer) => unknown;
const openAsField: Open = (envelope) => openField({ ...spot, dataKey, envelope });
const openAsWriteOnly: Open = (envelope) => openWriteOnly({ ...spot, keyPair, envelope });
const INTEGRITY = { ok: false, error: { kind: 'INTEGRITY' } };

const bytesOf = (envelopes: readonly Buffer[]) => Buffer.concat(envelopes).length;

/** Turns one bit in each byte of each envelope; counts the tries and the exact refusals. */
function flipEveryByte(envelopes: readonly Buffer[], open: Open) {
  let tries = 0;
  let refusals = 0;
  for (const [number, envelope] of envelopes.entries()) {
    for (let index = 0; index < envelope.length; index += 1) {
      const answer = open(flipBit(envelope, index, (index + number) % 8));
      tries += 1;
      if (JSON.stringify(answer) === JSON.stringify(INTEGRITY)) refusals += 1;
    }
  }
  return { tries, refusals };
}

describe('changed ciphertext', () => {
  const fields = sampleOf(FIELDS).map((plaintext) => sealField({ ...spot, dataKey, plaintext }));
  const seals = sampleOf(WRITE_ONLY).map((plaintext) =>
    sealWriteOnly({ ...spot, publicKey: keyPair.publicKey, plaintext }),
  );

  it(`is INTEGRITY for each of ${bytesOf(fields)} flips over ${FIELDS} fields (A5)`, () => {
    const { tries, refusals } = flipEveryByte(fields, openAsField);
    expect(tries).toBeGreaterThanOrEqual(20_000);
    expect(refusals).toBe(tries);
  });

  it(`is INTEGRITY for each of ${bytesOf(seals)} flips over ${WRITE_ONLY} write-only seals (A5)`, () => {
    const { tries, refusals } = flipEveryByte(seals, openAsWriteOnly);
    expect(tries).toBeGreaterThanOrEqual(8_000);
    expect(refusals).toBe(tries);
  });

  it('would be counted as opened when nothing is changed', () => {
    expect(fields.map(openAsField)).toEqual(sampleOf(FIELDS).map((value) => ({ ok: true, value })));
    expect(seals.map(openAsWriteOnly)).toEqual(
      sampleOf(WRITE_ONLY).map((value) => ({ ok: true, value })),
    );
  });
});

describe('exchanged ciphertext, all under one key', () => {
  const spots = variedSpots(SAMPLE);
  const plaintext = Buffer.from('Demo-text');
  const pairs = spots.flatMap((_, from) =>
    spots.map((__, to) => [from, to] as const).filter(([a, b]) => a !== b),
  );

  function openedElsewhere(
    envelopes: readonly Buffer[],
    open: (at: number, what: Buffer) => boolean,
  ) {
    return pairs.filter(([from, to]) => open(to, envelopes[from] ?? Buffer.alloc(0))).length;
  }

  it(`opens in 0 of ${pairs.length} swaps of fields across every coordinate (A6)`, () => {
    const envelopes = spots.map((at) => sealField({ ...at, dataKey, plaintext }));
    const open = (at: number, envelope: Buffer) =>
      openField({ ...(spots[at] ?? spot), dataKey, envelope }).ok;
    expect(pairs.length).toBeGreaterThanOrEqual(9_900);
    expect(openedElsewhere(envelopes, open)).toBe(0);
    expect(envelopes.every((envelope, at) => open(at, envelope))).toBe(true);
  });

  it(`opens in 0 of ${pairs.length} swaps even where the epoch in the head is rewritten (A6)`, () => {
    const envelopes = spots.map((at) => sealField({ ...at, dataKey, plaintext }));
    const open = (at: number, envelope: Buffer) => {
      const moved = Buffer.from(envelope);
      moved.writeUInt32BE(spots[at]?.epoch ?? 0, 2);
      return openField({ ...(spots[at] ?? spot), dataKey, envelope: moved }).ok;
    };
    expect(openedElsewhere(envelopes, open)).toBe(0);
  });

  it(`opens in 0 of ${pairs.length} swaps of write-only seals (A6)`, () => {
    const { publicKey } = keyPair;
    const envelopes = spots.map((at) => sealWriteOnly({ ...at, publicKey, plaintext }));
    const open = (at: number, envelope: Buffer) =>
      openWriteOnly({ ...(spots[at] ?? spot), keyPair, envelope }).ok;
    expect(openedElsewhere(envelopes, open)).toBe(0);
    expect(envelopes.every((envelope, at) => open(at, envelope))).toBe(true);
  });
});
