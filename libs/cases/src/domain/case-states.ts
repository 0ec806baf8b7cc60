/** The states of a case, in the order of its life (domain.md C2). */
export const CASE_STATES = [
  'INTAKE',
  'SCREENING',
  'VERIFYING',
  'WAITLISTED',
  'ACTIVE',
  'PAUSED_BY_FAMILY',
  'CONTACT_LOST',
  'QUARANTINED',
  'TRANSITION',
  'CLOSED',
  'DECLINED',
  'TRANSFERRED',
  'ERASED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Where the work on a case is over; every other state is live and owes a next step with a date. */
export const ENDED_STATES = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED'] as const;

/** True for a case somebody still works on, a quarantined one included. */
export function isLive(state: CaseState): boolean {
  return !(ENDED_STATES as readonly CaseState[]).includes(state);
}
