import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeopleReached } from '../domain/people-reached.js';
import type { Rhythm } from '../domain/recurrence.js';
import type { TriagePoints } from '../domain/triage-score.js';
import { minorUnits } from './minor-units.js';

/** A template that makes dated needs until it ends (domain.md C3). */
@Entity('need_recurrence')
export class NeedRecurrenceRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  code!: string;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text', { name: 'channel_class', nullable: true })
  channelClass!: string | null;

  @Column('jsonb')
  reach!: PeopleReached;

  @Column('text', { name: 'score_version', nullable: true })
  scoreVersion!: string | null;

  /** Points of the household when the template was made; the jobs refresh what time changes. */
  @Column('jsonb', { name: 'score_points', nullable: true })
  scorePoints!: TriagePoints | null;

  @Column('text')
  rhythm!: Rhythm;

  @Column('date', { name: 'first_due_day' })
  firstDueDay!: string;

  /** Number of the period whose need is made next, from 0. */
  @Column('integer', { name: 'next_period', default: 0 })
  nextPeriod!: number;

  @Column('date', { name: 'next_due_day' })
  nextDueDay!: string;

  @Column('date', { name: 'until_day', nullable: true })
  untilDay!: string | null;

  @Column('integer', { name: 'count_left', nullable: true })
  countLeft!: number | null;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('date', { name: 'started_on' })
  startedOn!: string;

  @Column('date', { name: 'stopped_on', nullable: true })
  stoppedOn!: string | null;

  @Column('text', { name: 'stop_reason', nullable: true })
  stopReason!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
