import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditActorKind } from '../domain/audit-entry.js';

/** One stored link; the database refuses to change or delete it. */
@Entity('audit_entry')
export class AuditEntryRow {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('smallint')
  shard!: number;

  @PrimaryColumn('bigint')
  sequence!: string;

  @Column('smallint')
  version!: number;

  @Column('timestamptz', { name: 'recorded_hour' })
  recordedHour!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: AuditActorKind;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('bytea')
  hash!: Buffer;
}
