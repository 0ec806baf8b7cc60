import { describe, expect, it } from '@jest/globals';
import { countOf, mergeCounts } from './people-count.js';
import { dueMonths, publicLines } from './public-totals.js';
import { maySign, mayWithdraw, totalsState } from './totals-state.js';

const cell = (code: string, people: number, minorUnits: bigint) => ({
  ...{ code, minorUnits },
  people: mergeCounts(
    Array.from({ length: people }, (_, index) =>
      countOf(`${code}-${String(index)}`, { '18_59': { F: 1 } }),
    ),
  ),
});

describe('the lines of a month', () => {
  it('are rounded, and small kinds stand together', () => {
    expect(
      publicLines([cell('CHD', 22, 10_249n), cell('DET', 3, 100n), cell('MED', 12, 900n)]),
    ).toEqual([
      { needGroup: 'CHD', people: 20, minorUnits: 10_000n },
      { needGroup: 'OTHER', people: 15, minorUnits: 1_000n },
    ]);
  });

  it('are none where all of them together are fewer than ten people, or than the house asks for', () => {
    expect(publicLines([cell('CHD', 4, 10_000n), cell('MED', 5, 5_000n)])).toEqual([]);
    expect(publicLines([cell('CHD', 14, 10_000n)], 15)).toEqual([]);
  });
});

describe('the months whose snapshot is due', () => {
  it('ended thirty days ago or longer, and are taken once', () => {
    expect(dueMonths('2026-08', new Set(), '2026-11-29')).toEqual(['2026-08', '2026-09']);
    expect(dueMonths('2026-08', new Set(), '2026-11-30')).toEqual(['2026-08', '2026-09']);
    expect(dueMonths('2026-08', new Set(), '2026-12-01')).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
    expect(dueMonths('2026-08', new Set(['2026-08']), '2026-11-29')).toEqual(['2026-09']);
    expect(dueMonths('2026-12', new Set(), '2026-12-31')).toEqual([]);
  });

  it('are at most two years at once', () => {
    expect(dueMonths('2020-01', new Set(), '2026-11-29')).toHaveLength(24);
  });
});

describe('a snapshot', () => {
  const acts = (signedBy: readonly string[], isWithdrawn = false) => ({ signedBy, isWithdrawn });

  it('is published by two different people', () => {
    expect(totalsState(acts(['a']))).toBe('PROPOSED');
    expect(totalsState(acts(['a', 'b']))).toBe('PUBLISHED');
    expect(maySign(acts(['a']), 'b').ok).toBe(true);
    expect(maySign(acts(['a']), 'a')).toMatchObject({ error: { reason: 'SIGNED_BY_YOU' } });
    expect(maySign(acts(['a', 'b']), 'c')).toMatchObject({ error: { state: 'PUBLISHED' } });
  });

  it('is withdrawn for good', () => {
    expect(totalsState(acts(['a', 'b'], true))).toBe('WITHDRAWN');
    expect(mayWithdraw(acts(['a', 'b'])).ok).toBe(true);
    expect(mayWithdraw(acts([], true))).toMatchObject({ error: { state: 'WITHDRAWN' } });
    expect(maySign(acts([], true), 'a')).toMatchObject({ error: { state: 'WITHDRAWN' } });
  });
});
