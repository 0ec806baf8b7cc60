import { createHash } from 'node:crypto';
import type { TransferOrder } from './transfer.js';

/** Bound into every hash, so that another way to write an order down can follow (security.md § 3.3). */
const VERSION = 'kinward/ledger/order/1';

/**
 * The fingerprint of an order's content. Its id and its expiry do not count: whoever repeats an order may have
 * lost both.
 */
export function idempotencyHash(order: TransferOrder): Buffer {
  const parts =
    order.phase === 'DIRECT' || order.phase === 'PENDING'
      ? [
          order.debitAccountId,
          order.creditAccountId,
          order.amount.minorUnits.toString(),
          order.amount.currency,
          order.reference ?? '',
          order.phase === 'DIRECT' ? (order.reversesId ?? '') : '',
        ]
      : [
          order.pendingId,
          order.phase === 'POST' ? order.amount.minorUnits.toString() : '',
          order.phase === 'POST' ? order.amount.currency : '',
        ];
  return createHash('sha256')
    .update(JSON.stringify([VERSION, order.phase, order.code, ...parts]))
    .digest();
}
