import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who saw whose identity, when and why. */
@Entity('disclosure')
export class DisclosureRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

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
}
