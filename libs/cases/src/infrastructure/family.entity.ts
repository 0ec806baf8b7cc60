import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People who depend on or care for the prisoner; the unit of aid (domain.md C1). */
@Entity('household')
export class HouseholdRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;

  @Column('integer', { default: 1 })
  version!: number;
}

/** One person of a household. */
@Entity('household_member')
export class HouseholdMemberRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('bytea', { name: 'sealed_t0' })
  sealedT0!: Buffer;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;

  @Column('integer', { default: 1 })
  version!: number;
}

/** Which prisoners a household belongs to; one prisoner may have several households. */
@Entity('household_prisoner')
export class HouseholdPrisonerRow {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId!: string;

  @PrimaryColumn('uuid', { name: 'prisoner_id' })
  prisonerId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;
}
