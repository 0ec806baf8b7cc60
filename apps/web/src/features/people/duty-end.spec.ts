import { describe, expect, it } from '@jest/globals';
import { nextMoment, timeIn } from './duty-end';

const NOW = new Date(2026, 10, 22, 20, 15);

describe('nextMoment', () => {
  it('is today while the time is still to come', () => {
    expect(nextMoment('23:00', NOW)).toEqual(new Date(2026, 10, 22, 23, 0));
  });

  it('is tomorrow when the time is over', () => {
    expect(nextMoment('06:00', NOW)).toEqual(new Date(2026, 10, 23, 6, 0));
  });

  it('is nothing for what is no time', () => {
    expect(nextMoment('', NOW)).toBeNull();
  });
});

describe('timeIn', () => {
  it('passes midnight', () => {
    expect(timeIn(8, NOW)).toBe('04:15');
  });
});
