import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NeedState } from '../domain/need-states.js';

/** One move of the state machine C3; written once. */
@Entity('need_transition')
export class NeedTransitionRecord {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('text')
  transition!: string;

  @Column('text', { name: 'from_state' })
  fromState!: NeedState;

  @Column('text', { name: 'to_state' })
  toState!: NeedState;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Null where the system moved it. */
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
