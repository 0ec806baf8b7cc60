import { describe, expect, it } from '@jest/globals';
import { formatBelarusianDate, formatBelarusianDistance } from './belarusian';

describe('formatBelarusianDate', () => {
  it('writes the month in Belarusian', () => {
    const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
    const text = formatBelarusianDate(new Date('2026-11-03T00:00:00Z'), format);
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('3 ліс 2026 г.');
  });
});

it.each([
  ['short', 'аў'],
  ['long', 'аўторак'],
] as const)('names a day of the week (%s)', (weekday, name) => {
  const format = { weekday, timeZone: 'UTC' } as const;
  expect(formatBelarusianDate(new Date('2026-11-24T12:00:00Z'), format)).toBe(name);
});

it('names a month that stands alone', () => {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  expect(formatBelarusianDate(new Date('2026-11-01T00:00:00Z'), format)).toMatch(/^лістапад 2026/);
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
