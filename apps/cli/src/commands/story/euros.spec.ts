import { describe, expect, it } from '@jest/globals';
import { euros, minorOf } from './euros.js';

describe('euros', () => {
  it.each([
    [0n, '0.00'],
    [7n, '0.07'],
    [11_807n, '118.07'],
    [-205n, '-2.05'],
    [9_007_199_254_740_993n, '90071992547409.93'],
  ])('of %s minor units are %s', (minor, text) => {
    expect(euros(minor)).toBe(text);
  });

  it('are read from text, so that no cent is lost', () => {
    expect(minorOf({ minorUnits: '9007199254740993' })).toBe(9_007_199_254_740_993n);
  });
});
