import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';

/** Nothing is left of what stood under the inbox's key. */
export const DESTROYED_COPY = {
  sealedT0: null,
  sealedT1: null,
} as const satisfies Partial<IntakeRequestRow>;

/** Nothing is left of a later version either. */
export const DESTROYED_PROPOSAL = {
  proposedT0: null,
  proposedT1: null,
  proposedOn: null,
  proposedProblem: null,
} as const satisfies Partial<IntakeRequestRow>;
