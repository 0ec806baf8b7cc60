/** Cost of one Argon2id run. The database keeps a copy beside the salt; it may not lower it. */
export interface KdfParams {
  readonly memoryKib: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** What new passphrases are stretched with: 64 MiB, three passes (security.md § 8.3). */
export const KDF_PARAMS: KdfParams = { memoryKib: 65_536, passes: 3, parallelism: 1 };

/** Nothing weaker is ever run, whatever a stored row says (security.md A9). */
const KDF_FLOOR: KdfParams = KDF_PARAMS;

/** Nothing dearer either: a written row must not be able to exhaust the server's memory. */
export const KDF_CEILING: KdfParams = { memoryKib: 1_048_576, passes: 16, parallelism: 1 };

export const KDF_SALT_BYTES = 16;

/** True where stored parameters lie between floor and ceiling; anything else is an integrity failure. */
export function areAcceptableKdfParams(params: KdfParams): boolean {
  return (
    isWithin(params.memoryKib, KDF_FLOOR.memoryKib, KDF_CEILING.memoryKib) &&
    isWithin(params.passes, KDF_FLOOR.passes, KDF_CEILING.passes) &&
    isWithin(params.parallelism, KDF_FLOOR.parallelism, KDF_CEILING.parallelism)
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
