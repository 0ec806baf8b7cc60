import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FundKind, FundRules, FundState, PublicNames } from '../domain/fund.js';

/** Money with a purpose; how much of it there is stands in the ledger. */
@Entity('fund')
export class FundRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('jsonb', { name: 'public_names', default: {} })
  publicNames!: PublicNames;

  @Column('text')
  kind!: FundKind;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('jsonb')
  rules!: FundRules;

  @Column('text')
  state!: FundState;

  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('date', { name: 'lapses_on', nullable: true })
  lapsesOn!: string | null;

  @Column('bigint', { name: 'floor_minor', default: 0 })
  floorMinor!: string;

  @Column('boolean', { name: 'is_public' })
  isPublic!: boolean;

  @Column('boolean', { name: 'is_free_fund', default: false })
  isFreeFund!: boolean;

  @Column('uuid', { name: 'funding_reference', nullable: true })
  fundingReference!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
