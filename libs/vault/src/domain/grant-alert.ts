import { err } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';

/**
 * Which check turned a grant down. For the alarm and the audit only: the answer to the outside is the
 * same INTEGRITY for all of them. Carries no key, no id and no text of the grant.
 */
export const GRANT_ALERTS = [
  'OUTER_LAYER',
  'LOCK_LAYER',
  'GRANT_SIGNATURE',
  'GRANTER_CERTIFICATE',
  'GRANTER_MAY_NOT_GRANT',
  'GRANTER_TIER',
  'HOLDER_CERTIFICATE',
  'HOLDER_TIER',
  'SEALED_BOX',
  'CONTEXT',
  'EXPIRED',
  'COMMITMENT',
] as const;
export type GrantAlert = (typeof GRANT_ALERTS)[number];

export interface GrantRefusal extends IntegrityError {
  readonly alert: GrantAlert;
}

export function refuseGrant(alert: GrantAlert): Result<never, GrantRefusal> {
  return err({ kind: 'INTEGRITY', alert });
}
