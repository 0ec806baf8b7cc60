import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DISPUTE_FINDINGS,
  REASONS_OF_FINDING,
  settlementOf,
  takeBackFrom,
} from './dispute-settlement.js';
import { isReason, REASON_LISTS } from './reason-codes.js';

const minor = fc.bigInt({ min: 0n, max: 10_000n });
const deliveries = fc
  .array(minor, { maxLength: 8 })
  .map((amounts) =>
    amounts.map((amountMinor, place) => ({ transferId: `t-${place}`, amountMinor })),
  );
const sum = (parts: readonly { amountMinor: bigint }[]): bigint =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0n);

describe('takeBackFrom', () => {
  it('takes exactly what is missing, never more of a delivery than is left, and the latest first', () => {
    fc.assert(
      fc.property(deliveries, fc.nat({ max: 100 }), (left, percent) => {
        const missing = (sum(left) * BigInt(percent)) / 100n;

        const parts = takeBackFrom(left, missing);

        expect(sum(parts)).toBe(missing);
        const whole = left.filter(({ amountMinor }) => amountMinor > 0n).slice(0, parts.length);
        expect(parts.map(({ transferId }) => transferId)).toEqual(
          whole.map(({ transferId }) => transferId),
        );
        // Only the last one may be taken in part, and nothing is taken for nothing.
        expect(parts.slice(0, -1)).toEqual(whole.slice(0, -1));
        const [last, available] = [parts.at(-1), whole.at(-1)];
        if (last !== undefined && available !== undefined) {
          expect(last.amountMinor > 0n && last.amountMinor <= available.amountMinor).toBe(true);
        }
      }),
    );
  });

  it('takes books that contradict the payout for a bug', () => {
    fc.assert(
      fc.property(deliveries, fc.bigInt({ min: 1n, max: 10n }), (left, more) => {
        expect(() => takeBackFrom(left, sum(left) + more)).toThrow('booked for less');
      }),
    );
  });
});

describe('a finding', () => {
  it.each([
    ['RECEIVED', true, 'SETTLE_DISPUTE'],
    ['RECEIVED', false, 'SETTLE_DISPUTE'],
    ['LOST', true, 'SETTLE_AS_LOST'],
    ['LOST', false, 'SETTLE_PART_LOST'],
    ['CAME_BACK', true, 'SETTLE_AS_RETURNED'],
    ['CAME_BACK', false, 'SETTLE_PART_RETURNED'],
  ] as const)('%s (nothing arrived: %s) is %s', (finding, isWhole, transition) => {
    expect(settlementOf(finding, isWhole)).toBe(transition);
  });

  it('has reasons of its own: none of them says something else as well', () => {
    for (const finding of DISPUTE_FINDINGS) {
      for (const code of REASON_LISTS[REASONS_OF_FINDING[finding]]) {
        const fitting = DISPUTE_FINDINGS.filter((one) => isReason(REASONS_OF_FINDING[one], code));
        expect([code, fitting]).toEqual([code, [finding]]);
      }
    }
  });
});
