import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person deprived of liberty on political grounds; everything the public list could match is sealed. */
@Entity('prisoner')
export class PrisonerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('bytea', { name: 'sealed_t0' })
  sealedT0!: Buffer;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;

  @Column('integer', { default: 1 })
  version!: number;
}

/** One dated line of a prisoner's status history; written once. */
@Entity('prisoner_status')
export class PrisonerStatusRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'prisoner_id' })
  prisonerId!: string;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;
}
