import type { Actor } from '@kinward/platform';
import type { NeedActor } from '../domain/need-transitions.js';

const DESK_PARTS = ['CASEWORKER', 'COORDINATOR'] as const;

/** The parts somebody at a desk plays in the life of a need. */
export function deskPartsOf(actor: Actor): readonly NeedActor[] {
  return DESK_PARTS.filter((role) => actor.roles.has(role));
}
