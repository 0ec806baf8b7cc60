import { KDF_PARAMS } from '../kdf-params.js';
import { personKeysFromSeeds } from '../person-keys.js';
import type { PersonKeyPlace } from '../person-keys.js';

/** A well-formed id that is obviously nobody's. */
export function demoId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** 32 equal bytes: a key no generator would make. */
export function demoKey(byte: number): Buffer {
  return Buffer.alloc(32, byte);
}

/** A copy with one bit of one byte turned over. */
export function flipBit(bytes: Buffer, index: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[index] = (changed[index] ?? 0) ^ (1 << bit);
  return changed;
}

export const demoKeys = personKeysFromSeeds(demoKey(1), demoKey(2));
export const otherKeys = personKeysFromSeeds(demoKey(3), demoKey(4));

export const demoKeyPlace: PersonKeyPlace = {
  personId: demoId(1),
  params: KDF_PARAMS,
  publicKeys: demoKeys.publicKeys,
};
