import { CODENAME_ADJECTIVES, CODENAME_NOUNS, DEMO_BIRDS } from './codename-words.js';

/** How many random bytes `codenameFrom` wants; more than enough to hide the rounding. */
export const CODENAME_BYTES = 8;

const NUMBERS = 100;
const TWO_WORDS = /^([A-Z]+)-([A-Z]+)-\d{2}$/;
const DEMO = /^([A-Z]+)-\d{2}$/;

const adjectives = new Set(CODENAME_ADJECTIVES);
const nouns = new Set(CODENAME_NOUNS);
const birds = new Set(DEMO_BIRDS);

/** How many different codenames there are. */
export const CODENAME_COUNT = CODENAME_ADJECTIVES.length * CODENAME_NOUNS.length * NUMBERS;

/**
 * The codename that `bytes` stand for: two neutral words and two digits (decisions.md 31), such as
 * `QUIET-MEADOW-41`. Uniqueness in the organisation, for ever, is the caller's to keep: draw again.
 */
export function codenameFrom(bytes: Uint8Array): string {
  if (bytes.length !== CODENAME_BYTES) {
    throw new RangeError(`a codename is made of ${CODENAME_BYTES} random bytes`);
  }
  const { buffer, byteOffset } = bytes;
  const drawn = new DataView(buffer, byteOffset, CODENAME_BYTES).getBigUint64(0);
  const index = Number(drawn % BigInt(CODENAME_COUNT));
  const rest = Math.floor(index / NUMBERS);
  const noun = CODENAME_NOUNS[rest % CODENAME_NOUNS.length];
  const adjective = CODENAME_ADJECTIVES[Math.floor(rest / CODENAME_NOUNS.length)];
  return `${adjective}-${noun}-${String(index % NUMBERS).padStart(2, '0')}`;
}

/**
 * True for a codename of ours or of the demonstration (`HERON-41`). The words must be on the list:
 * the codename stands in clear, so a person's name must not fit into it.
 */
export function isCodename(text: string): boolean {
  const [, adjective, noun] = TWO_WORDS.exec(text) ?? [];
  if (adjective !== undefined && noun !== undefined) {
    return adjectives.has(adjective) && nouns.has(noun);
  }
  const [, bird] = DEMO.exec(text) ?? [];
  return bird !== undefined && birds.has(bird);
}
