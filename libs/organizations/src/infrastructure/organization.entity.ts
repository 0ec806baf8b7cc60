import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member organisation of the coalition, with its settings. */
@Entity('organization')
export class OrganizationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('integer', { name: 't0_case_limit', default: 25 })
  t0CaseLimit!: number;

  @Column('integer', { name: 't0_case_hard_limit', default: 40 })
  t0CaseHardLimit!: number;

  @Column('integer', { name: 'probation_case_limit', default: 2 })
  probationCaseLimit!: number;
}
