import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VettingState, VolunteerTier, WorkingState } from '../domain/vetting-states.js';

/** Somebody who helps and has an account; names stand with the account, sealed. */
@Entity('volunteer')
export class VolunteerRow {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('text')
  state!: VettingState;

  @Column('date', { name: 'state_since' })
  stateSince!: string;

  @Column('text', { name: 'resume_state', nullable: true })
  resumeState!: WorkingState | null;

  /** How the account stood before a suspension. */
  @Column('text', { name: 'resume_standing', nullable: true })
  resumeStanding!: 'PROBATION' | 'ACTIVE' | null;

  @Column('text', { nullable: true })
  tier!: VolunteerTier | null;

  @Column('uuid', { name: 'trusted_case_id', nullable: true })
  trustedCaseId!: string | null;

  @Column('text')
  country!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { array: true, default: '{}' })
  languages!: string[];

  @Column('text', { array: true, default: '{}' })
  skills!: string[];

  @Column('text', { array: true, default: '{}' })
  refuses!: string[];

  @Column('smallint', { name: 'quiet_from', nullable: true })
  quietFrom!: number | null;

  @Column('smallint', { name: 'quiet_to', nullable: true })
  quietTo!: number | null;

  @Column('date', { name: 'away_until', nullable: true })
  awayUntil!: string | null;

  @Column('date', { name: 'probation_from', nullable: true })
  probationFrom!: string | null;

  @Column('integer', { name: 'verified_tasks', default: 0 })
  verifiedTasks!: number;

  @Column('date', { name: 'recheck_due_day', nullable: true })
  recheckDueDay!: string | null;

  @Column('text', { name: 'recheck_reason', nullable: true })
  recheckReason!: string | null;

  @Column('smallint', { name: 'open_task_limit', default: 3 })
  openTaskLimit!: number;

  @Column('integer', { default: 1 })
  version!: number;
}
