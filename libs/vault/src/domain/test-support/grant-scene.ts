import { generateCompartmentKeys } from '../compartment-keys.js';
import type { CompartmentKeys } from '../compartment-keys.js';
import { sealGrant } from '../grant.js';
import type { GrantRow, OpenGrantInput } from '../grant.js';
import { closeGrantBox, signGrant } from '../grant-box.js';
import type { GrantContext } from '../grant-context.js';
import { wrapGrant } from '../grant-layers.js';
import { demoCompartment, demoId, demoKey } from './fixtures.js';
import { demoExpiry, demoNow, demoTrusteeKeys, makeActor } from './grant-cast.js';
import type { Actor } from './grant-cast.js';

export const shredKey = demoKey(50);
export const lockKey = demoKey(51);
export const granter = makeActor(20, 'STAFF', 20);
export const holder = makeActor(21, 'STAFF', 21);
export const stranger = makeActor(22);
export const probationer = makeActor(23, 'PROBATION');

/** A proper grant of one key, as the granter makes it. */
export function properGrant(
  keys: CompartmentKeys = generateCompartmentKeys(demoCompartment),
  change: Partial<Parameters<typeof sealGrant>[0]> = {},
): GrantRow {
  const sealed = sealGrant({
    grantId: demoId(30),
    keys,
    granter: granter.certified,
    granterSigningKey: granter.keys.secretKeys.signing,
    holder: holder.certified,
    purpose: 'CASE_WORK',
    expiresAt: demoExpiry,
    now: demoNow,
    shredKey,
    lockKey: null,
    ...change,
  });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error));
  return sealed.value;
}

/** What the holder's request hands to `openGrant`, changed where a test says so. */
export function opening(row: GrantRow, change: Partial<OpenGrantInput> = {}): OpenGrantInput {
  return {
    row,
    granter: granter.presented,
    holder: holder.presented,
    holderSecretKeys: holder.keys.secretKeys,
    commitment: row.context.commitment,
    trusteePublicKeys: demoTrusteeKeys,
    now: demoNow,
    shredKey,
    lockKey: null,
    ...change,
  };
}

/** A grant with any part chosen by a forger who even holds the keyring. */
export function forgeGrant(parts: {
  readonly context: GrantContext;
  readonly dataKey: Buffer;
  readonly inside?: GrantContext;
  readonly signedContext?: GrantContext;
  readonly signer?: Actor;
  readonly recipient?: Actor;
  readonly signature?: Buffer;
}): GrantRow {
  const { context, dataKey } = parts;
  const box = closeGrantBox({
    holderPublicKey: (parts.recipient ?? holder).keys.publicKeys.encryption,
    dataKey,
    context: parts.inside ?? context,
  });
  const signingKey = (parts.signer ?? granter).keys.secretKeys.signing;
  const signed = signGrant(box, parts.signedContext ?? context, signingKey);
  const signature = parts.signature ?? signed.signature;
  return { context, envelope: wrapGrant({ signature, box }, context, { shredKey, lockKey: null }) };
}
