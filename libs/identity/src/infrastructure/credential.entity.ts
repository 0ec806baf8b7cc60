import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person signs in, and that person's wrapped keys (security.md § 8.3). */
@Entity('credential')
export class CredentialRow {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('bytea', { name: 'login_key' })
  loginKey!: Buffer;

  @Column('bytea', { name: 'email_sealed' })
  emailSealed!: Buffer;

  @Column('bytea')
  salt!: Buffer;

  @Column('integer', { name: 'kdf_memory_kib' })
  kdfMemoryKib!: number;

  @Column('integer', { name: 'kdf_passes' })
  kdfPasses!: number;

  @Column('bytea')
  verifier!: Buffer;

  @Column('bytea', { name: 'public_encryption_key' })
  publicEncryptionKey!: Buffer;

  @Column('bytea', { name: 'public_signing_key' })
  publicSigningKey!: Buffer;

  @Column('bytea', { name: 'wrapped_secret_keys' })
  wrappedSecretKeys!: Buffer;

  @Column('bytea', { nullable: true })
  certificate!: Buffer | null;
}
