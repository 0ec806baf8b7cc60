import { describe, expect, it } from '@jest/globals';
import { CODENAME_COUNT } from '@kinward/cases';
import { jurisdictionPack } from '@kinward/jurisdictions';
import { SeededRandom } from './seeded-random.js';
import { CODENAME_STEP, drawCase, volumeCodename } from './volume-case.js';

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestCommonDivisor(other, one % other);
}

const pack = jurisdictionPack('by');

describe('invented families', () => {
  it('have a codename each', () => {
    const names = new Set(Array.from({ length: 20_000 }, (_, number) => volumeCodename(number)));

    expect(names.size).toBe(20_000);
    // A step that shares no factor with the length of the walk meets no place twice.
    expect(greatestCommonDivisor(CODENAME_STEP, BigInt(CODENAME_COUNT))).toBe(1n);
  });

  it('are the same whenever they are drawn', () => {
    expect(drawCase(4_711, pack)).toEqual(drawCase(4_711, pack));
    expect(drawCase(4_711, pack)).not.toEqual(drawCase(4_712, pack));
  });

  it('have open needs only while the case is open, and money never', () => {
    const families = Array.from({ length: 2_000 }, (_, number) => drawCase(number, pack));
    const withMoney = ['FUNDED', 'IN_DELIVERY', 'DELIVERED', 'CONFIRMED'];
    const over = ['REJECTED', 'CANCELLED', 'EXPIRED', 'UNMET'];

    const states = new Set(families.map(({ state }) => state));
    expect(states.size).toBe(7);
    for (const { state, needs } of families) {
      const needStates = needs.map((need) => need.state);
      expect(needStates.filter((each) => withMoney.includes(each))).toEqual([]);
      if (state === 'CLOSED') expect(needStates.every((each) => over.includes(each))).toBe(true);
      expect(needStates.includes('SUSPENDED') && state !== 'PAUSED_BY_FAMILY').toBe(false);
    }
  });

  it('bear names that nobody can take for real ones', () => {
    const { members, prisoner } = drawCase(7, pack);

    for (const { name } of [...members, prisoner]) expect(name).toMatch(/^Demo-Volume 7 /);
  });

  it('are drawn as often as their weight says', () => {
    const random = new SeededRandom(1);
    const drawn = Array.from({ length: 10_000 }, () => random.weighted({ often: 9, seldom: 1 }));

    const seldom = drawn.filter((each) => each === 'seldom').length;
    expect(seldom).toBeGreaterThan(850);
    expect(seldom).toBeLessThan(1_150);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
