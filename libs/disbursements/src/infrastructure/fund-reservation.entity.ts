import { Column, Entity, PrimaryColumn } from 'typeorm';
import { minor } from './minor-column.js';

export type ReservationState = 'ACTIVE' | 'SPENT' | 'WITHDRAWN' | 'EXPIRED';

/** Money of one fund that is set aside for one need, as one pending transfer of the ledger. */
@Entity('fund_reservation')
export class FundReservationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  /** The pending transfer that holds what is still set aside. */
  @Column('uuid', { name: 'transfer_id', unique: true })
  transferId!: string;

  /** Minor units still set aside. */
  @Column('bigint', { name: 'amount_minor', transformer: minor })
  amountMinor!: bigint;

  @Column('text')
  state!: ReservationState;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('uuid', { name: 'reserved_by' })
  reservedBy!: string;
}
