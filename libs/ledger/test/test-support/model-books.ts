import { eur } from '@kinward/kernel';
import type { TransferOrder } from '../../src/index.js';
import { direct, post, setAside, setFree } from './books.js';
import type { Command } from './model-program.js';

export interface ModelAccounts {
  readonly funds: readonly string[];
  readonly bank: string;
  readonly stripe: string;
  readonly payable: string;
  readonly receivable: string;
}

/** Debits pending, debits posted, credits pending, credits posted. */
type Sums = [bigint, bigint, bigint, bigint];

interface Reservation {
  readonly id: string;
  readonly fund: string;
  readonly amount: bigint;
  resolution: 'POST' | 'VOID' | null;
}

interface Movement {
  readonly id: string;
  readonly debit: string;
  readonly credit: string;
  readonly reverses: Movement | null;
  left: bigint;
}

/** What the books should answer: nothing to say, or why not. */
export type Answer = string;

export interface Step {
  readonly orders: readonly TransferOrder[];
  readonly answer: Answer;
}

/**
 * The books as anybody would keep them on paper: four sums for each account, a list of what is set aside, and
 * for each movement how much of it may still be taken back. Shares no code with the ledger.
 */
export class ModelBooks {
  readonly sums = new Map<string, Sums>();
  private readonly reservations: Reservation[] = [];
  private readonly movements: Movement[] = [];
  private readonly gifts: Movement[] = [];
  private readonly booked: TransferOrder[] = [];

  constructor(private readonly accounts: ModelAccounts) {
    const { funds, bank, stripe, payable, receivable } = accounts;
    for (const id of [...funds, bank, stripe, payable, receivable]) {
      this.sums.set(id, [0n, 0n, 0n, 0n]);
    }
  }

  /** The orders of a command and the answer they must get, or null where there is nothing to act on. */
  take(command: Command): Step | null {
    const { bank, payable, receivable } = this.accounts;
    switch (command.kind) {
      case 'grant':
        return this.move(bank, this.fund(command.fund), command.amount);
      case 'cover':
        return this.move(this.fund(command.fund), receivable, command.amount);
      case 'gift':
        return this.gift(this.fund(command.fund), command.amount, command.percent);
      case 'reserve':
        return this.reserve(this.fund(command.fund), payable, command.amount);
      case 'post':
      case 'void':
      case 'expire':
        return this.resolve(command.kind, pick(this.reservations, command.which), command.percent);
      case 'refund':
        return this.reverse(pick(this.gifts, command.which), command.percent);
      case 'correct':
        return this.reverse(pick(this.movements, command.which), command.percent);
      case 'dispute':
        return this.dispute(pick(this.gifts, command.which));
      case 'replay':
        return this.replay(pick(this.booked, command.which), command.isChanged);
    }
  }

  private gift(fund: string, amount: bigint, percent: number): Step {
    const fee = (amount * BigInt(percent)) / 100n;
    const { stripe } = this.accounts;
    const gift = direct(stripe, fund, amount, { code: 'GIFT' });
    const fees = fee === 0n ? [] : [direct(fund, stripe, fee, { code: 'GIFT_FEE' })];
    this.gifts.push(this.note(gift.id, stripe, fund, amount, null));
    for (const { id } of fees) this.note(id, fund, stripe, fee, null);
    return this.done([gift, ...fees]);
  }

  private move(debit: string, credit: string, amount: bigint): Step {
    const order = direct(debit, credit, amount);
    if (!this.holds(debit, amount)) return { orders: [order], answer: 'INSUFFICIENT_FUNDS' };
    this.note(order.id, debit, credit, amount, null);
    return this.done([order]);
  }

  private reserve(fund: string, payable: string, amount: bigint): Step {
    const order = setAside(fund, payable, amount);
    if (!this.holds(fund, amount)) return { orders: [order], answer: 'INSUFFICIENT_FUNDS' };
    this.add(fund, [amount, 0n, 0n, 0n]);
    this.add(payable, [0n, 0n, amount, 0n]);
    this.reservations.push({ id: order.id, fund, amount, resolution: null });
    return this.done([order]);
  }

