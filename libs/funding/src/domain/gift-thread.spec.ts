import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giftThread, joinParts, type FundUse } from './gift-thread.js';

const use = (status: FundUse['status'], group: string, amountMinor: bigint): FundUse => ({
  status,
  group,
  amountMinor,
});
const uses = [
  use('DELIVERED', 'LEG', 300n),
  use('DELIVERED', 'DET', 200n),
  use('RESERVED', 'DET', 100n),
];

describe('what a gift did', () => {
  it.each([
    ['the first gift', { beforeMinor: 0n, worthMinor: 300n }, ['DELIVERED LEG 300']],
    [
      'a gift in the middle',
      { beforeMinor: 250n, worthMinor: 300n },
      ['DELIVERED LEG 50', 'DELIVERED DET 200', 'RESERVED DET 50'],
    ],
    ['a gift after all uses', { beforeMinor: 600n, worthMinor: 10n }, ['WAITING null 10']],
    [
      'a gift at the end of the uses',
      { beforeMinor: 590n, worthMinor: 30n },
      ['RESERVED DET 10', 'WAITING null 20'],
    ],
    ['a gift of nothing', { beforeMinor: 0n, worthMinor: 0n }, []],
  ])('is told for %s', (_, place, expected) => {
    const parts = giftThread(place, uses);

    expect(parts.map((p) => `${p.status} ${String(p.group)} ${p.amountMinor.toString()}`)).toEqual(
      expected,
    );
  });

  it('adds up to the gift, and all gifts together to all uses', () => {
    const amounts = fc.array(fc.bigInt(1n, 1_000n), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, (worths, used) => {
        const all = used.map((amount, at) => use('DELIVERED', `G${String(at)}`, amount));
        let beforeMinor = 0n;
        let delivered = 0n;
        for (const worthMinor of worths) {
          const parts = giftThread({ beforeMinor, worthMinor }, all);
          expect(parts.reduce((sum, part) => sum + part.amountMinor, 0n)).toBe(worthMinor);
          delivered += parts
            .filter((part) => part.status === 'DELIVERED')
            .reduce((sum, part) => sum + part.amountMinor, 0n);
          beforeMinor += worthMinor;
        }
        const spent = used.reduce((sum, amount) => sum + amount, 0n);
        expect(delivered).toBe(spent < beforeMinor ? spent : beforeMinor);
      }),
    );
  });

  it('of a gift in several funds is told as one, what came furthest first', () => {
    const waiting = { status: 'WAITING', group: null, amountMinor: 5n } as const;
    const reserved = { status: 'RESERVED', group: 'LIV', amountMinor: 3n } as const;
    const confirmed = { status: 'CONFIRMED', group: 'MED', amountMinor: 2n } as const;

    expect(joinParts([waiting, reserved, waiting, confirmed])).toEqual([
      confirmed,
      reserved,
      { ...waiting, amountMinor: 10n },
    ]);
    expect(joinParts([confirmed, waiting, reserved, waiting])).toEqual(
      joinParts([waiting, waiting, reserved, confirmed]),
    );
  });
});
