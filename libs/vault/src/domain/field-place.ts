import { canonicalBytes, compartmentParts } from './canonical-bytes.js';
import type { CanonicalPart } from './canonical-bytes.js';
import type { EnvelopeHeader } from './envelope.js';
import type { CompartmentRef } from './tier.js';

/**
 * The one place a ciphertext may be read from. `revision` counts the writes of that row, so that an
 * old value cannot come back under a newer one.
 */
export interface FieldPlace extends CompartmentRef {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly revision: number;
}

/** Canonical bytes of a place under one key epoch and one algorithm (security.md § 8.5, A6). */
export function fieldPlaceBytes(place: FieldPlace, header: EnvelopeHeader): Buffer {
  const parts: readonly CanonicalPart[] = [
    'v1',
    'field',
    header.algorithm,
    ...compartmentParts(place),
    header.epoch,
    place.table,
    place.column,
    place.rowId,
    place.revision,
  ];
  return canonicalBytes(parts);
}
