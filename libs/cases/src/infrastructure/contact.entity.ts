import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelTrust } from '../domain/contact-channel-trust.js';

/** A way to reach the family; what it is stays sealed, how far it is trusted is work data. */
@Entity('contact_channel')
export class ContactChannelRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  trust!: ChannelTrust;

  @Column('bytea', { name: 'sealed_t0' })
  sealedT0!: Buffer;

  @Column('integer', { default: 1 })
  version!: number;
}

/** One try to reach the family, and what came of it. */
@Entity('contact_attempt')
export class ContactAttemptRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'channel_id', nullable: true })
  channelId!: string | null;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('date', { name: 'made_on' })
  madeOn!: string;

  @Column('text')
  outcome!: string;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;
}

/** What the family allows, purpose by purpose. */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  purpose!: string;

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('date', { name: 'lapses_on' })
  lapsesOn!: string;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn!: string | null;

  @Column('bytea', { name: 'sealed_t1' })
  sealedT1!: Buffer;

  @Column('integer', { default: 1 })
  version!: number;
}
