import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An authenticator that reopens a person's desk. Nothing in the row opens anything without it. */
@Entity('passkey')
export class PasskeyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea', { name: 'credential_id' })
  credentialId!: Buffer;

  @Column('bytea', { name: 'authenticator_key' })
  authenticatorKey!: Buffer;

  /** The authenticator's own counter; many have none and stay at 0. */
  @Column('bigint', { name: 'sign_count' })
  signCount!: string;

  @Column('bytea', { name: 'wrapped_secret_keys' })
  wrappedSecretKeys!: Buffer;

  /** When the last challenge that was answered had been made: none is answered twice. */
  @Column('timestamptz', { name: 'challenged_at' })
  challengedAt!: Date;

  @Column('date', { name: 'enrolled_on' })
  enrolledOn!: string;

  @Column('date', { name: 'last_used_on', nullable: true })
  lastUsedOn!: string | null;
}
