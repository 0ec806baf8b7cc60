import { describe, expect, it } from '@jest/globals';
import { readLimit } from './read-limit';

describe('what somebody types for a limit', () => {
  it.each([
    ['EUR_CENTS', '12', '1200'],
    ['EUR_CENTS', '1 250,50', '125050'],
    ['EUR_CENTS', '0', '0'],
    ['EUR_CENTS', '0,00', '0'],
    ['EUR_CENTS', 'much', null],
    ['CASES', ' 20 ', '20'],
    ['DAYS', '2.5', null],
    ['PEOPLE', '', null],
  ] as const)('%s %s is %s', (unit, text, value) => {
    expect(readLimit({ unit }, text)).toBe(value);
  });
});
