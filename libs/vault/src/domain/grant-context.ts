import { canonicalBytes, compartmentParts } from './canonical-bytes.js';
import type { CanonicalPart } from './canonical-bytes.js';
import type { CompartmentRef } from './tier.js';

/**
 * Everything a grant says in clear: which key, from whom to whom, what for and until when. The same
 * bytes stand inside the sealed box, under the signature and in each outer layer, so that a changed
 * column is noticed by all of them. `expiresAt` is UTC and binds to the millisecond.
 */
export interface GrantContext {
  readonly grantId: string;
  readonly compartment: CompartmentRef;
  readonly epoch: number;
  readonly commitment: Buffer;
  readonly holderId: string;
  readonly granterId: string;
  readonly purpose: string;
  readonly expiresAt: Date;
  /** True where a lock key must be released first (decisions.md 2). */
  readonly isLocked: boolean;
}

/** Which of a grant's four bindings a byte string is for; none can stand in for another. */
export type GrantBinding = 'grant-content' | 'grant-signature' | 'grant-lock' | 'grant-outer';

/** Canonical bytes of a context for one binding, with further parts where the binding has them. */
export function grantContextBytes(
  binding: GrantBinding,
  context: GrantContext,
  ...further: readonly CanonicalPart[]
): Buffer {
  return canonicalBytes([
    'v1',
    `kinward/${binding}`,
    context.grantId,
    ...compartmentParts(context.compartment),
    context.epoch,
    context.commitment,
    context.holderId,
    context.granterId,
    context.purpose,
    context.expiresAt.getTime(),
    context.isLocked,
    ...further,
  ]);
}
