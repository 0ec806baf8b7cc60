/** The states of somebody who wants to help, in the order of the way in (domain.md C6, Vetting). */
export const VETTING_STATES = [
  'APPLIED',
  'SCREENING',
  'REFERENCES',
  'INTERVIEW',
  'SECURITY_REVIEW',
  'TRAINING',
  'PROBATION',
  'ACTIVE',
  'RECHECK_DUE',
  'SUSPENDED',
  'DECLINED',
  'REVOKED',
  'RESIGNED',
] as const;
export type VettingState = (typeof VETTING_STATES)[number];

/** Before there is an account. */
export const APPLICATION_STATES = [
  'APPLIED',
  'SCREENING',
  'REFERENCES',
  'INTERVIEW',
  'SECURITY_REVIEW',
  'TRAINING',
] as const satisfies readonly VettingState[];

/** States that a re-check or a suspension leads back to. */
export const WORKING_STATES = ['PROBATION', 'ACTIVE'] as const satisfies readonly VettingState[];
export type WorkingState = (typeof WORKING_STATES)[number];

/** Nothing leads out of these. */
export const ENDED_VETTING_STATES = [
  'DECLINED',
  'REVOKED',
  'RESIGNED',
] as const satisfies readonly VettingState[];

/** V1 sees no personal data, V2 the least and for a time, V3 is trusted with one case. */
export const VOLUNTEER_TIERS = ['V1', 'V2', 'V3'] as const;
export type VolunteerTier = (typeof VOLUNTEER_TIERS)[number];

/** True where somebody in this state may be given tasks. */
export function isWorkingState(state: VettingState): state is WorkingState {
  return (WORKING_STATES as readonly VettingState[]).includes(state);
}
