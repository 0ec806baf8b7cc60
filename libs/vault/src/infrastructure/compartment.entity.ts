import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompartmentKind, Tier } from '../domain/tier.js';

/** The unit of access: one tier of one case, or an intake inbox. */
@Entity('compartment')
export class CompartmentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  kind!: CompartmentKind;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  tier!: Tier;

  @Column('integer', { name: 'current_epoch' })
  currentEpoch!: number;

  @Column('boolean', { name: 'rotation_due', default: false })
  rotationDue!: boolean;
}

/** The public face of one epoch, signed by whoever made it. */
@Entity('compartment_epoch')
export class CompartmentEpochRow {
  @PrimaryColumn('uuid', { name: 'compartment_id' })
  compartmentId!: string;

  @PrimaryColumn('integer')
  epoch!: number;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('bytea')
  commitment!: Buffer;

  @Column('uuid', { name: 'signer_id' })
  signerId!: string;

  @Column('bytea')
  signature!: Buffer;

  @Column('bytea', { name: 'recovery_envelope', nullable: true })
  recoveryEnvelope!: Buffer | null;
}
