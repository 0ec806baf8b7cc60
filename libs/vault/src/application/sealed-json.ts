import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import { writeOnlyKeyPair, type CompartmentKeys } from '../domain/compartment-keys.js';
import { openField, sealField } from '../domain/sealed-field.js';
import { openWriteOnly } from '../domain/write-only-seal.js';

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
  return opened.ok ? parse<Value>(opened.value) : opened;
}

/** Opens what somebody sealed to the compartment's public key without being able to read it. */
export function openWriteOnlyJson<Value>(
  keys: CompartmentKeys,
  cell: Cell,
  envelope: Buffer,
): Result<Value, IntegrityError> {
  const keyPair = writeOnlyKeyPair(keys.dataKey);
  const place = { ...keys.compartment, ...cell };
  const opened = openWriteOnly({ keyPair, epoch: keys.epoch, place, envelope });
  keyPair.secretKey.fill(0);
  return opened.ok ? parse<Value>(opened.value) : opened;
}

function parse<Value>(plaintext: Buffer): Result<Value, IntegrityError> {
  try {
    return ok(JSON.parse(plaintext.toString('utf8')) as Value);
  } catch {
    return err(integrity());
  } finally {
    plaintext.fill(0);
  }
}
