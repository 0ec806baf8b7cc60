import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskPriority, VolunteerTier } from '../domain/task-kinds.js';
import type { TaskOutcome } from '../domain/task-reasons.js';
import type { TaskState } from '../domain/task-states.js';

/** One piece of work for one volunteer, as a lease: work data in clear, details elsewhere and sealed. */
@Entity('task')
export class TaskRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: TaskState;

  @Column('text')
  priority!: TaskPriority;

  @Column('text')
  tier!: VolunteerTier;

  @Column('boolean', { name: 'carries_personal_data' })
  carriesPersonalData!: boolean;

  @Column('text')
  origin!: 'FREE' | 'NEED' | 'CALL_OUT';

  @Column('uuid', { name: 'need_id', nullable: true })
  needId!: string | null;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('uuid', { name: 'call_out_id', nullable: true })
  callOutId!: string | null;

  /** ISO 3166-1 alpha-2; null where it is done from anywhere. */
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { array: true, default: '{}' })
  languages!: string[];

  @Column('text', { array: true, default: '{}' })
  skills!: string[];

  /** When it is to be done; null where any time before it is due will do. */
  @Column('timestamptz', { name: 'window_from', nullable: true })
  windowFrom!: Date | null;

  @Column('timestamptz', { name: 'window_to', nullable: true })
  windowTo!: Date | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('integer', { name: 'expected_minutes' })
  expectedMinutes!: number;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('uuid', { name: 'cleared_by', nullable: true })
  clearedBy!: string | null;

  @Column('uuid', { name: 'holder_id', nullable: true })
  holderId!: string | null;

  @Column('uuid', { name: 'verified_by', nullable: true })
  verifiedBy!: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  /** Until when it is the holder's. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;

  /** How often the present holder took more time. */
  @Column('smallint', { default: 0 })
  renewals!: number;

  /** Rings up to this one have been asked. */
  @Column('smallint', { default: 0 })
  ring!: number;

  @Column('timestamptz', { name: 'next_ring_at', nullable: true })
  nextRingAt!: Date | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: TaskOutcome | null;

  /** Minutes that the doer gave, without a word about whom it was for. */
  @Column('integer', { name: 'spent_minutes', nullable: true })
  spentMinutes!: number | null;

  @Column('date', { name: 'reported_on', nullable: true })
  reportedOn!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'purged_at', nullable: true })
  purgedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}
