import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account with the totals folded so far; bigint columns arrive as text. */
@Entity('ledger_account')
export class LedgerAccountRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  currency!: string;

  @Column('boolean', { name: 'is_limited' })
  isLimited!: boolean;

  @Column('bigint', { name: 'debits_pending', default: 0 })
  debitsPending!: string;

  @Column('bigint', { name: 'debits_posted', default: 0 })
  debitsPosted!: string;

  @Column('bigint', { name: 'credits_pending', default: 0 })
  creditsPending!: string;

  @Column('bigint', { name: 'credits_posted', default: 0 })
  creditsPosted!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
