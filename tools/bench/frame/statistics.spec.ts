import { describe, expect, it } from '@jest/globals';
import { median, percentile, ratioOfRounds } from './statistics.mjs';

describe('the median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is the mean of the two middle values of an even number', () => {
    expect(median([1, 10, 2, 4])).toBe(3);
  });

  it('sorts by size, not as text', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('leaves its input as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('does not exist without values', () => {
    expect(() => median([])).toThrow('no values');
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.99, 99],
    [0.5, 50],
    [1, 100],
    [0, 1],
  ])('at %d is a value that was measured', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('of few values is the largest', () => {
    expect(percentile([3, 7], 0.99)).toBe(7);
  });
});

describe('a ratio of rounds', () => {
  it('compares within each round and takes the median of that', () => {
    // The second round ran on a machine three times as slow; the medians of each side would say 2.
    expect(ratioOfRounds([20, 60, 22], [10, 30, 22], Number)).toBe(2);
    expect(ratioOfRounds([20, 90, 40], [10, 30, 10], Number)).toBe(3);
  });

  it('refuses sides of unequal length', () => {
    expect(() => ratioOfRounds([1, 2], [1], Number)).toThrow('same rounds');
  });
});
