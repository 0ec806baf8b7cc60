import { err, ok, wrongState } from '@kinward/kernel';
import type { Result, WrongStateError } from '@kinward/kernel';
import { addDays } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';

/** An offer to hand a case over, from the first question to the family's arrival (ADR 0021). */
export const TRANSFER_STATES = [
  'OFFERED',
  'ACCEPTED',
  'DECLINED',
  'LAPSED',
  'WITHDRAWN',
  'SENT',
  'RECEIVED',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export type TransferAct = 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'SEND' | 'RECEIVE';

const MOVES: Readonly<
  Record<TransferAct, { readonly from: readonly TransferState[]; readonly to: TransferState }>
> = {
  ACCEPT: { from: ['OFFERED'], to: 'ACCEPTED' },
  DECLINE: { from: ['OFFERED', 'ACCEPTED'], to: 'DECLINED' },
  // After the sending, too: a parcel that nobody fetches must not wait for ever.
  WITHDRAW: { from: ['OFFERED', 'ACCEPTED', 'SENT'], to: 'WITHDRAWN' },
  SEND: { from: ['ACCEPTED'], to: 'SENT' },
  RECEIVE: { from: ['SENT'], to: 'RECEIVED' },
};

/** Days in which the other organisation answers, and the family is sent. */
export const OFFER_DAYS = 14;
/** Days in which whoever accepted fetches the family. */
export const PARCEL_DAYS = 14;

/** Why an organisation does not take a family on. */
export const TRANSFER_DECLINE_REASONS = [
  'NO_CAPACITY',
  'OUTSIDE_MANDATE',
  'NO_SAFE_WAY_TO_HELP',
] as const;

export function offerLapsesOn(today: CalendarDay): CalendarDay {
  return addDays(today, OFFER_DAYS);
}

/** The state on a day: what was not answered or not sent in time has lapsed, whether or not anybody wrote that down. */
export function transferState(
  transfer: { readonly state: TransferState; readonly lapsesOn: CalendarDay },
  today: CalendarDay,
): TransferState {
  const mayLapse = transfer.state === 'OFFERED' || transfer.state === 'ACCEPTED';
  return mayLapse && transfer.lapsesOn < today ? 'LAPSED' : transfer.state;
}

/** The state after an act. WRONG_STATE where it is too late for it, or too early. */
export function moveTransfer(
  transfer: { readonly state: TransferState; readonly lapsesOn: CalendarDay },
  act: TransferAct,
  today: CalendarDay,
): Result<TransferState, WrongStateError> {
  const state = transferState(transfer, today);
  const { from, to } = MOVES[act];
  return from.includes(state) ? ok(to) : err(wrongState(state));
}

/**
 * The day that is written down for an act: today where the actor is, but never before what the other side did last,
 * whose zone may be a day ahead. @param today in the zone of whoever acts
 */
export function dayOfAct(
  transfer: {
    readonly offeredOn: CalendarDay;
    readonly answeredOn: CalendarDay | null;
    readonly sentOn: CalendarDay | null;
  },
  today: CalendarDay,
): CalendarDay {
  const last = transfer.sentOn ?? transfer.answeredOn ?? transfer.offeredOn;
  return last > today ? last : today;
}
