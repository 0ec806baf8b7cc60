import { describe, expect, it } from '@jest/globals';
import { excelDay, isDateFormat } from './excel-date.js';

describe('days of a workbook', () => {
  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['45962', false, '2025-11-01'],
    ['45962.75', false, '2025-11-01T18:00:00'],
    ['0', true, '1904-01-01'],
    ['44500', true, '2025-11-01'],
    ['-1', false, '-1'],
    ['many', false, 'many'],
  ])('%s (from 1904: %s) is %s', (serial, from1904, day) => {
    expect(excelDay(serial, from1904)).toBe(day);
  });

  it.each([
    [0, undefined, false],
    [14, undefined, true],
    [164, 'yyyy\\-mm\\-dd', true],
    [165, '0.00" days"', false],
    [166, '[$-409]d/m/yy', true],
    [167, 'General', false],
  ])('format %s %s shows a day: %s', (id, code, isDay) => {
    expect(isDateFormat(id, code)).toBe(isDay);
  });
});
