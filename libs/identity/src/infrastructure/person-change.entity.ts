import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@kinward/platform';
import type { Standing } from '../domain/standing.js';

/** What became of a change. */
export type PersonChangeState = 'PROPOSED' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN';

/** A change of what somebody may do: proposed, or carried out; with how it was before. */
@Entity('person_change')
export class PersonChangeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'roles_before', array: true })
  rolesBefore!: Role[];

  @Column('boolean', { name: 'screener_before' })
  screenerBefore!: boolean;

  @Column('text', { name: 'standing_before' })
  standingBefore!: Standing;

  @Column('text', { name: 'roles_after', array: true })
  rolesAfter!: Role[];

  @Column('boolean', { name: 'screener_after' })
  screenerAfter!: boolean;

  @Column('text', { name: 'standing_after' })
  standingAfter!: Standing;

  @Column('text')
  state!: PersonChangeState;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
