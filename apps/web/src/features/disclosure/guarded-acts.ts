import type { GuardedCasesQuery } from './oversight.documents';

/** A case as the security desk sees it. */
export type GuardedCase = GuardedCasesQuery['guardedCases']['edges'][number]['node'];

/** What the security desk may do to a case. */
export type GuardedAct = 'QUARANTINE' | 'LIFT_QUARANTINE';

/** States out of which a case goes into quarantine; a spec compares them with the domain. */
export const FROM_HERE: readonly string[] = [
  'INTAKE',
  'SCREENING',
  'VERIFYING',
  'WAITLISTED',
  'ACTIVE',
  'PAUSED_BY_FAMILY',
  'CONTACT_LOST',
  'TRANSITION',
];

/** Reasons for a quarantine. */
export const QUARANTINE_REASONS = [
  'SEARCH',
  'INTERROGATION',
  'ARREST_IN_HOUSEHOLD',
  'DEVICE_SEIZED',
  'CHANNEL_COMPROMISED',
  'PROVOCATION_SUSPECTED',
  'HELPER_UNDER_PRESSURE',
  'PARTNER_INCIDENT',
  'DATA_EXPOSED',
] as const;

/** The one act that a state allows, if any. */
export function actOf(state: string): GuardedAct | null {
  if (state === 'QUARANTINED') return 'LIFT_QUARANTINE';
  return FROM_HERE.includes(state) ? 'QUARANTINE' : null;
}
