import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IntakeState, IntakeSource } from '../domain/intake-states.js';

/** One request of a family before it is a case: codes in clear, words sealed to the intake key. */
@Entity('intake_request')
export class IntakeRequestRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  source!: IntakeSource;

  @Column('bytea', { name: 'submission_key' })
  submissionKey!: Buffer;

  @Column('bytea', { name: 'root_key' })
  rootKey!: Buffer;

  @Column('text')
  state!: IntakeState;

  /** Path in the form of the first value that could not be read. */
  @Column('text', { name: 'problem_field', nullable: true })
  problemField!: string | null;

  @Column('text', { name: 'problem_code', nullable: true })
  problemCode!: string | null;

  @Column('text', { array: true, default: '{}' })
  warnings!: string[];

  @Column('text', { nullable: true })
  region!: string | null;

  /** What the family ticked: a claim, not a decision (decision 22). */
  @Column('text', { name: 'need_codes', array: true, default: '{}' })
  needCodes!: string[];

  /** Whether a sum was named; the sum itself is sealed. */
  @Column('boolean', { name: 'amount_claimed', default: false })
  amountClaimed!: boolean;

  @Column('date', { name: 'wanted_by', nullable: true })
  wantedBy!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('jsonb', { nullable: true })
  points!: Readonly<Record<string, number>> | null;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('date', { name: 'received_on' })
  receivedOn!: string;

  /** The earlier version of the same submission, which waited when this one came. */
  @Column('uuid', { nullable: true })
  supersedes!: string | null;

  /** When this version took the place of that one. */
  @Column('date', { name: 'corrected_on', nullable: true })
  correctedOn!: string | null;

  /** Null once a screener has moved the words into the case. */
  @Column('bytea', { name: 'sealed_t0', nullable: true })
  sealedT0!: Buffer | null;

  @Column('bytea', { name: 'sealed_t1', nullable: true })
  sealedT1!: Buffer | null;

  @Column('integer', { name: 'sealed_revision', default: 1 })
  sealedRevision!: number;

  /** A later version of the words, for somebody to compare; never written over the case. */
  @Column('bytea', { name: 'proposed_t0', nullable: true })
  proposedT0!: Buffer | null;

  @Column('bytea', { name: 'proposed_t1', nullable: true })
  proposedT1!: Buffer | null;

  @Column('integer', { name: 'proposed_revision', default: 0 })
  proposedRevision!: number;

  @Column('date', { name: 'proposed_on', nullable: true })
  proposedOn!: string | null;

  /** Why the later version cannot be read, or that it takes the consent back. */
  @Column('text', { name: 'proposed_problem', nullable: true })
  proposedProblem!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('date', { name: 'answer_due_on', nullable: true })
  answerDueOn!: string | null;

  /** Who has taken the card. */
  @Column('uuid', { name: 'screener_id', nullable: true })
  screenerId!: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn!: string | null;

  /** Last day on which somebody else may put a refused request back. */
  @Column('date', { name: 'appeal_until', nullable: true })
  appealUntil!: string | null;

  /** What comparing it in memory found; null before anybody compared. */
  @Column('boolean', { name: 'maybe_duplicate', nullable: true })
  maybeDuplicate!: boolean | null;

  /** Whoever refused it once does not decide on it again. */
  @Column('uuid', { name: 'declined_by', nullable: true })
  declinedBy!: string | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** The request as it was accepted, under the keys of its case. */
  @Column('bytea', { name: 'kept_t0', nullable: true })
  keptT0!: Buffer | null;

  @Column('bytea', { name: 'kept_t1', nullable: true })
  keptT1!: Buffer | null;

  @Column('integer', { name: 'kept_revision', default: 1 })
  keptRevision!: number;
}
