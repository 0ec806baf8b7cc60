import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { idempotencyHash } from './idempotency-hash.js';
import type {
  DirectOrder,
  PendingOrder,
  PendingTransfer,
  PostOrder,
  Transfer,
  TransferOrder,
  VoidOrder,
} from './transfer.js';

/**
 * Keeps the first order of each idempotency key. Error: REFUSED `REPLAYED_WITH_OTHER_CONTENT` where two orders
 * of one batch share a key and not their content.
 */
export function oncePerKey(
  orders: readonly TransferOrder[],
): Result<readonly TransferOrder[], DomainError> {
  const byKey = new Map<string, TransferOrder>();
  for (const order of orders) {
    const first = byKey.get(order.idempotencyKey);
    if (first === undefined) byKey.set(order.idempotencyKey, order);
    else if (!idempotencyHash(first).equals(idempotencyHash(order))) {
      return err(refused('REPLAYED_WITH_OTHER_CONTENT'));
    }
  }
  return ok([...byKey.values()]);
}

/**
 * Orders as the transfers they become. Errors: NOT_FOUND for a pending transfer that is not among `pending`;
 * WRONG_STATE `POST` or `VOID` where it is resolved already, be it by an earlier order of the same batch;
 * REFUSED `MORE_THAN_RESERVED`.
 */
export function toTransfers(
  orders: readonly TransferOrder[],
  pending: ReadonlyMap<string, PendingTransfer>,
): Result<readonly Transfer[], DomainError> {
  const transfers: Transfer[] = [];
  const resolvedHere = new Map<string, 'POST' | 'VOID'>();
  for (const order of orders) {
    if (order.phase === 'DIRECT' || order.phase === 'PENDING') {
      transfers.push(newTransfer(order));
      continue;
    }
    const set = pending.get(order.pendingId);
    if (set === undefined) return err(notFound());
    const resolution = set.resolution ?? resolvedHere.get(set.id);
    if (resolution !== undefined) return err(wrongState(resolution));
    const amount = order.phase === 'POST' ? order.amount.minorUnits : set.amount;
    if (amount > set.amount) return err(refused('MORE_THAN_RESERVED'));
    resolvedHere.set(set.id, order.phase);
    transfers.push(secondPhase(order, set, amount));
  }
  return ok(transfers);
}

function newTransfer(order: DirectOrder | PendingOrder): Transfer {
  return {
    ...identityOf(order),
    debitAccountId: order.debitAccountId,
    creditAccountId: order.creditAccountId,
    amount: order.amount.minorUnits,
    reference: order.reference ?? null,
    pendingId: null,
    reversesId: order.phase === 'DIRECT' ? (order.reversesId ?? null) : null,
    expiresAt: order.phase === 'PENDING' ? order.expiresAt : null,
  };
}

function secondPhase(order: PostOrder | VoidOrder, set: PendingTransfer, amount: bigint): Transfer {
  const { debitAccountId, creditAccountId, reference } = set;
  return {
    ...identityOf(order),
    debitAccountId,
    creditAccountId,
    amount,
    reference,
    pendingId: set.id,
    reversesId: null,
    expiresAt: null,
  };
}

function identityOf(
  order: TransferOrder,
): Pick<Transfer, 'id' | 'code' | 'phase' | 'idempotencyKey' | 'idempotencyHash'> {
  const { id, code, phase, idempotencyKey } = order;
  return { id, code, phase, idempotencyKey, idempotencyHash: idempotencyHash(order) };
}
