import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BOOKING_EVENTS,
  moneyMove,
  type CountedNeed,
  type BookingEvent,
} from './need-money-moves.js';

const AMOUNT = 100n;
const steps = fc.array(
  fc.record({
    event: fc.constantFrom(...BOOKING_EVENTS),
    // Halves and wholes meet often, so that walks get to the end; odd sums must not confuse them.
    minor: fc.constantFrom(50n, 50n, 100n, 100n, 30n, 7n),
    suspended: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    // What people do in between: the family's word for a delivery, the end of a need that nothing stands for.
    after: fc.constantFrom('NOTHING', 'NOTHING', 'NOTHING', 'CONFIRM', 'END'),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

const approved: CountedNeed = {
  state: 'APPROVED',
  stateBeforeSuspension: null,
  amountMinor: AMOUNT,
  reservedMinor: 0n,
  releasedMinor: 0n,
  deliveredMinor: 0n,
};

/** What must be true of a need after every event of the books. */
function wrongsOf(need: CountedNeed): string[] {
  const { reservedMinor: reserved, releasedMinor: released, deliveredMinor: delivered } = need;
  const state = need.stateBeforeSuspension ?? need.state;
  const wrongs: string[] = [];
  if (reserved < 0n || delivered < 0n || delivered > released) wrongs.push('counters out of order');
  if (reserved + released > AMOUNT) wrongs.push('more than the need');
  if (state === 'FUNDED' && reserved + released !== AMOUNT) wrongs.push('FUNDED without the sum');
  if (state === 'WAITING_FUNDS' && reserved + released === AMOUNT)
    wrongs.push('waits with the sum');
  if (['DELIVERED', 'CONFIRMED'].includes(state) !== (delivered === AMOUNT))
    wrongs.push('DELIVERED and not all of it');
  if (state === 'UNMET' && (reserved > 0n || released !== delivered))
    wrongs.push('ended with money');
  if (state === 'IN_DELIVERY' && released === 0n) wrongs.push('IN_DELIVERY with nothing out');
  if (state === 'APPROVED' && reserved + released > 0n) wrongs.push('APPROVED with money');
  return wrongs;
}

interface Step {
  readonly event: BookingEvent;
  readonly minor: bigint;
  readonly suspended: boolean;
  readonly after: string;
}

function stateAfter(after: string, need: CountedNeed): CountedNeed['state'] {
  const { state, reservedMinor, releasedMinor, deliveredMinor } = need;
  if (after === 'CONFIRM' && state === 'DELIVERED') return 'CONFIRMED';
  const stands = reservedMinor > 0n || releasedMinor !== deliveredMinor;
  return after === 'END' && state === 'WAITING_FUNDS' && !stands ? 'UNMET' : state;
}

/** Plays events on a need; those that are refused change nothing. */
function play(events: readonly Step[], seen: Set<string>): string[] {
  let need = approved;
  const wrongs: string[] = [];
  for (const { event, minor, suspended, after } of events) {
    const state = need.stateBeforeSuspension ?? need.state;
    const now: CountedNeed =
      suspended && !['DELIVERED', 'CONFIRMED', 'UNMET'].includes(state)
        ? { ...need, state: 'SUSPENDED', stateBeforeSuspension: state }
        : { ...need, state, stateBeforeSuspension: null };
    const moved = moneyMove(now, event, minor);
    if (!moved.ok) continue;
    const { counters, move } = moved.value;
    need = { ...need, ...counters, state: move?.to ?? state, stateBeforeSuspension: null };
    seen.add(`${event} ${move?.transition ?? '-'}`);
    wrongs.push(...wrongsOf(need));
    need = { ...need, state: stateAfter(after, need) };
  }
  return wrongs;
}

describe('moneyMove', () => {
  it('keeps counters and state in step, whatever the books say in whatever order', () => {
    const seen = new Set<string>();

    fc.assert(
      fc.property(steps, (events) => {
        expect(play(events, seen)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );

    expect([...seen].sort()).toEqual([
      'BACK_AFTER_ALL -',
      'BACK_AFTER_ALL COME_BACK',
      'BACK_AFTER_ALL MISS_WITH_MONEY',
      'CAME_BACK -',
      'CAME_BACK COME_BACK',
      'DELIVERED -',
      'DELIVERED FINISH_DELIVERY',
      'LOST -',
      'LOST LOSE_FUNDS',
      'LOST LOSE_IN_DELIVERY',
      'NOT_ARRIVED -',
      'NOT_ARRIVED LOSE_FUNDS',
      'NOT_ARRIVED LOSE_IN_DELIVERY',
      'NOT_ARRIVED MISS',
      'RELEASED -',
      'RELEASED START_DELIVERY',
      'RESERVED -',
      'RESERVED FUND',
      'RESERVED WAIT_FOR_FUNDS',
      'UNRESERVED -',
      'UNRESERVED LOSE_FUNDS',
      'UNRESERVED LOSE_IN_DELIVERY',
    ]);
  });

  it.each<[string, CountedNeed, BookingEvent, bigint, string]>([
    ['more than it lacks', approved, 'RESERVED', 101n, 'NEED_AMOUNT_EXCEEDED'],
    [
      'more than is reserved',
      { ...approved, state: 'FUNDED', reservedMinor: 100n },
      'RELEASED',
      101n,
      'MORE_THAN_RESERVED',
    ],
    [
      'more arrivals than were sent',
      { ...approved, state: 'IN_DELIVERY', releasedMinor: 10n, reservedMinor: 90n },
      'DELIVERED',
      11n,
      'MORE_THAN_RELEASED',
    ],
    [
      'losing what has arrived',
      { ...approved, state: 'IN_DELIVERY', releasedMinor: 100n, deliveredMinor: 60n },
      'LOST',
      41n,
      'MORE_THAN_RELEASED',
    ],
    [
      'missing more than has arrived',
      { ...approved, state: 'IN_DELIVERY', releasedMinor: 100n, deliveredMinor: 60n },
      'NOT_ARRIVED',
      61n,
      'MORE_THAN_DELIVERED',
    ],
  ])('refuses %s', (_, need, event, minor, reason) => {
    expect(moneyMove(need, event, minor)).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason },
    });
  });

  it('takes back from a need that has ended, and sets nothing aside for it', () => {
    const ended = { ...approved, state: 'UNMET', releasedMinor: 60n, deliveredMinor: 60n } as const;

    expect(moneyMove(ended, 'NOT_ARRIVED', 60n)).toEqual({
      ok: true,
      value: {
        counters: { reservedMinor: 0n, releasedMinor: 0n, deliveredMinor: 0n },
        move: null,
      },
    });
    expect(moneyMove(ended, 'BACK_AFTER_ALL', 60n)).toEqual({
      ok: false,
      error: { kind: 'WRONG_STATE', state: 'UNMET' },
    });
  });

  it.each<BookingEvent>(['RESERVED', 'RELEASED'])(
    'begins nothing (%s) while suspended',
    (event) => {
      const before = event === 'RESERVED' ? 'APPROVED' : 'FUNDED';
      const need = { ...approved, state: 'SUSPENDED', stateBeforeSuspension: before } as const;

      expect(moneyMove({ ...need, reservedMinor: 50n }, event, 10n)).toEqual({
        ok: false,
        error: { kind: 'WRONG_STATE', state: 'SUSPENDED' },
      });
    },
  );

  it('takes nothing at all for a bug', () => {
    expect(() => moneyMove(approved, 'RESERVED', 0n)).toThrow('more than nothing');
  });
});
