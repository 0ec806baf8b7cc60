/** The states of a need, in the order of its life (domain.md C3). */
export const NEED_STATES = [
  'DRAFT',
  'SUBMITTED',
  'ASSESSED',
  'APPROVED',
  'WAITING_FUNDS',
  'FUNDED',
  'IN_DELIVERY',
  'DELIVERED',
  'CONFIRMED',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
  'SUSPENDED',
  'UNMET',
] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** Where nobody works on a need any more. */
export const ENDED_NEED_STATES = [
  'CONFIRMED',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
  'UNMET',
] as const satisfies readonly NeedState[];

/** Everything that is not ended: what the queue shows. */
export const OPEN_NEED_STATES: readonly NeedState[] = NEED_STATES.filter(
  (state) => !(ENDED_NEED_STATES as readonly NeedState[]).includes(state),
);

/** The states "before DELIVERED" of domain.md C3, without SUSPENDED itself. */
export const BEFORE_DELIVERED = [
  'DRAFT',
  'SUBMITTED',
  'ASSESSED',
  'APPROVED',
  'WAITING_FUNDS',
  'FUNDED',
  'IN_DELIVERY',
] as const satisfies readonly NeedState[];
