import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from '../domain/case-states.js';

/** One family's file: work data in clear, the story sealed. */
@Entity('case_file')
export class CaseFileRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  codename!: string;

  @Column('text')
  state!: CaseState;

  @Column('date', { name: 'state_since' })
  stateSince!: string;

  @Column('text')
  region!: string;

  @Column('date', { name: 'opened_day' })
  openedDay!: string;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('uuid', { name: 'deputy_id', nullable: true })
  deputyId!: string | null;

  /** Since when these two have been on the case; null before anybody was put on it by somebody else. */
  @Column('date', { name: 'assigned_on', nullable: true })
  assignedOn!: string | null;

  @Column('date', { name: 'deputy_named_on', nullable: true })
  deputyNamedOn!: string | null;

  @Column('uuid', { name: 'verified_by', nullable: true })
  verifiedBy!: string | null;

  @Column('text', { name: 'evidence_class', nullable: true })
  evidenceClass!: string | null;

  @Column('date', { name: 'verification_due_day', nullable: true })
  verificationDueDay!: string | null;

  @Column('integer', { name: 'contact_rhythm_days' })
  contactRhythmDays!: number;

  @Column('date', { name: 'last_confirmed_contact_day', nullable: true })
  lastConfirmedContactDay!: string | null;

  @Column('text', { name: 'next_step_kind', nullable: true })
  nextStepKind!: string | null;

  @Column('date', { name: 'next_step_due_day', nullable: true })
  nextStepDueDay!: string | null;

  @Column('date', { name: 'retention_due_day', nullable: true })
  retentionDueDay!: string | null;

  /** Months of the plan after a release or a relocation, while one runs. */
  @Column('integer', { name: 'transition_plan_months', nullable: true })
  transitionPlanMonths!: number | null;

  /** Codenames before a reopening; nothing before the first one. */
  @Column('bytea', { name: 'sealed_t0', nullable: true })
  sealedT0!: Buffer | null;

  /** Null before a screener has taken the request on: nobody holds keys of the case yet (decision 22). */
  @Column('bytea', { name: 'sealed_t1', nullable: true })
  sealedT1!: Buffer | null;

  @Column('integer', { default: 1 })
  version!: number;
}
