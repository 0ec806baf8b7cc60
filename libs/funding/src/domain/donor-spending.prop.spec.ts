import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { donorSpending, type SpendingGift, type SpendingLine } from './donor-spending.js';
import { giftThread, THREAD_STATUSES, type FundUse } from './gift-thread.js';

const minor = (most: bigint) => fc.bigInt(0n, most);
const use: fc.Arbitrary<FundUse> = fc.record({
  status: fc.constantFrom('CONFIRMED', 'DELIVERED', 'ON_ITS_WAY', 'RESERVED'),
  group: fc.constantFrom('LEG', 'DET', 'LIV', 'OTHER'),
  amountMinor: fc.bigInt(1n, 3_000n),
});

/** Gifts of one fund, as they would lie there: fees, refunds, charge-backs, uses of the fund. */
const gifts: fc.Arbitrary<SpendingGift[]> = fc
  .tuple(
    fc.array(
      fc.record({
        amountMinor: fc.bigInt(1n, 5_000n),
        fee: minor(300n),
        refund: minor(5_000n),
        isChargedBack: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
      }),
      { maxLength: 8 },
    ),
    fc.array(use, { maxLength: 8 }),
  )
  .map(([drawn, uses]) => {
    let beforeMinor = 0n;
    return drawn.map(({ amountMinor, fee, refund, isChargedBack }) => {
      const feeMinor = fee < amountMinor ? fee : amountMinor;
      const refundedMinor = refund < amountMinor ? refund : amountMinor;
      const left = amountMinor - feeMinor - refundedMinor;
      const worthMinor = left > 0n ? left : 0n;
      const parts = giftThread({ beforeMinor, worthMinor }, uses);
      beforeMinor += worthMinor;
      return { amountMinor, feeMinor, refundedMinor, isChargedBack, parts };
    });
  });

const amountsOf = (line: SpendingLine): bigint[] => [
  line.waitingMinor,
  line.reservedMinor,
  line.spentMinor,
  line.deliveredMinor,
  line.confirmedMinor,
];
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);

describe('what a donor’s gifts did', () => {
  it('adds up to the gifts less what went back and what the provider kept, to the cent', () => {
    fc.assert(
      fc.property(gifts, (given) => {
        const { givenMinor, returnedMinor, feeMinor, lines } = donorSpending(given);

        expect(sum(lines.flatMap(amountsOf))).toBe(givenMinor - returnedMinor - feeMinor);
        expect(givenMinor).toBe(sum(given.map((gift) => gift.amountMinor)));
        expect(lines.flatMap(amountsOf).every((amount) => amount >= 0n)).toBe(true);
        expect(feeMinor >= 0n).toBe(true);
      }),
    );
  });

  it('is the same whatever the order, and two donors’ reports are together one of both', () => {
    fc.assert(
      fc.property(gifts, gifts, (one, other) => {
        const total = (given: SpendingGift[]) => sum(donorSpending(given).lines.flatMap(amountsOf));

        expect(donorSpending([...one].reverse())).toEqual(donorSpending(one));
        expect(total([...one, ...other])).toBe(total(one) + total(other));
      }),
    );
  });

  it('puts each status in its column, groups in order, what waits last', () => {
    const parts = THREAD_STATUSES.map((status, at) => ({
      status,
      group: status === 'WAITING' ? null : 'LIV',
      amountMinor: 10n ** BigInt(at),
    }));
    const gift = {
      amountMinor: 11_111n,
      feeMinor: 0n,
      refundedMinor: 0n,
      isChargedBack: false,
      parts,
    };
    const other = {
      ...gift,
      parts: [{ status: 'RESERVED', group: 'DET', amountMinor: 7n } as const],
    };
    const nothing = { waitingMinor: 0n, reservedMinor: 0n, spentMinor: 0n, deliveredMinor: 0n };

    expect(donorSpending([gift, other]).lines).toEqual([
      { group: 'DET', ...nothing, reservedMinor: 7n, confirmedMinor: 0n },
      {
        group: 'LIV',
        ...nothing,
        confirmedMinor: 1n,
        deliveredMinor: 10n,
        spentMinor: 100n,
        reservedMinor: 1_000n,
      },
      { group: null, ...nothing, waitingMinor: 10_000n, confirmedMinor: 0n },
    ]);
  });
});
