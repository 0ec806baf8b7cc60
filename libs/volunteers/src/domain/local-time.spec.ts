import { describe, expect, it } from '@jest/globals';
import { isFreeTime, isQuiet, isTimeZone, localTime } from './local-time.js';

describe('the wall clock', () => {
  it.each([
    ['2026-01-15T22:30:00Z', 'Europe/Vilnius', { day: '2026-01-16', weekday: 5, minute: 30 }],
    ['2026-07-15T21:30:00Z', 'Europe/Vilnius', { day: '2026-07-16', weekday: 4, minute: 30 }],
    ['2026-01-18T23:59:00Z', 'UTC', { day: '2026-01-18', weekday: 7, minute: 1439 }],
  ])('shows %s in %s', (instant, zone, shown) => {
    expect(localTime(new Date(instant), zone)).toEqual(shown);
  });

  it('knows real zones only', () => {
    expect(isTimeZone('Europe/Warsaw')).toBe(true);
    expect(isTimeZone('Demo/Nowhere')).toBe(false);
  });
});

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60 };

  it.each([
    [21 * 60 + 59, false],
    [22 * 60, true],
    [0, true],
    [6 * 60 + 59, true],
    [7 * 60, false],
  ])('across midnight: minute %i is quiet: %s', (minute, quiet) => {
    expect(isQuiet(minute, night)).toBe(quiet);
  });

  it('are none where none were given, or both ends are the same', () => {
    expect(isQuiet(0, null)).toBe(false);
    expect(isQuiet(60, { from: 60, to: 60 })).toBe(false);
  });
});

describe('weekly hours', () => {
  const hours = [{ weekday: 1, fromMinute: 600, toMinute: 720 }];

  it.each([
    [1, 599, false],
    [1, 600, true],
    [1, 719, true],
    [1, 720, false],
    [2, 650, false],
  ])('weekday %i, minute %i: %s', (weekday, minute, free) => {
    expect(isFreeTime({ day: '2026-01-05', weekday, minute }, hours)).toBe(free);
  });

  it('are all week where none were given', () => {
    expect(isFreeTime({ day: '2026-01-05', weekday: 3, minute: 0 }, [])).toBe(true);
  });
});
