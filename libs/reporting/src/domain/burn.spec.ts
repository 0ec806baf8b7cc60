import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { burnOf, type BurnFacts } from './burn.js';

const grant = (more: Partial<BurnFacts> = {}): BurnFacts => ({
  spendableMinor: 3_000_000n,
  spentMinor: 1_860_000n,
  startsOn: '2026-01-01',
  lapsesOn: '2026-03-01',
  today: '2026-02-09',
  ...more,
});

describe('how quickly a grant is spent', () => {
  it('is what was spent, by the days gone', () => {
    expect(burnOf(grant())).toEqual({
      ...{ daysGone: 40, days: 60, daysLeft: 20 },
      // 18,600.00 in 40 days, in a month of 365/12 days.
      perMonthMinor: 1_414_375n,
      neededPerMonthMinor: 1_733_750n,
      // 11,400.00 are gone in 24.5 days.
      usedUpOn: '2026-03-06',
      wouldLapseMinor: 210_000n,
    });
  });

  it('says nothing of a day before anything was spent, or before it begins', () => {
    expect(burnOf(grant({ spentMinor: 0n }))).toMatchObject({
      ...{ perMonthMinor: 0n, usedUpOn: null, wouldLapseMinor: 3_000_000n },
    });
    expect(burnOf(grant({ spentMinor: 0n, today: '2025-12-01' }))).toMatchObject({
      ...{ daysGone: 0, perMonthMinor: 0n, usedUpOn: null },
    });
  });

  it('ends with its last day', () => {
    expect(burnOf(grant({ today: '2026-03-01' }))).toMatchObject({
      ...{ daysGone: 60, daysLeft: 0, neededPerMonthMinor: null, wouldLapseMinor: 1_140_000n },
    });
    expect(burnOf(grant({ today: '2026-04-01' }))).toMatchObject({
      ...{ daysGone: 60, daysLeft: -31, neededPerMonthMinor: null },
    });
  });

  it('lapses nothing exactly where it would be used up in time, and never more than is left', () => {
    const facts = fc.record({
      spendableMinor: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
      spentMinor: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
      daysGone: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(facts, ({ daysGone, ...sums }) => {
        const today = new Date(Date.UTC(2026, 0, daysGone)).toISOString().slice(0, 10);
        const burn = burnOf(grant({ ...sums, today }));
        const rest = sums.spendableMinor - sums.spentMinor;
        expect(burn.wouldLapseMinor <= (rest > 0n ? rest : 0n)).toBe(true);
        if (burn.usedUpOn !== null) {
          expect(burn.wouldLapseMinor === 0n).toBe(burn.usedUpOn <= '2026-03-01');
        }
      }),
    );
  });
});
