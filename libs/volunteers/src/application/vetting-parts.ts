import type { Actor } from '@kinward/platform';
import type { VettingActor } from '../domain/vetting-transitions.js';

/** What somebody may do in a vetting, by the roles of the desk. Volunteers move nobody but themselves. */
export function vettingPartsOf(actor: Actor, subjectId: string | null): VettingActor[] {
  const parts: VettingActor[] = [];
  if (actor.roles.has('COORDINATOR')) parts.push('COORDINATOR');
  if (actor.roles.has('SECURITY_OFFICER')) parts.push('SECURITY');
  if (actor.roles.has('ADMINISTRATOR')) parts.push('ADMINISTRATOR', 'PANEL');
  if (actor.roles.has('CASEWORKER')) parts.push('COLLEAGUE', 'PANEL');
  if (actor.roles.has('VOLUNTEER') && actor.personId === subjectId) parts.push('VOLUNTEER');
  return parts;
}
