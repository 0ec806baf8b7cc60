import sodium from 'sodium-native';
import { mayGrant, mayHoldT0, verifyCertificate } from '@kinward/identity';
import type {
  CertifiedPerson,
  ClearanceLevel,
  PersonPublicKeys,
  PersonSecretKeys,
} from '@kinward/identity';
import { err, ok, refused } from '@kinward/kernel';
import type { RefusedError, Result } from '@kinward/kernel';
import { isCommittedKey } from './compartment-keys.js';
import type { CompartmentKeys } from './compartment-keys.js';
import { refuseGrant } from './grant-alert.js';
import type { GrantRefusal } from './grant-alert.js';
import { closeGrantBox, dataKeyOfContent, isGrantSignedBy, signGrant } from './grant-box.js';
import type { GrantContext } from './grant-context.js';
import { unwrapGrant, wrapGrant } from './grant-layers.js';
import type { GrantLayerKeys } from './grant-layers.js';
import { openSealedBox } from './sealed-box.js';
import type { Tier } from './tier.js';

/** Longest life of a grant, in days; need-to-know is asked again after it (security.md § 8.5). */
export const MAX_GRANT_DAYS = 90;

const DAY_MS = 86_400_000;

/** A grant as it lies in the database: its columns and its envelope. */
export interface GrantRow {
  readonly context: GrantContext;
  readonly envelope: Buffer;
}

/** A person's row as read from the database; nothing of it counts before the certificate is checked. */
export interface PresentedCertificate {
  readonly certificate: Buffer;
  readonly publicKeys: PersonPublicKeys;
}

export type SealGrantInput = GrantLayerKeys & {
  readonly grantId: string;
  readonly keys: CompartmentKeys;
  readonly granter: CertifiedPerson;
  readonly granterSigningKey: Buffer;
  /** Certified, so that a swapped public key never receives anything (A7). */
  readonly holder: CertifiedPerson;
  readonly purpose: string;
  readonly expiresAt: Date;
  readonly now: Date;
};

/**
 * Passes a compartment's key to one person, for one purpose, until a date (security.md § 8.5).
 *
 * Refuses with GRANTER_MAY_NOT_GRANT, GRANTER_TIER, HOLDER_TIER (decisions.md 3) or GRANT_EXPIRY (in
 * the past, or more than 90 days away).
 */
export function sealGrant(input: SealGrantInput): Result<GrantRow, RefusedError> {
  const { keys, granter, holder } = input;
  const { tier } = keys.compartment;
  if (!mayGrant(granter.level)) return err(refused('GRANTER_MAY_NOT_GRANT'));
  if (!mayHold(granter.level, tier)) return err(refused('GRANTER_TIER'));
  if (!mayHold(holder.level, tier)) return err(refused('HOLDER_TIER'));
  if (!isAllowedExpiry(input.expiresAt, input.now)) return err(refused('GRANT_EXPIRY'));
  const context: GrantContext = {
    grantId: input.grantId,
    compartment: keys.compartment,
    epoch: keys.epoch,
    commitment: keys.commitment,
    holderId: holder.personId,
    granterId: granter.personId,
    purpose: input.purpose,
    expiresAt: input.expiresAt,
    isLocked: input.lockKey !== null,
  };
  const box = closeGrantBox({
    holderPublicKey: holder.publicKeys.encryption,
    dataKey: keys.dataKey,
    context,
  });
  const signed = signGrant(box, context, input.granterSigningKey);
  return ok({ context, envelope: wrapGrant(signed, context, input) });
}

export type OpenGrantInput = GrantLayerKeys & {
  readonly row: GrantRow;
  readonly granter: PresentedCertificate;
  readonly holder: PresentedCertificate;
  readonly holderSecretKeys: Pick<PersonSecretKeys, 'encryption'>;
  /** The epoch's own commitment, from the compartment's row. */
  readonly commitment: Buffer;
  /** Pinned in configuration, never read from the database. */
  readonly trusteePublicKeys: readonly Buffer[];
  readonly now: Date;
};

/**
 * Opens a grant. The order of the checks is fixed (security.md § 8.5): layers, granter's signature,
 * granter's certificate and level, holder's certificate and level, context inside, expiry,
 * commitment. Every failure is INTEGRITY; `alert` names the check for the alarm only.
 */
export function openGrant(input: OpenGrantInput): Result<CompartmentKeys, GrantRefusal> {
  const { row, granter, holder } = input;
  const { context } = row;
  const unwrapped = unwrapGrant(row.envelope, context, input);
  if (!unwrapped.ok) return unwrapped;
  const signed = unwrapped.value;
  if (!isGrantSignedBy(signed, context, granter.publicKeys.signing)) {
    return refuseGrant('GRANT_SIGNATURE');
  }
  const standing = checkStanding(input);
  if (!standing.ok) return standing;
  const keyPair = {
    publicKey: holder.publicKeys.encryption,
    secretKey: input.holderSecretKeys.encryption,
  };
  const content = openSealedBox(keyPair, signed.box);
  if (content === null) return refuseGrant('SEALED_BOX');
  const dataKey = dataKeyOfContent(content, context);
  sodium.sodium_memzero(content);
  if (dataKey === null) return refuseGrant('CONTEXT');
  const fault = faultOf(input, dataKey);
  if (fault !== null) {
    sodium.sodium_memzero(dataKey);
    return refuseGrant(fault);
  }
  const { compartment, epoch, commitment } = context;
  return ok({ compartment, epoch, dataKey, commitment });
}

/** Both certificates and what their levels allow, the granter's first. */
function checkStanding(input: OpenGrantInput): Result<void, GrantRefusal> {
  const { granter, holder, trusteePublicKeys, now } = input;
  const { granterId, holderId, compartment } = input.row.context;
  const trust = { trusteePublicKeys, now };
  const granting = verifyCertificate({ ...granter, ...trust, personId: granterId });
  if (!granting.ok) return refuseGrant('GRANTER_CERTIFICATE');
  if (!mayGrant(granting.value.level)) return refuseGrant('GRANTER_MAY_NOT_GRANT');
  if (!mayHold(granting.value.level, compartment.tier)) return refuseGrant('GRANTER_TIER');
  const holding = verifyCertificate({ ...holder, ...trust, personId: holderId });
  if (!holding.ok) return refuseGrant('HOLDER_CERTIFICATE');
  if (!mayHold(holding.value.level, compartment.tier)) return refuseGrant('HOLDER_TIER');
  return ok();
}

function faultOf(input: OpenGrantInput, dataKey: Buffer): 'EXPIRED' | 'COMMITMENT' | null {
  const { context } = input.row;
  // Written so that a date that is not one counts as past.
  if (!(input.now < context.expiresAt)) return 'EXPIRED';
  const isCommitted =
    context.commitment.equals(input.commitment) && isCommittedKey(dataKey, input.commitment);
  return isCommitted ? null : 'COMMITMENT';
}

function mayHold(level: ClearanceLevel, tier: Tier): boolean {
  return tier === 'T1' || mayHoldT0(level);
}

function isAllowedExpiry(expiresAt: Date, now: Date): boolean {
  const life = expiresAt.getTime() - now.getTime();
  return life > 0 && life <= MAX_GRANT_DAYS * DAY_MS;
}
