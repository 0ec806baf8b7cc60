import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { NeedState } from './need-states.js';
import type { NeedTransition } from './need-transitions.js';

/** What the books can tell a need. */
export const BOOKING_EVENTS = [
  'RESERVED',
  'UNRESERVED',
  'RELEASED',
  'DELIVERED',
  'CAME_BACK',
  'LOST',
  'NOT_ARRIVED',
  'BACK_AFTER_ALL',
] as const;
export type BookingEvent = (typeof BOOKING_EVENTS)[number];

/** Counters of a need, in minor units. `released` has left and not come back; `delivered` is a part of it. */
export interface NeedCounters {
  readonly reservedMinor: bigint;
  readonly releasedMinor: bigint;
  readonly deliveredMinor: bigint;
}

export interface CountedNeed extends NeedCounters {
  readonly state: NeedState;
  readonly stateBeforeSuspension: NeedState | null;
  readonly amountMinor: bigint;
}

export interface MoneyMove {
  readonly counters: NeedCounters;
  /** Null where the counters change and the state does not. */
  readonly move: { readonly transition: NeedTransition; readonly to: NeedState } | null;
}

/** A part, or all of it, may count as delivered. */
const MAY_HAVE_ARRIVED = [
  'IN_DELIVERY',
  'FUNDED',
  'WAITING_FUNDS',
  'DELIVERED',
  'CONFIRMED',
] as const satisfies readonly NeedState[];

/** States in which an event may happen at all. */
const IN_STATES: Readonly<Record<BookingEvent, readonly NeedState[]>> = {
  RESERVED: ['APPROVED', 'WAITING_FUNDS'],
  UNRESERVED: ['FUNDED', 'WAITING_FUNDS', 'IN_DELIVERY'],
  RELEASED: ['FUNDED', 'IN_DELIVERY'],
  // A part may be on its way while another part was lost or came back.
  DELIVERED: ['IN_DELIVERY', 'FUNDED', 'WAITING_FUNDS'],
  CAME_BACK: ['IN_DELIVERY', 'FUNDED', 'WAITING_FUNDS'],
  LOST: ['IN_DELIVERY', 'FUNDED', 'WAITING_FUNDS'],
  // What had counted as delivered, of a need that may have ended since; nothing is set aside for one that has.
  NOT_ARRIVED: [...MAY_HAVE_ARRIVED, 'CANCELLED', 'EXPIRED', 'UNMET'],
  BACK_AFTER_ALL: MAY_HAVE_ARRIVED,
};

/** All of it counts as delivered. */
const ARRIVED: readonly NeedState[] = ['DELIVERED', 'CONFIRMED'];

/** What may not begin while a need is suspended; what has begun goes on outside and is written down. */
const NOT_WHILE_SUSPENDED: readonly BookingEvent[] = ['RESERVED', 'RELEASED'];

/**
 * What an event of the books does to a need (domain.md C3). WRONG_STATE where it cannot happen; REFUSED
 * `NEED_AMOUNT_EXCEEDED`, `MORE_THAN_RESERVED`, `MORE_THAN_RELEASED` or `MORE_THAN_DELIVERED` where the sums do not fit.
 * @param minor above zero
 */
export function moneyMove(
  need: CountedNeed,
  event: BookingEvent,
  minor: bigint,
): Result<MoneyMove, DomainError> {
  if (minor <= 0n) throw new Error('money that moves is more than nothing');
  const state = need.stateBeforeSuspension ?? need.state;
  const isSuspended = need.state === 'SUSPENDED';
  if (!IN_STATES[event].includes(state) || (isSuspended && NOT_WHILE_SUSPENDED.includes(event))) {
    return err(wrongState(need.state));
  }
  const counters = count(need, event, minor);
  const misfit = misfitOf(need.amountMinor, counters);
  if (misfit !== null) return err(refused(misfit));
  return ok({ counters, move: moveAfter(state, event, need.amountMinor, counters) });
}

function count(before: NeedCounters, event: BookingEvent, minor: bigint): NeedCounters {
  const { reservedMinor, releasedMinor, deliveredMinor } = before;
  const by = (reserved: bigint, released: bigint, delivered: bigint): NeedCounters => ({
    reservedMinor: reservedMinor + reserved,
    releasedMinor: releasedMinor + released,
    deliveredMinor: deliveredMinor + delivered,
  });
  switch (event) {
    case 'RESERVED':
      return by(minor, 0n, 0n);
    case 'UNRESERVED':
      return by(-minor, 0n, 0n);
    case 'RELEASED':
      return by(-minor, minor, 0n);
    case 'DELIVERED':
      return by(0n, 0n, minor);
    case 'CAME_BACK':
      return by(minor, -minor, 0n);
    case 'LOST':
      return by(0n, -minor, 0n);
    case 'NOT_ARRIVED':
      return by(0n, -minor, -minor);
    case 'BACK_AFTER_ALL':
      return by(minor, -minor, -minor);
  }
}

function misfitOf(amountMinor: bigint, counters: NeedCounters): string | null {
  const { reservedMinor, releasedMinor, deliveredMinor } = counters;
  if (reservedMinor < 0n) return 'MORE_THAN_RESERVED';
  if (deliveredMinor < 0n) return 'MORE_THAN_DELIVERED';
  if (releasedMinor < deliveredMinor) return 'MORE_THAN_RELEASED';
  return reservedMinor + releasedMinor > amountMinor ? 'NEED_AMOUNT_EXCEEDED' : null;
}

function moveAfter(
  state: NeedState,
  event: BookingEvent,
  amountMinor: bigint,
  { reservedMinor, releasedMinor, deliveredMinor }: NeedCounters,
): MoneyMove['move'] {
  const isFunded = reservedMinor + releasedMinor === amountMinor;
  switch (event) {
    case 'RESERVED':
      if (isFunded) return { transition: 'FUND', to: 'FUNDED' };
      return state === 'APPROVED' ? { transition: 'WAIT_FOR_FUNDS', to: 'WAITING_FUNDS' } : null;
    case 'UNRESERVED':
    case 'LOST':
    case 'NOT_ARRIVED':
      if (ARRIVED.includes(state)) return { transition: 'MISS', to: 'WAITING_FUNDS' };
      if (state === 'FUNDED') return { transition: 'LOSE_FUNDS', to: 'WAITING_FUNDS' };
      if (state === 'IN_DELIVERY') return { transition: 'LOSE_IN_DELIVERY', to: 'WAITING_FUNDS' };
      return null;
    case 'RELEASED':
      return state === 'FUNDED' ? { transition: 'START_DELIVERY', to: 'IN_DELIVERY' } : null;
    case 'DELIVERED':
      return state === 'IN_DELIVERY' && deliveredMinor === amountMinor
        ? { transition: 'FINISH_DELIVERY', to: 'DELIVERED' }
        : null;
    case 'CAME_BACK':
    case 'BACK_AFTER_ALL':
      if (ARRIVED.includes(state)) return { transition: 'MISS_WITH_MONEY', to: 'FUNDED' };
      return state === 'IN_DELIVERY' && releasedMinor === deliveredMinor
        ? { transition: 'COME_BACK', to: 'FUNDED' }
        : null;
  }
}
