import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who saw whose identity, when and why. */
@Entity('disclosure')
export class DisclosureRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** Null for the details of a task that belongs to no case. */
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** The task whose details were opened, if it was that. */
  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;

  /** The request of the inbox that was opened, if it was that. */
  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  purpose!: string;

  @Column('integer', { name: 'field_count' })
  fieldCount!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** When what was shown was gone for good: a task's details are, a case's are not. */
  @Column('timestamptz', { name: 'purged_at', nullable: true })
  purgedAt!: Date | null;
}
