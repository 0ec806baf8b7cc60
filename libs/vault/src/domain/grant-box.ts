import { createHash } from 'node:crypto';
import sodium from 'sodium-native';
import { DATA_KEY_BYTES } from './compartment-keys.js';
import { grantContextBytes } from './grant-context.js';
import type { GrantContext } from './grant-context.js';
import { closeSealedBox } from './sealed-box.js';
import { isSignedBy, signStatement } from './signature.js';

/** A sealed box and the granter's signature over it, before any outer layer. */
export interface SignedGrant {
  readonly signature: Buffer;
  readonly box: Buffer;
}

/**
 * Seals a data key to its holder: the 32 key bytes, then the canonical context. The key stands beside
 * the CBOR and not in it, so that no copy stays behind in an encoder's buffers.
 */
export function closeGrantBox(input: {
  readonly holderPublicKey: Buffer;
  readonly dataKey: Buffer;
  readonly context: GrantContext;
}): Buffer {
  const context = grantContextBytes('grant-content', input.context);
  const content = Buffer.concat([input.dataKey, context]);
  const box = closeSealedBox(input.holderPublicKey, content);
  sodium.sodium_memzero(content);
  return box;
}

/** The key of an opened box, or `null` where the context inside is not that of the row. */
export function dataKeyOfContent(content: Buffer, context: GrantContext): Buffer | null {
  const expected = grantContextBytes('grant-content', context);
  if (!content.subarray(DATA_KEY_BYTES).equals(expected)) return null;
  const dataKey = Buffer.alloc(DATA_KEY_BYTES);
  content.copy(dataKey, 0, 0, DATA_KEY_BYTES);
  return dataKey;
}

/** Ed25519 over the context in clear and SHA-256 of the box (security.md § 8.5). */
export function signGrant(box: Buffer, context: GrantContext, signingKey: Buffer): SignedGrant {
  return { signature: signStatement(grantStatement(box, context), signingKey), box };
}

/** True where the granter's key signed exactly this box for exactly this context. */
export function isGrantSignedBy(
  grant: SignedGrant,
  context: GrantContext,
  granterPublicKey: Buffer,
): boolean {
  return isSignedBy(granterPublicKey, grantStatement(grant.box, context), grant.signature);
}

function grantStatement(box: Buffer, context: GrantContext): Buffer {
  const boxHash = createHash('sha256').update(box).digest();
  return grantContextBytes('grant-signature', context, boxHash);
}
