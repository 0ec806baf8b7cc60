import { describe, expect, it } from '@jest/globals';
import { familiesReached, type FamilyUse } from './families-reached.js';

const use = (
  family: string,
  code: string,
  status: FamilyUse['status'] = 'DELIVERED',
): FamilyUse => ({
  ...{ family, code, status },
  group: code.slice(0, 3),
  amountMinor: 100n,
});
const all = { beforeMinor: 0n, worthMinor: 1_000n };
const X = new Set(['LEG-LAWYER']);
const told = (...uses: readonly FamilyUse[]): number | null =>
  familiesReached([{ place: all, uses }], X);

describe('how many families a gift has reached', () => {
  it('counts each family once, and only once something has come', () => {
    const school = use('a', 'CHD-SCHOOL', 'CONFIRMED');
    expect(told(school, use('b', 'MED-CHECK'))).toBe(2);
    expect(told(school, use('a', 'CHD-GIFT'))).toBe(1);
    expect(told(school, use('b', 'MED-CHECK', 'ON_ITS_WAY'))).toBe(1);
    expect(told(use('b', 'MED-CHECK', 'RESERVED'))).toBeNull();
  });

  it('counts what the gift itself is in, across funds', () => {
    const uses = [use('a', 'CHD-SCHOOL'), use('b', 'CHD-SCHOOL'), use('c', 'CHD-SCHOOL')];
    const middle = { beforeMinor: 100n, worthMinor: 150n };
    expect(familiesReached([{ place: middle, uses }], X)).toBe(2);
    const elsewhere = { place: all, uses: [use('c', 'CHD-GIFT'), use('d', 'CHD-GIFT')] };
    expect(familiesReached([{ place: middle, uses }, elsewhere], X)).toBe(3);
  });

  it('does not say that one family had two kinds of help', () => {
    expect(told(use('a', 'CHD-SCHOOL'), use('a', 'MED-CHECK'))).toBeNull();
  });

  it('is silent where a kind of need is among them that is never published', () => {
    expect(told(use('a', 'LEG-LAWYER'), use('b', 'LEG-ADVICE'), use('c', 'LEG-ADVICE'))).toBeNull();
  });
});
