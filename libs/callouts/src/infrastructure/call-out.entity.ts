import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallOutPriority } from '../domain/call-out-codes.js';
import type { CallOutState } from '../domain/call-out-states.js';
import { minor } from './minor-column.js';

/** One alarm and what was done about it: codes, people and clocks in clear, words sealed. */
@Entity('call_out')
export class CallOutRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  state!: CallOutState;

  /** Where an escalated one came from. */
  @Column('text', { name: 'state_before', nullable: true })
  stateBefore!: CallOutState | null;

  /** A code of the pack; null for a request of the inbox until somebody has looked at it. */
  @Column('text', { name: 'trigger_code', nullable: true })
  triggerCode!: string | null;

  @Column('text')
  priority!: CallOutPriority;

  @Column('boolean', { name: 'life_at_risk', default: false })
  lifeAtRisk!: boolean;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** The request of the inbox that it came from. */
  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('uuid', { name: 'raised_by', nullable: true })
  raisedBy!: string | null;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  @Column('timestamptz', { name: 'acknowledge_due_at' })
  acknowledgeDueAt!: Date;

  @Column('uuid', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @Column('timestamptz', { name: 'escalated_at', nullable: true })
  escalatedAt!: Date | null;

  @Column('timestamptz', { name: 'triaged_at', nullable: true })
  triagedAt!: Date | null;

  /** Set where one person was enough. */
  @Column('timestamptz', { name: 'second_call_due_at', nullable: true })
  secondCallDueAt!: Date | null;

  @Column('uuid', { name: 'second_call_by', nullable: true })
  secondCallBy!: string | null;

  @Column('timestamptz', { name: 'action_due_at' })
  actionDueAt!: Date;

  @Column('uuid', { name: 'dispatched_by', nullable: true })
  dispatchedBy!: string | null;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;

  /** Minor units, as they were at the dispatch. */
  @Column('bigint', { name: 'cap_minor', nullable: true, transformer: minor })
  capMinor!: bigint | null;

  /** Minor units that the dispatch set aside. */
  @Column('bigint', { name: 'reserved_minor', default: 0, transformer: minor })
  reservedMinor!: bigint;

  @Column('timestamptz', { name: 'signature_due_at', nullable: true })
  signatureDueAt!: Date | null;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy!: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;

  @Column('timestamptz', { name: 'overdue_at', nullable: true })
  overdueAt!: Date | null;

  @Column('timestamptz', { name: 'stabilise_due_at' })
  stabiliseDueAt!: Date;

  @Column('timestamptz', { name: 'stabilising_at', nullable: true })
  stabilisingAt!: Date | null;

  @Column('timestamptz', { name: 'stabilised_at', nullable: true })
  stabilisedAt!: Date | null;

  /** Whoever is to take the family on. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  /** Why security was asked; a code. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** What the alarm said; null without words, and once it is over. */
  @Column('bytea', { name: 'sealed_words', nullable: true })
  sealedWords!: Buffer | null;

  @Column('integer', { default: 1 })
  version!: number;
}
