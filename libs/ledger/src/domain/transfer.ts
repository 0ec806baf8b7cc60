import type { Money } from '@kinward/kernel';

/**
 * What a transfer is for. The meaning never changes once it has been booked under a code; which accounts each
 * code moves is drawn in the project's README.
 */
export const TRANSFER_CODES = [
  'GIFT',
  'GIFT_FEE',
  'GRANT',
  'STRIPE_PAYOUT',
  'RESERVE',
  'RELEASE',
  'UNRESERVE',
  'EXPIRE',
  'PAYMENT',
  'DELIVERED',
  'CAME_BACK',
  'LOST',
  'GIFT_REFUND',
  'REFUND_FAILED',
  'DISPUTE',
  'DISPUTE_FEE',
  'DISPUTE_WON',
  'RECEIVABLE_COVERED',
  'FUND_TRANSFER',
  'CORRECTION',
] as const;
export type TransferCode = (typeof TRANSFER_CODES)[number];

/** A transfer is booked at once, or set aside first and then posted (in whole or in part) or voided. */
export type TransferPhase = 'DIRECT' | 'PENDING' | 'POST' | 'VOID';

interface OrderBase {
  /** Made and kept by whoever orders, before the order is sent. */
  readonly id: string;
  readonly code: TransferCode;
  /** Unique in the organisation; the same key with the same content books nothing new. */
  readonly idempotencyKey: string;
}

export interface NewTransferOrder extends OrderBase {
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: Money;
  /** The random funding reference of a need; never a need, case or person. */
  readonly reference?: string | null;
}

export interface DirectOrder extends NewTransferOrder {
  readonly phase: 'DIRECT';
  /** The transfer that this one takes back, in whole or in part. */
  readonly reversesId?: string | null;
}

export interface PendingOrder extends NewTransferOrder {
  readonly phase: 'PENDING';
  /** UTC; from then on the amount may be given free again. */
  readonly expiresAt: Date;
}

/** Books what was set aside; a smaller amount sets the rest free. */
export interface PostOrder extends OrderBase {
  readonly phase: 'POST';
  readonly pendingId: string;
  readonly amount: Money;
}

/** Sets free what was set aside. */
export interface VoidOrder extends OrderBase {
  readonly phase: 'VOID';
  readonly pendingId: string;
}

export type TransferOrder = DirectOrder | PendingOrder | PostOrder | VoidOrder;

/** A transfer as it stands in the books; amounts in minor units. */
export interface Transfer {
  readonly id: string;
  readonly phase: TransferPhase;
  readonly code: TransferCode;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: bigint;
  readonly pendingId: string | null;
  readonly reversesId: string | null;
  readonly reference: string | null;
  readonly expiresAt: Date | null;
  readonly idempotencyKey: string;
  readonly idempotencyHash: Buffer;
}

/** A transfer that was set aside, and whether that is over. */
export interface PendingTransfer {
  readonly id: string;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: bigint;
  readonly reference: string | null;
  readonly resolution: 'POST' | 'VOID' | null;
}
