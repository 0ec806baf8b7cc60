import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from '../domain/case-states.js';

/** One move of the state machine C2. */
@Entity('case_transition')
export class CaseTransitionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  transition!: string;

  @Column('text', { name: 'from_state' })
  fromState!: CaseState;

  @Column('text', { name: 'to_state' })
  toState!: CaseState;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Null where the system moved it. */
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('date', { name: 'made_on' })
  madeOn!: string;
}

/** The first of two signatures under a move that needs two people. */
@Entity('transition_signature')
export class TransitionSignatureRow {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @PrimaryColumn('text')
  transition!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
