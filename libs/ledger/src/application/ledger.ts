import {
  err,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { DatabaseFailure, toDatabaseFailure, type StatementRunner } from '@kinward/platform';
import {
  addTotals,
  available,
  NO_TOTALS,
  STANDARD_ACCOUNTS,
  type AccountTotals,
  type StandardAccount,
} from '../domain/account.js';
import { drawnAccounts, effectsOf, type Effects } from '../domain/effects.js';
import { idempotencyHash } from '../domain/idempotency-hash.js';
import { oncePerKey, toTransfers } from '../domain/resolve-orders.js';
import type { PendingTransfer, Transfer, TransferOrder } from '../domain/transfer.js';
import { AccountStore, type NewAccount } from '../infrastructure/account.store.js';
import { ReversalStore } from '../infrastructure/reversal.store.js';
import { TransferStore, type BookedKey } from '../infrastructure/transfer.store.js';

/** SQLSTATE of a lost race: the unit of work runs the use case again, which then finds what the winner booked. */
const SERIALIZATION_FAILURE = '40001';
/** What a unique key answers to the loser: of an idempotency key, or of the one resolution of a pending transfer. */
const UNIQUE_VIOLATION = '23505';

/** What became of an order: booked now, or found booked under the same key. */
export interface Booking {
  readonly transferId: string;
  readonly isReplay: boolean;
}

/**
 * The books of an organisation: the only way to move money (security.md § 8.14, decision 19). Orders given together
 * are booked together or not at all. Money that arrives is written as movements that wait to be folded; money
 * that leaves a limited account locks it, folds, checks, then writes. Everything runs in the caller's
 * transaction, which must be READ COMMITTED: what is folded after a lock was waited for must be visible.
 */
export class Ledger {
  private readonly accounts: AccountStore;
  private readonly transfers: TransferStore;
  private readonly reversals: ReversalStore;

  constructor(
    db: StatementRunner,
    private readonly clock: Clock,
    private readonly nextId: () => string,
  ) {
    this.accounts = new AccountStore(db);
    this.transfers = new TransferStore(db);
    this.reversals = new ReversalStore(db);
  }

  /**
   * Books orders, in one piece. Errors: NOT_FOUND for an account, a pending or a reversed transfer of somebody
   * else; WRONG_STATE with `POST` or `VOID` when the pending transfer is resolved; REFUSED with
   * `INSUFFICIENT_FUNDS`, `MORE_THAN_RESERVED`, `MORE_THAN_REVERSIBLE`, `REPLAYED_WITH_OTHER_CONTENT`.
   * @throws DatabaseFailure 40001 where somebody booked one of them just now: run the whole use case again
   */
  async book(
    organizationId: string,
    orders: readonly TransferOrder[],
  ): Promise<Result<readonly Booking[], DomainError>> {
    const distinct = oncePerKey(orders);
    if (!distinct.ok) return distinct;
    const keys = distinct.value.map((order) => order.idempotencyKey);
    const accountIds = new Set(distinct.value.flatMap(accountsOf));
    const found = await this.transfers.lookUp(organizationId, keys, [...accountIds]);
    const replayed = matchReplays(distinct.value, found.booked);
    if (!replayed.ok) return replayed;
    const fresh = distinct.value.filter((order) => !replayed.value.has(order.idempotencyKey));
    if (fresh.flatMap(accountsOf).some((id) => !found.isLimited.has(id))) return err(notFound());
    if (fresh.length > 0) {
      const written = await this.write(organizationId, fresh, found.isLimited);
      if (!written.ok) return written;
    }
    const booked = new Map(fresh.map((order) => [order.idempotencyKey, order.id]));
    return ok(
      orders.map(({ id, idempotencyKey }) => {
        const transferId = replayed.value.get(idempotencyKey) ?? booked.get(idempotencyKey) ?? id;
        return { transferId, isReplay: replayed.value.has(idempotencyKey) || transferId !== id };
      }),
    );
  }

  /** Opens an account; an account of the same code is found, not doubled. Returns its id. */
  async openAccount(organizationId: string, account: NewAccount): Promise<string> {
    return this.accounts.open(organizationId, account, this.clock.now());
  }

  /** The ids of the accounts that every organisation has, opened where they are missing. */
  async standardAccounts(
    organizationId: string,
  ): Promise<Readonly<Record<StandardAccount, string>>> {
    const codes = Object.keys(STANDARD_ACCOUNTS) as StandardAccount[];
    const found = await this.accounts.idsByCode(organizationId, codes);
    const entries: [string, string][] = [];
    for (const code of codes) {
      const account = { id: this.nextId(), code, kind: STANDARD_ACCOUNTS[code], isLimited: false };
      entries.push([code, found.get(code) ?? (await this.openAccount(organizationId, account))]);
    }
    return Object.fromEntries(entries) as Record<StandardAccount, string>;
  }

  /** Present totals, exact also for what is not folded yet; accounts of others are left out. */
  async totals(
    organizationId: string,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, AccountTotals>> {
    return this.accounts.read(organizationId, accountIds);
  }

  /** A transfer that was set aside, or null. */
  async pending(organizationId: string, id: string): Promise<PendingTransfer | null> {
    return (await this.transfers.findPending(organizationId, [id])).get(id) ?? null;
  }

  private async write(
    organizationId: string,
    orders: readonly TransferOrder[],
    isLimited: ReadonlyMap<string, boolean>,
  ): Promise<Result<void, DomainError>> {
    const pendingIds = orders.flatMap((order) => ('pendingId' in order ? [order.pendingId] : []));
    const pending = await this.transfers.findPending(organizationId, pendingIds);
    const transfers = toTransfers(orders, pending);
    if (!transfers.ok) return transfers;
    const reversible = await this.checkReversals(organizationId, transfers.value);
    if (!reversible.ok) return reversible;
    const effects = effectsOf(transfers.value, pending);
    const locked = await this.lock(organizationId, effects, isLimited);
    if (!locked.ok) return locked;
    await this.transfers
      .book({
        organizationId,
        now: this.clock.now(),
        transfers: transfers.value,
        deltas: [...effects].filter(([id]) => !locked.value.has(id)),
        changes: [...effects].filter(([id]) => locked.value.has(id)),
      })
      .catch(asLostRace);
    return ok();
  }

  /** Reversals of one transfer wait for each other, so that together they never take back more than there was. */
  private async checkReversals(
    organizationId: string,
    transfers: readonly Transfer[],
  ): Promise<Result<void, DomainError>> {
    const wanted = new Map<string, bigint>();
    for (const { reversesId, amount } of transfers) {
      if (reversesId !== null) wanted.set(reversesId, (wanted.get(reversesId) ?? 0n) + amount);
    }
    if (wanted.size === 0) return ok();
    const left = await this.reversals.lock(organizationId, [...wanted.keys()]);
    for (const [id, amount] of wanted) {
      const remaining = left.get(id);
      if (remaining === undefined) return err(notFound());
      if (amount > remaining) return err(refused('MORE_THAN_REVERSIBLE'));
    }
    return ok();
  }

  /** Locks what the batch draws on and checks that it is there. */
  private async lock(
    organizationId: string,
    effects: Effects,
    isLimited: ReadonlyMap<string, boolean>,
  ): Promise<Result<ReadonlyMap<string, AccountTotals>, DomainError>> {
    const drawn = drawnAccounts(effects).filter((id) => isLimited.get(id) === true);
    const locked = await this.accounts.lock(organizationId, drawn);
    for (const [id, totals] of locked) {
      const after = addTotals(totals, effects.get(id) ?? NO_TOTALS);
      if (available(after) < 0n) return err(refused('INSUFFICIENT_FUNDS'));
    }
    return ok(locked);
  }
}

/** The ids of orders that are booked already, by key. */
function matchReplays(
  orders: readonly TransferOrder[],
  booked: readonly BookedKey[],
): Result<ReadonlyMap<string, string>, DomainError> {
  if (booked.length === 0) return ok(new Map());
  const hashes = new Map(orders.map((order) => [order.idempotencyKey, idempotencyHash(order)]));
  for (const { idempotencyKey, idempotencyHash: hash } of booked) {
    if (hashes.get(idempotencyKey)?.equals(hash) !== true) {
      return err(refused('REPLAYED_WITH_OTHER_CONTENT'));
    }
  }
  return ok(new Map(booked.map((row) => [row.idempotencyKey, row.id])));
}

/** The accounts that an order names; a second phase moves those of its first. */
function accountsOf(order: TransferOrder): readonly string[] {
  return 'pendingId' in order ? [] : [order.debitAccountId, order.creditAccountId];
}

/** @throws DatabaseFailure 40001 where a unique key refused, else what it is given */
function asLostRace(error: unknown): never {
  const failure = toDatabaseFailure(error);
  const isLost = failure instanceof DatabaseFailure && failure.sqlState === UNIQUE_VIOLATION;
  throw isLost ? new DatabaseFailure(SERIALIZATION_FAILURE, failure.constraint) : failure;
}
