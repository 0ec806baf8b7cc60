import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import type { CompartmentKeys } from '../domain/compartment-keys.js';
import { openField, sealField } from '../domain/sealed-field.js';

/** Which cell of which row; the compartment is added from the keys. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly revision: number;
}

/** Seals a value to its cell: one envelope per row and tier (performance.md § 2). */
export function sealJson(keys: CompartmentKeys, cell: Cell, value: unknown): Buffer {
  const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
  try {
    return sealField({
      dataKey: keys.dataKey,
      epoch: keys.epoch,
      place: { ...keys.compartment, ...cell },
      plaintext,
    });
  } finally {
    plaintext.fill(0);
  }
}

/** Opens what {@link sealJson} sealed into the same cell; everything else is INTEGRITY. */
export function openJson<Value>(
  keys: CompartmentKeys,
  cell: Cell,
  envelope: Buffer,
): Result<Value, IntegrityError> {
  const opened = openField({
    dataKey: keys.dataKey,
    epoch: keys.epoch,
    place: { ...keys.compartment, ...cell },
    envelope,
  });
  if (!opened.ok) return opened;
  try {
    return ok(JSON.parse(opened.value.toString('utf8')) as Value);
  } catch {
    return err(integrity());
  } finally {
    opened.value.fill(0);
  }
}
