import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody wrote down about a case: what kind of note and when in clear, its words sealed. */
@Entity('case_note')
export class CaseNoteRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('date', { name: 'made_on' })
  madeOn!: string;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;
}
