/** Sizes a padded plaintext may have below one page; above it, whole pages (security.md § 8.5, A12). */
export const PADDING_BUCKETS = [64, 256, 1024, 4096] as const;
export const PADDING_PAGE_BYTES = 4096;

const MARKER = 0x80;

/** Smallest allowed size that holds the plaintext and its one-byte end marker. */
export function paddedSize(plaintextBytes: number): number {
  const needed = plaintextBytes + 1;
  const bucket = PADDING_BUCKETS.find((size) => size >= needed);
  return bucket ?? Math.ceil(needed / PADDING_PAGE_BYTES) * PADDING_PAGE_BYTES;
}

/** ISO/IEC 7816-4 padding to the next allowed size, in memory of its own. */
export function pad(plaintext: Buffer): Buffer {
  const padded = Buffer.alloc(paddedSize(plaintext.length));
  plaintext.copy(padded);
  padded[plaintext.length] = MARKER;
  return padded;
}

/**
 * A view on the plaintext, or `null` where the padding is not exactly ours. Own code because
 * sodium-native 5.1 returns a length even for a block without a marker (see the spec).
 */
export function unpad(padded: Buffer): Buffer | null {
  const marker = padded.lastIndexOf(MARKER);
  const isOurs =
    marker >= 0 &&
    padded.length === paddedSize(marker) &&
    padded.subarray(marker + 1).every((byte) => byte === 0);
  return isOurs ? padded.subarray(0, marker) : null;
}
