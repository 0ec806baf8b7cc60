import sodium from 'sodium-native';
import { canonicalBytes, compartmentParts } from './canonical-bytes.js';
import type { CompartmentKeys } from './compartment-keys.js';
import { closeSealedBox } from './sealed-box.js';

/**
 * Seals a compartment's key to the organisation's recovery public key (security.md § 8.8,
 * decisions.md 3): the 32 key bytes, then the canonical place they belong to. The secret half exists
 * only in shares of the trustees; nothing in this code can open what it makes. The caller takes the
 * public key from configuration, not from the database.
 */
export function sealForRecovery(keys: CompartmentKeys, recoveryPublicKey: Buffer): Buffer {
  const content = Buffer.concat([keys.dataKey, recoveryPlaceBytes(keys)]);
  const box = closeSealedBox(recoveryPublicKey, content);
  sodium.sodium_memzero(content);
  return box;
}

/** What stands behind the key inside a recovery box; the commitment tells a wrong key from a right one. */
export function recoveryPlaceBytes(keys: Omit<CompartmentKeys, 'dataKey'>): Buffer {
  const { compartment, epoch, commitment } = keys;
  return canonicalBytes(['v1', 'recovery', ...compartmentParts(compartment), epoch, commitment]);
}
