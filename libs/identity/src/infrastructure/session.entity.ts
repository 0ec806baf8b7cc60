import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session of security.md § 8.4: nothing in it opens anything without the token's secret half. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'id_hash' })
  idHash!: Buffer;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  verifier!: Buffer;

  @Column('bytea', { name: 'wrapped_secret_keys' })
  wrappedSecretKeys!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
