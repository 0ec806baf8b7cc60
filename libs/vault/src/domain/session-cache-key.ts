import sodium from 'sodium-native';
import { err, integrity, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { canonicalBytes, compartmentParts } from './canonical-bytes.js';
import { DATA_KEY_BYTES, isCommittedKey } from './compartment-keys.js';
import type { CompartmentKeys } from './compartment-keys.js';
import { unwrapLayer, wrapLayer } from './secret-layer.js';
import type { CompartmentRef } from './tier.js';

/** Which opened grant a cached key stands for, in which session. */
export interface CachedGrant {
  readonly sessionIdHash: Buffer;
  readonly holderId: string;
  readonly grantId: string;
  /** UTC; bound, so that nobody who writes to the database prolongs a grant that was already opened. */
  readonly expiresAt: Date;
}

/** Where a cached key belongs: one grant in one session, one epoch of one compartment. */
export interface CachedKeyPlace extends CachedGrant {
  readonly compartment: CompartmentRef;
  readonly epoch: number;
  readonly commitment: Buffer;
}

/**
 * Keeps an opened compartment key for the rest of one session, so that a page of cases costs a
 * symmetric operation each and not a sealed box (decisions.md 7). The cached key proves nothing about
 * access: every read still joins the live grant.
 */
export function wrapForSession(
  input: CachedGrant & { readonly cacheKey: Buffer; readonly keys: CompartmentKeys },
): Buffer {
  const { cacheKey, keys } = input;
  return wrapLayer({
    key: cacheKey,
    content: keys.dataKey,
    associatedData: cachedKeyPlaceBytes({ ...keys, ...input }),
  });
}

/** Opens a cached key; another session, holder, grant, end, compartment or epoch answers INTEGRITY. */
export function unwrapForSession(
  input: CachedKeyPlace & { readonly cacheKey: Buffer; readonly wrapped: Buffer },
): Result<CompartmentKeys, IntegrityError> {
  const { compartment, epoch, commitment } = input;
  const dataKey = unwrapLayer({
    key: input.cacheKey,
    layer: input.wrapped,
    associatedData: cachedKeyPlaceBytes(input),
  });
  if (dataKey === null) return err(integrity());
  if (dataKey.length !== DATA_KEY_BYTES || !isCommittedKey(dataKey, commitment)) {
    sodium.sodium_memzero(dataKey);
    return err(integrity());
  }
  return ok({ compartment, epoch, dataKey, commitment });
}

function cachedKeyPlaceBytes(place: CachedKeyPlace): Buffer {
  return canonicalBytes([
    'v1',
    'session-cache',
    place.sessionIdHash,
    place.holderId,
    place.grantId,
    place.expiresAt.getTime(),
    ...compartmentParts(place.compartment),
    place.epoch,
    place.commitment,
  ]);
}
