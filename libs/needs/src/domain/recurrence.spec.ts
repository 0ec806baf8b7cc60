import { describe, expect, it } from '@jest/globals';
import { dueDayOf, type Rhythm } from './recurrence.js';

describe('dueDayOf', () => {
  it.each<[Rhythm, readonly string[]]>([
    ['WEEKLY', ['2030-01-31', '2030-02-07', '2030-02-14']],
    ['MONTHLY', ['2030-01-31', '2030-02-28', '2030-03-31']],
    ['QUARTERLY', ['2030-01-31', '2030-04-30', '2030-07-31']],
    ['YEARLY', ['2030-01-31', '2031-01-31', '2032-01-31']],
  ])('counts %s from the first day, so that the 31st comes back', (rhythm, days) => {
    expect(days.map((_, period) => dueDayOf('2030-01-31', rhythm, period))).toEqual(days);
  });
});
