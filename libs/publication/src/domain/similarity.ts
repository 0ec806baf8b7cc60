/** Words that stand together and are compared as one. */
const SHINGLE_WORDS = 3;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A text as like another as this, in per cent, tells a reader that one hand wrote both. */
export const TOO_SIMILAR_PERCENT = 40;

/**
 * The text as a set of hashed triples of words, without case and punctuation. A text of fewer words is one shingle.
 * The hashes are for comparing alone; they hide nothing.
 */
export function shinglesOf(text: string): readonly number[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const last = Math.max(words.length - SHINGLE_WORDS, 0);
  const shingles = Array.from({ length: last + 1 }, (_, at) =>
    hash(words.slice(at, at + SHINGLE_WORDS).join(' ')),
  );
  return [...new Set(shingles)].sort((one, other) => one - other);
}

/** How much two texts have in common, in whole per cent of all they say (Jaccard). */
export function similarPercent(one: readonly number[], other: readonly number[]): number {
  const known = new Set(one);
  const common = other.filter((shingle) => known.has(shingle)).length;
  const all = one.length + other.length - common;
  return all === 0 ? 0 : Math.floor((common * 100) / all);
}

/** FNV-1a, as a signed 32-bit number, which is what the database's integers hold. */
function hash(text: string): number {
  let value = FNV_BASIS;
  for (const unit of text) {
    value ^= unit.codePointAt(0) ?? 0;
    value = Math.imul(value, FNV_PRIME);
  }
  return value | 0;
}
