/** The states of a disbursement, in the order of its life (domain.md C4). */
export const DISBURSEMENT_STATES = [
  'DRAFT',
  'PENDING_SECURITY',
  'PENDING_APPROVAL',
  'APPROVED',
  'RELEASED',
  'IN_TRANSIT',
  'DELIVERED',
  'EVIDENCED',
  'RECONCILED',
  'BLOCKED',
  'REJECTED',
  'CANCELLED',
  'FROZEN',
  'FAILED',
  'RETURNED',
  'LOST_OR_SEIZED',
  'DISPUTED',
] as const;
export type DisbursementState = (typeof DISBURSEMENT_STATES)[number];

/** Nothing has left yet: the reservation is spoken for, and an edit is still possible. */
export const OPEN_STATES = [
  'DRAFT',
  'PENDING_SECURITY',
  'PENDING_APPROVAL',
  'APPROVED',
  'FROZEN',
] as const satisfies readonly DisbursementState[];

/** States that a freeze stops (domain.md C4). */
export const FREEZABLE_STATES = [
  'PENDING_SECURITY',
  'PENDING_APPROVAL',
  'APPROVED',
] as const satisfies readonly DisbursementState[];
