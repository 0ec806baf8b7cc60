import { describe, expect, it } from '@jest/globals';
import { compareSamples, median } from './two-samples.js';

const range = (count: number, at: (place: number) => number): number[] =>
  Array.from({ length: count }, (_, place) => at(place));

describe('two samples', () => {
  it('are one where they are the same', () => {
    const values = range(100, (place) => place);

    expect(compareSamples(values, values)).toEqual({ distance: 0, p: 1 });
  });

  it('are apart by the share that lies elsewhere', () => {
    const one = range(100, (place) => place);
    const other = range(100, (place) => place + 30);

    expect(compareSamples(one, other).distance).toBeCloseTo(0.3, 12);
    expect(compareSamples(one, other).p).toBeLessThan(0.001);
    expect(compareSamples(other, one)).toEqual(compareSamples(one, other));
  });

  it('have the known limits of Kolmogorov', () => {
    // At 1.358 the limit is 0.05, at 1.628 it is 0.01.
    const shifted = (share: number) =>
      compareSamples(
        range(2_000, (place) => place),
        range(2_000, (place) => place + share * 2_000),
      ).p;
    const scale = Math.sqrt(1_000);

    expect(shifted(1.358 / scale)).toBeCloseTo(0.05, 2);
    expect(shifted(1.628 / scale)).toBeCloseTo(0.01, 2);
  });

  it('count values that are alike once', () => {
    expect(compareSamples([1, 1, 1, 2], [1, 1, 1, 2])).toEqual({ distance: 0, p: 1 });
    expect(median([3, 1, 2])).toBe(2);
    expect(() => compareSamples([], [1])).toThrow(RangeError);
  });
});
