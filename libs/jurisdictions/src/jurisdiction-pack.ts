import { BY_PACK } from './by/by.pack.js';
import { MM_PACK } from './mm/mm.pack.js';
import { findPackProblems } from './pack-problems.js';
import type { JurisdictionPack } from './pack.js';

const PACKS = { by: BY_PACK, mm: MM_PACK } as const;

export type JurisdictionCode = keyof typeof PACKS;
export const JURISDICTION_CODES = Object.keys(PACKS) as readonly JurisdictionCode[];

for (const code of JURISDICTION_CODES) {
  const problems = findPackProblems(PACKS[code]);
  if (PACKS[code].code !== code) problems.push(`registered as ${code}`);
  if (problems.length > 0) {
    throw new Error(`Jurisdiction pack ${code} is not usable:\n${problems.join('\n')}`);
  }
}

/** True for the code of a pack that ships with this version. */
export function isJurisdictionCode(text: string): text is JurisdictionCode {
  return Object.hasOwn(PACKS, text);
}

/** The pack of a country. Total, because callers check foreign text with `isJurisdictionCode`. */
export function jurisdictionPack(code: JurisdictionCode): JurisdictionPack {
  return PACKS[code];
}
