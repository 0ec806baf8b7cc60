import type { FieldPlace } from '../field-place.js';
import type { CompartmentRef } from '../tier.js';

/** A well-formed id that is obviously nobody's. */
export function demoId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** 32 equal bytes: a key no generator would make. */
export function demoKey(byte: number): Buffer {
  return Buffer.alloc(32, byte);
}

export const demoCompartment: CompartmentRef = {
  kind: 'CASE',
  organizationId: demoId(1),
  compartmentId: demoId(2),
  subjectId: demoId(3),
  tier: 'T0',
};

export const demoPlace: FieldPlace = {
  ...demoCompartment,
  table: 'case_file',
  column: 'sealed_name',
  rowId: demoId(4),
  revision: 1,
};

export const demoEpoch = 1;

/** A copy with one bit of one byte turned over. */
export function flipBit(bytes: Buffer, index: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[index] = (changed[index] ?? 0) ^ (1 << bit);
  return changed;
}

/**
 * `count` spots that differ from the first and from each other in one, two, three … coordinates,
 * single differences first.
 */
export function variedSpots(count: number): readonly { place: FieldPlace; epoch: number }[] {
  const masks = Array.from({ length: 1 << CHANGES.length }, (_, mask) => mask);
  const byWeight = masks.sort((a, b) => weight(a) - weight(b) || a - b);
  return byWeight.slice(0, count).map((mask) =>
    CHANGES.reduce((spot, change, index) => (mask & (1 << index) ? change(spot) : spot), {
      place: demoPlace,
      epoch: demoEpoch,
    }),
  );
}

interface Spot {
  readonly place: FieldPlace;
  readonly epoch: number;
}

const inPlace =
  (change: Partial<FieldPlace>) =>
  ({ place, epoch }: Spot): Spot => ({ place: { ...place, ...change }, epoch });

const CHANGES: readonly ((spot: Spot) => Spot)[] = [
  inPlace({ kind: 'INTAKE' }),
  inPlace({ organizationId: demoId(11) }),
  inPlace({ compartmentId: demoId(12) }),
  inPlace({ subjectId: demoId(13) }),
  inPlace({ tier: 'T1' }),
  inPlace({ table: 'need' }),
  inPlace({ column: 'sealed_phone' }),
  inPlace({ rowId: demoId(14) }),
  inPlace({ revision: 2 }),
  ({ place, epoch }) => ({ place, epoch: epoch + 1 }),
];

function weight(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}
