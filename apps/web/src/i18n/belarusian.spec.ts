import { describe, expect, it } from '@jest/globals';
import { formatBelarusianDate, formatBelarusianDistance } from './belarusian';

describe('formatBelarusianDate', () => {
  it('writes the month in Belarusian', () => {
    const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
    const text = formatBelarusianDate(new Date('2026-11-03T00:00:00Z'), format);
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('3 ліс 2026 г.');
  });
});

describe('formatBelarusianDistance', () => {
  it.each([
    [1, 'hour', 'праз 1 гадзіну'],
    [2, 'hour', 'праз 2 гадзіны'],
    [8, 'hour', 'праз 8 гадзін'],
    [21, 'minute', 'праз 21 хвіліну'],
    [-5, 'day', '5 дзён таму'],
    [-1, 'day', 'учора'],
    [-0, 'day', 'сёння'],
  ] as const)('says %s %s', (count, unit, text) => {
    expect(formatBelarusianDistance(count, unit)).toBe(text);
  });
});
