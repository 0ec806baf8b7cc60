import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NeedState } from '../domain/need-states.js';
import type { PeopleReached } from '../domain/people-reached.js';
import type { Priority } from '../domain/priority.js';
import type { TriagePoints } from '../domain/triage-score.js';
import { minorUnits } from './minor-units.js';

/** One codified, priced, dated request of a family: work data in clear, words sealed (decision 1). */
@Entity('need')
export class NeedRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  state!: NeedState;

  @Column('text', { name: 'state_before_suspension', nullable: true })
  stateBeforeSuspension!: NeedState | null;

  /** Null before screening: what an intake claims is not a priority (decision 22). */
  @Column('text', { nullable: true })
  priority!: Priority | null;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text', { default: 'EUR' })
  currency!: string;

  @Column('text')
  region!: string;

  @Column('date', { name: 'due_day', nullable: true })
  dueDay!: string | null;

  @Column('date', { name: 'asked_on' })
  askedOn!: string;

  @Column('text', { name: 'channel_class', nullable: true })
  channelClass!: string | null;

  /** The result of the delivery rules, not the reason (decision 6): A allowed, S with clearance. */
  @Column('text', { nullable: true })
  clearance!: string | null;

  @Column('integer', { nullable: true })
  score!: number | null;

  @Column('text', { name: 'score_version', nullable: true })
  scoreVersion!: string | null;

  @Column('jsonb', { name: 'score_points', nullable: true })
  scorePoints!: TriagePoints | null;

  @Column('timestamptz', { name: 'clock_started_at', nullable: true })
  clockStartedAt!: Date | null;

  @Column('timestamptz', { name: 'answer_due_at', nullable: true })
  answerDueAt!: Date | null;

  @Column('timestamptz', { name: 'action_due_at', nullable: true })
  actionDueAt!: Date | null;

  /** Null for a claim that was imported and nobody has screened yet. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  /** Everybody who wrote the request after its author; none of them decides on it. */
  @Column('uuid', { name: 'maker_ids', array: true, default: '{}' })
  makerIds!: string[];

  @Column('uuid', { name: 'screened_by', nullable: true })
  screenedBy!: string | null;

  @Column('uuid', { name: 'assessed_by', nullable: true })
  assessedBy!: string | null;

  /** The first of two signatures, above the ceiling of the code (decision 16). */
  @Column('uuid', { name: 'first_approver_id', nullable: true })
  firstApproverId!: string | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('text', { name: 'duplicate_answer', nullable: true })
  duplicateAnswer!: string | null;

  @Column('text', { name: 'required_evidence', nullable: true })
  requiredEvidence!: string | null;

  @Column('jsonb')
  reach!: PeopleReached;

  /** The only link to money; random, and nowhere else next to a case. */
  @Column('uuid', { name: 'funding_reference', unique: true })
  fundingReference!: string;

  @Column('bigint', { name: 'reserved_minor', default: 0, transformer: minorUnits })
  reservedMinor!: bigint;

  /** Money that has left for this need and has not come back. */
  @Column('bigint', { name: 'released_minor', default: 0, transformer: minorUnits })
  releasedMinor!: bigint;

  @Column('bigint', { name: 'delivered_minor', default: 0, transformer: minorUnits })
  deliveredMinor!: bigint;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn!: string | null;

  @Column('uuid', { name: 'recurrence_id', nullable: true })
  recurrenceId!: string | null;

  @Column('integer', { name: 'recurrence_period', nullable: true })
  recurrencePeriod!: number | null;

  /** The call-out that it was written by. */
  @Column('uuid', { name: 'call_out_id', nullable: true })
  callOutId!: string | null;

  /** Null for a need that a template made: no job can seal. */
  @Column('bytea', { name: 'sealed_t1', nullable: true })
  sealedT1!: Buffer | null;

  /** Counts the writes of the envelope, which are fewer than those of the row. */
  @Column('integer', { name: 'sealed_revision', default: 1 })
  sealedRevision!: number;

  @Column('integer', { default: 1 })
  version!: number;
}
