import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DISPUTE_STATES,
  further,
  GIFT_PROGRESS,
  giftState,
  REFUND_STATES,
  type DisputeState,
  type GiftProgress,
  type GiftState,
  type RefundState,
} from './gift-state.js';

type News =
  | { readonly kind: 'payment'; readonly progress: GiftProgress }
  | { readonly kind: 'refund'; readonly id: number; readonly state: RefundState }
  | { readonly kind: 'dispute'; readonly id: number; readonly state: DisputeState };

const AMOUNT = 1_000n;
const REFUNDS = [400n, 600n, 250n];

const news: fc.Arbitrary<News> = fc.oneof(
  fc.record({
    kind: fc.constant('payment' as const),
    progress: fc.constantFrom(...GIFT_PROGRESS),
  }),
  fc.record({
    kind: fc.constant('refund' as const),
    id: fc.nat(REFUNDS.length - 1),
    state: fc.constantFrom(...REFUND_STATES),
  }),
  fc.record({
    kind: fc.constant('dispute' as const),
    id: fc.nat(1),
    state: fc.constantFrom(...DISPUTE_STATES),
  }),
);

/** What is known after hearing the news in this order, taken in as the worker does. */
function hear(all: readonly News[]): { state: GiftState; history: readonly GiftProgress[] } {
  let progress: GiftProgress = 'INTENT';
  const refunds = new Map<number, RefundState>();
  const disputes = new Map<number, DisputeState>();
  const history: GiftProgress[] = [progress];
  for (const each of all) {
    if (each.kind === 'payment') progress = further(GIFT_PROGRESS, progress, each.progress);
    else if (each.kind === 'refund') {
      const known = refunds.get(each.id) ?? 'REQUESTED';
      refunds.set(each.id, further(REFUND_STATES, known, each.state));
    } else {
      const known = disputes.get(each.id) ?? 'OPEN';
      disputes.set(each.id, further(DISPUTE_STATES, known, each.state));
    }
    history.push(progress);
  }
  const refundedMinor = [...refunds]
    .filter(([, state]) => state === 'SUCCEEDED')
    .reduce((sum, [id]) => sum + (REFUNDS[id] ?? 0n), 0n);
  const facts = { progress, amountMinor: AMOUNT, refundedMinor, disputes: [...disputes.values()] };
  return { state: giftState(facts), history };
}

describe('the state of a gift', () => {
  const runs = fc
    .array(news, { maxLength: 25 })
    .chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.constantFrom(...(all.length === 0 ? [undefined] : all)), { maxLength: 25 }),
      ),
    );

  it('is the same whatever the order of the news, and however often it is told', () => {
    fc.assert(
      fc.property(runs, ([all, shuffled, repeated]) => {
        const again = [...shuffled, ...repeated.filter((each) => each !== undefined)];
        expect(hear(again).state).toBe(hear(all).state);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never goes back: the progress of a payment only rises', () => {
    fc.assert(
      fc.property(fc.array(news), (all) => {
        const ranks = hear(all).history.map((progress) => GIFT_PROGRESS.indexOf(progress));
        expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
      }),
    );
  });

  it('says nothing of refunds and disputes before the money is there', () => {
    fc.assert(
      fc.property(fc.array(news), (all) => {
        const { state, history } = hear(all);
        const isBooked = history.at(-1) === 'SUCCEEDED';
        expect(['SUCCEEDED', 'REFUNDED', 'DISPUTED', 'CHARGED_BACK'].includes(state)).toBe(
          isBooked,
        );
      }),
    );
  });

  it.each([
    [{ refundedMinor: 999n, disputes: [] }, 'SUCCEEDED'],
    [{ refundedMinor: 1_000n, disputes: [] }, 'REFUNDED'],
    [{ refundedMinor: 1_000n, disputes: ['OPEN' as const] }, 'DISPUTED'],
    [{ refundedMinor: 0n, disputes: ['WON' as const] }, 'SUCCEEDED'],
    [{ refundedMinor: 1_000n, disputes: ['WON' as const, 'LOST' as const] }, 'CHARGED_BACK'],
  ])('of %p is %s', (facts, state) => {
    expect(giftState({ progress: 'SUCCEEDED', amountMinor: AMOUNT, ...facts })).toBe(state);
  });
});
