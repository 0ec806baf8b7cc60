import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, checkDay, daysBetween, isCalendarDay } from './calendar-day.js';

describe('isCalendarDay', () => {
  it.each([
    ['2030-02-28', true],
    ['2032-02-29', true],
    ['2030-02-29', false],
    ['2030-02-30', false],
    ['2030-13-01', false],
    ['2030-00-10', false],
    ['0000-01-01', false],
    ['2030-1-1', false],
    ['2030-01-01T00:00:00Z', false],
    ['2030-01-01\n', false],
    ['', false],
  ])('says of %j: %s', (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected);
  });
});

describe('checkDay', () => {
  it('names the field that holds no day', () => {
    expect(checkDay('dueDay', '2030-02-28')).toEqual({ ok: true, value: '2030-02-28' });
    expect(checkDay('dueDay', 'soon')).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field: 'dueDay', reason: 'NOT_A_DAY' },
    });
  });
});

describe('arithmetic of days', () => {
  it.each([
    ['2030-01-31', 1, '2030-02-01'],
    ['2030-03-01', -1, '2030-02-28'],
    ['2030-03-30', 2, '2030-04-01'],
    ['2030-12-31', 365, '2031-12-31'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it.each([
    ['2030-01-31', 1, '2030-02-28'],
    ['2032-01-31', 1, '2032-02-29'],
    ['2032-02-29', 12, '2033-02-28'],
    ['2030-11-15', 3, '2031-02-15'],
    ['2030-01-15', 24, '2032-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});
