import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person's sealed key to one epoch of one compartment. */
@Entity('access_grant')
export class AccessGrantRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'compartment_id' })
  compartmentId!: string;

  @Column('integer')
  epoch!: number;

  @Column('uuid', { name: 'holder_id' })
  holderId!: string;

  @Column('uuid', { name: 'granter_id' })
  granterId!: string;

  @Column('text')
  purpose!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('uuid', { name: 'lock_id', nullable: true })
  lockId!: string | null;

  @Column('bytea')
  envelope!: Buffer;
}

/** Keeps a grant shut until a policy event (decision 2). */
@Entity('key_lock')
export class KeyLockRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  state!: 'LOCKED' | 'RELEASED' | 'DESTROYED';

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: string | null;
}
