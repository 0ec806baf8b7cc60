import { ok } from '@kinward/kernel';
import type { Result } from '@kinward/kernel';
import { refuseGrant } from './grant-alert.js';
import type { GrantRefusal } from './grant-alert.js';
import type { SignedGrant } from './grant-box.js';
import { grantContextBytes } from './grant-context.js';
import type { GrantContext } from './grant-context.js';
import { unwrapLayer, wrapLayer } from './secret-layer.js';
import { SIGNATURE_BYTES } from './signature.js';

/** Keys of the keyring that a grant waits behind; neither ever lies in the main database. */
export interface GrantLayerKeys {
  /** Destroying it erases the case (security.md § 8.7). */
  readonly shredKey: Buffer;
  /** Given exactly where the grant is locked (decisions.md 2). */
  readonly lockKey: Buffer | null;
}

/** Puts the lock layer (if any) and the shred layer around a signed grant. */
export function wrapGrant(
  { signature, box }: SignedGrant,
  context: GrantContext,
  { shredKey, lockKey }: GrantLayerKeys,
): Buffer {
  const signed = Buffer.concat([signature, box]);
  const content =
    lockKey === null
      ? signed
      : wrapLayer({
          key: lockKey,
          content: signed,
          associatedData: grantContextBytes('grant-lock', context),
        });
  return wrapLayer({
    key: shredKey,
    content,
    associatedData: grantContextBytes('grant-outer', context),
  });
}

/** Takes the layers off again. A locked grant without its lock key is refused, and the reverse. */
export function unwrapGrant(
  envelope: Buffer,
  context: GrantContext,
  { shredKey, lockKey }: GrantLayerKeys,
): Result<SignedGrant, GrantRefusal> {
  const content = unwrapLayer({
    key: shredKey,
    layer: envelope,
    associatedData: grantContextBytes('grant-outer', context),
  });
  if (content === null) return refuseGrant('OUTER_LAYER');
  if (context.isLocked !== (lockKey !== null)) return refuseGrant('LOCK_LAYER');
  const signed =
    lockKey === null
      ? content
      : unwrapLayer({
          key: lockKey,
          layer: content,
          associatedData: grantContextBytes('grant-lock', context),
        });
  if (signed === null) return refuseGrant('LOCK_LAYER');
  if (signed.length <= SIGNATURE_BYTES) return refuseGrant('GRANT_SIGNATURE');
  return ok({
    signature: signed.subarray(0, SIGNATURE_BYTES),
    box: signed.subarray(SIGNATURE_BYTES),
  });
}
