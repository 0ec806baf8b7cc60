import type { ValueTransformer } from 'typeorm';

/** Minor units as a bigint; the driver gives them as text. */
export const minor: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : BigInt(stored)),
  to: (value: bigint | null | undefined) => (value == null ? value : value.toString()),
};
