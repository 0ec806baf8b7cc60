import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitOverhead } from './overhead.js';

const amount = fc.bigInt({ min: 1n, max: 1_000_000_000_000n });
const percent = fc.integer({ min: 0, max: 100 });
const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, each) => total + each, 0n);

describe('the share of a grant that is for the work itself', () => {
  it('and the fund’s part make the whole, and neither is below zero', () => {
    fc.assert(
      fc.property(amount, percent, (whole, share) => {
        const { overheadMinor, fundMinor } = splitOverhead(whole, share);
        expect(overheadMinor + fundMinor).toBe(whole);
        expect(overheadMinor >= 0n && fundMinor >= 0n).toBe(true);
      }),
    );
  });

  it('is the largest whole amount that is not above the percentage', () => {
    fc.assert(
      fc.property(amount, percent, (whole, share) => {
        const { overheadMinor } = splitOverhead(whole, share);
        const allowed = whole * BigInt(share);
        expect(overheadMinor * 100n <= allowed && allowed < (overheadMinor + 1n) * 100n).toBe(true);
      }),
    );
  });

  it('does not grow when a grant comes in many parts, and loses less than a cent with each', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        percent,
        (instalments, share) => {
          const inParts = sum(instalments.map((each) => splitOverhead(each, share).overheadMinor));
          const atOnce = splitOverhead(sum(instalments), share).overheadMinor;
          expect(inParts <= atOnce && atOnce - inParts < BigInt(instalments.length)).toBe(true);
        },
      ),
    );
  });

  it.each([
    [12_000_000n, 7, 840_000n],
    [10_001n, 7, 700n],
    [14n, 7, 0n],
    [1n, 100, 1n],
    [10_000n, 0, 0n],
    [10_000n, undefined, 0n],
  ])('of %s at %s per cent is %s', (whole, share, expected) => {
    expect(splitOverhead(whole, share).overheadMinor).toBe(expected);
  });
});
