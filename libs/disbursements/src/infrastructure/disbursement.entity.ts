import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisbursementState } from '../domain/disbursement-states.js';
import type { EvidenceClass } from '../domain/evidence.js';
import type { Recipient } from '../domain/recipient.js';
import { minor } from './minor-column.js';

/** Money or goods leaving for one need. Work data in clear; sheet and instruction sealed to few (decision 5). */
@Entity('disbursement')
export class DisbursementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('uuid', { name: 'reservation_id' })
  reservationId!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  state!: DisbursementState;

  /** The state that a freeze or a dispute interrupted. */
  @Column('text', { name: 'state_before', nullable: true })
  stateBefore!: DisbursementState | null;

  @Column('bigint', { name: 'amount_minor', transformer: minor })
  amountMinor!: bigint;

  @Column('text', { default: 'EUR' })
  currency!: string;

  @Column('text', { name: 'channel_class' })
  channelClass!: string;

  @Column('text')
  recipient!: Recipient;

  @Column('text')
  region!: string;

  /** The result of the delivery rules, not the reason (decision 6). */
  @Column('text')
  clearance!: 'A' | 'S' | 'B';

  @Column('integer', { name: 'approvals_required' })
  approvalsRequired!: number;

  @Column('text', { name: 'required_evidence' })
  requiredEvidence!: EvidenceClass;

  @Column('text', { array: true, default: () => "'{}'" })
  warnings!: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  acknowledged!: string[];

  @Column('uuid', { name: 'maker_id' })
  makerId!: string;

  @Column('uuid', { name: 'sheet_subject_id', unique: true })
  sheetSubjectId!: string;

  @Column('bytea', { name: 'sealed_sheet' })
  sealedSheet!: Buffer;

  @Column('uuid', { name: 'instruction_subject_id', unique: true })
  instructionSubjectId!: string;

  @Column('bytea', { name: 'sealed_instruction' })
  sealedInstruction!: Buffer;

  @Column('uuid', { name: 'release_transfer_id', nullable: true })
  releaseTransferId!: string | null;

  @Column('uuid', { name: 'payment_transfer_id', nullable: true })
  paymentTransferId!: string | null;

  @Column('bigint', { name: 'delivered_minor', default: 0, transformer: minor })
  deliveredMinor!: bigint;

  @Column('bigint', { name: 'returned_minor', default: 0, transformer: minor })
  returnedMinor!: bigint;

  @Column('bigint', { name: 'lost_minor', default: 0, transformer: minor })
  lostMinor!: bigint;

  /** Released by its own approver: somebody else looks at it when the books are matched (decision 16). */
  @Column('boolean', { name: 'awaits_sample', default: false })
  awaitsSample!: boolean;

  @Column('text', { name: 'settlement_reference', nullable: true })
  settlementReference!: string | null;

  @Column('uuid', { name: 'resend_of', nullable: true, unique: true })
  resendOf!: string | null;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt!: Date;

  @Column('date', { name: 'released_on', nullable: true })
  releasedOn!: string | null;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn!: string | null;

  /** Counts the edits: signatures are bound to it, and every edit voids them. */
  @Column('integer', { default: 1 })
  version!: number;
}
