import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VettingState } from '../domain/vetting-states.js';

/** Somebody who wants to help, until there is an account; who it is stands sealed. */
@Entity('volunteer_application')
export class VolunteerApplicationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** PROBATION here says that the application ended well; from then on the volunteer's own row counts. */
  @Column('text')
  state!: VettingState;

  @Column('date', { name: 'state_since' })
  stateSince!: string;

  @Column('text')
  country!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { array: true })
  skills!: string[];

  @Column('date', { name: 'applied_on' })
  appliedOn!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('bytea', { name: 'contact_key' })
  contactKey!: Buffer;

  /** Null once the application is over. */
  @Column('bytea', { name: 'sealed_applicant', nullable: true })
  sealedApplicant!: Buffer | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