  private resolve(
    kind: 'post' | 'void' | 'expire',
    reservation: Reservation | null,
    percent: number,
  ): Step | null {
    if (reservation === null) return null;
    const { id, fund, amount, resolution } = reservation;
    const { payable } = this.accounts;
    const wanted = share(amount, percent);
    const order =
      kind === 'post' ? post(id, wanted) : setFree(id, kind === 'void' ? 'UNRESERVE' : 'EXPIRE');
    if (resolution !== null) return { orders: [order], answer: resolution };
    if (kind === 'post' && wanted > amount)
      return { orders: [order], answer: 'MORE_THAN_RESERVED' };
    this.add(fund, [-amount, 0n, 0n, 0n]);
    this.add(payable, [0n, 0n, -amount, 0n]);
    if (kind === 'post') this.note(order.id, fund, payable, wanted, null);
    reservation.resolution = kind === 'post' ? 'POST' : 'VOID';
    return this.done([order]);
  }

  private reverse(movement: Movement | null, percent: number): Step | null {
    if (movement === null) return null;
    const amount = share(movement.left, percent);
    const { id: reversesId, credit, debit } = movement;
    const order = direct(credit, debit, amount, { reversesId });
    if (amount > movement.left) return { orders: [order], answer: 'MORE_THAN_REVERSIBLE' };
    if (!this.holds(credit, amount)) return { orders: [order], answer: 'INSUFFICIENT_FUNDS' };
    this.note(order.id, credit, debit, amount, movement);
    return this.done([order]);
  }

  /** The money leaves at once, whatever became of the gift; the fund is not touched. */
  private dispute(gift: Movement | null): Step | null {
    if (gift === null || gift.left === 0n) return null;
    const { receivable, stripe } = this.accounts;
    const order = direct(receivable, stripe, gift.left, { code: 'DISPUTE' });
    this.note(order.id, receivable, stripe, gift.left, null);
    return this.done([order]);
  }

  private replay(order: TransferOrder | null, isChanged: boolean): Step | null {
    if (order === null) return null;
    if (!isChanged) return { orders: [order], answer: 'REPLAY' };
    const changed: TransferOrder =
      order.phase === 'VOID' ? { ...order, code: 'LOST' } : { ...order, amount: eur(2_001) };
    return { orders: [changed], answer: 'REPLAYED_WITH_OTHER_CONTENT' };
  }

  private done(orders: readonly TransferOrder[]): Step {
    this.booked.push(...orders);
    return { orders, answer: 'OK' };
  }

  private note(
    id: string,
    debit: string,
    credit: string,
    amount: bigint,
    reverses: Movement | null,
  ): Movement {
    this.add(debit, [0n, amount, 0n, 0n]);
    this.add(credit, [0n, 0n, 0n, amount]);
    let sign = -1n;
    for (let back = reverses; back !== null; back = back.reverses) {
      back.left += sign * amount;
      sign = -sign;
    }
    const movement = { id, debit, credit, reverses, left: amount };
    this.movements.push(movement);
    return movement;
  }

  private add(account: string, change: Sums): void {
    const sums = this.sums.get(account);
    if (sums === undefined) throw new Error('no such account');
    for (const [index, amount] of change.entries()) sums[index] = (sums[index] ?? 0n) + amount;
  }

  /** Whether an account has so much to give; only funds can run dry. */
  private holds(account: string, amount: bigint): boolean {
    if (!this.accounts.funds.includes(account)) return true;
    const [debitsPending, debits, , credits] = this.sums.get(account) ?? [0n, 0n, 0n, 0n];
    return credits - debits - debitsPending >= amount;
  }

  private fund(index: number): string {
    return this.accounts.funds[index] ?? '';
  }
}

function pick<T>(list: readonly T[], which: number): T | null {
  return list.length === 0 ? null : (list[which % list.length] ?? null);
}

/** At least one cent, so that there is something to move. */
function share(amount: bigint, percent: number): bigint {
  const part = (amount * BigInt(percent)) / 100n;
  return part === 0n ? 1n : part;
}
