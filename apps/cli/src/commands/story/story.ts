import type { Cast } from './cast.js';
import type { House } from './house.js';
import type { Teller } from './teller.js';

/** What the first chapter has: nobody has signed in yet. */
export interface Scene {
  readonly house: House;
  readonly teller: Teller;
  readonly seed: number;
  /** Texts that belong to nobody but the family, the donor and the volunteer: an attacker looks for them. */
  readonly secrets: Set<string>;
}

/** What the chapters share. */
export interface Story extends Scene {
  readonly cast: Cast;
  /** Every time that sealed words were opened, by whom for what; the disclosure log must say the same. */
  readonly openings: { readonly who: string; readonly purpose: string }[];
}

/** A number between 0 and `sides` less 1, the same for the same seed and label. */
export function roll(seed: number, label: string, sides: number): number {
  let mixed = seed >>> 0;
  for (const sign of label) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
}
