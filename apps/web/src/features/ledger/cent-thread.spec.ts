import { expect, it } from '@jest/globals';
import { sourcesOf, threadOf } from './cent-thread';
import type { StatementLine } from './statement';

let day = 0;
/** A movement of a fund, one a day. */
function line(
  transferId: string,
  code: string,
  minorUnits: number,
  more: object = {},
): StatementLine {
  day += 1;
  return {
    __typename: 'AccountStatementLine',
    transferId,
    code,
    side: code === 'RELEASE' || code === 'GIFT_FEE' ? 'DEBIT' : 'CREDIT',
    bookedAt: `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    reference: null,
    counterAccountId: 'a',
    counterAccountCode: 'BANK',
    amount: { __typename: 'Money', minorUnits: String(minorUnits), currency: 'EUR' },
    balance: { __typename: 'Money', minorUnits: '0', currency: 'EUR' },
    ...more,
  };
}

const gift = line('gift', 'GIFT', 5000);
const LINES: readonly StatementLine[] = [
  gift,
  line('fee', 'GIFT_FEE', 100, { bookedAt: gift.bookedAt }),
  line('grant', 'GRANT', 10_000),
  line('one', 'RELEASE', 4000, { reference: 'n1' }),
  line('two', 'RELEASE', 3000, { reference: 'n2' }),
  line('back', 'CAME_BACK', 1000, { reference: 'n2' }),
];

it('follows what came first into what was used first', () => {
  const thread = threadOf(LINES, 'gift');
  expect(thread?.fee?.transferId).toBe('fee');
  expect(thread?.uses.map(({ release, share }) => [release.transferId, share])).toEqual([
    ['one', 4000n],
    ['two', 900n],
  ]);
  expect(thread?.waiting).toBe(0n);
  expect(threadOf(LINES, 'grant')).toMatchObject({
    uses: [{ share: 1100n }],
    waiting: 8900n,
  });
});

it('goes the same way back, and both ways tell the same amounts', () => {
  const found = sourcesOf(LINES, 'two')?.map(({ source, share }) => [source.transferId, share]);
  expect(found).toEqual([
    ['gift', 900n],
    ['grant', 1100n],
  ]);
  expect(sourcesOf(LINES, 'one')).toMatchObject([{ share: 4000n }]);
});

it('knows nothing of what is not in the fund', () => {
  expect(threadOf(LINES, 'one')).toBeNull();
  expect(sourcesOf(LINES, 'gift')).toBeNull();
});
