import { daysBetween } from '../domain/day.js';
import type { VettingState, WorkingState } from '../domain/vetting-states.js';
import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';

/** Whoever is being vetted, before or after there is an account. */
export interface VettingSubject {
  /** Of the application, or of the volunteer's account: under it signatures are kept. */
  readonly id: string;
  readonly applicationId: string | null;
  readonly personId: string | null;
  readonly state: VettingState;
  readonly resumeState: WorkingState | null;
  readonly country: string;
  readonly probationDays: number;
  readonly verifiedTasks: number;
  readonly recheckInDays: number | null;
  readonly isTrusted: boolean;
}

export function applicationSubject(row: VolunteerApplicationRow): VettingSubject {
  const { id, personId, state, country } = row;
  return {
    id,
    applicationId: id,
    personId,
    state,
    resumeState: null,
    country,
    probationDays: 0,
    verifiedTasks: 0,
    recheckInDays: null,
    isTrusted: false,
  };
}

/** @param today in the organisation's zone */
export function volunteerSubject(row: VolunteerRow, today: string): VettingSubject {
  const { personId, applicationId, state, resumeState, country, verifiedTasks } = row;
  return {
    id: personId,
    applicationId,
    personId,
    state,
    resumeState,
    country,
    probationDays: row.probationFrom === null ? 0 : daysBetween(row.probationFrom, today),
    verifiedTasks,
    recheckInDays: row.recheckDueDay === null ? null : daysBetween(today, row.recheckDueDay),
    isTrusted: row.tier === 'V3',
  };
}
