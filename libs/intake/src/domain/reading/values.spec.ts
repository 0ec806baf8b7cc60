import { describe, expect, it } from '@jest/globals';
import { readAmount, readCode, readCodes, readDay, readWhole } from './values.js';

describe('values of a form', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-11-01T17:01:31.000+02:00', '2026-11-01'],
    ['2026-02-29', undefined],
    ['31/02/2025', undefined],
    ['01.02.2025', undefined],
    ['0026-01-01', undefined],
    ['2026-13-01', undefined],
    ['45000', undefined],
  ])('reads %s as the day %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    ['400', 40_000n],
    ['0', 0n],
    ['120.5', 12_050n],
    ['400.00', 40_000n],
    ['10.500', 1_050n],
    ['10.005', undefined],
    ['12,5 EUR', undefined],
    ['1 000', undefined],
    ['-50', undefined],
    ['+50', undefined],
    ['NaN', undefined],
    ['1e3', undefined],
    ['Infinity', undefined],
    ['99999999999999', undefined],
  ])('reads %s as %s cents', (text, cents) => {
    expect(readAmount(text)).toBe(cents);
  });

  it.each([
    ['4', 4],
    ['4.0', 4],
    ['4.5', undefined],
    ['four', undefined],
    ['-1', undefined],
  ])('reads %s as the count %s', (text, count) => {
    expect(readWhole(text)).toBe(count);
  });

  it('takes a label of a choice for its name, and each ticked choice once', () => {
    expect(readCode('IN WEST')).toBe('IN_WEST');
    expect(readCodes(' LIV-RENT  LIV-FOOD LIV-RENT ')).toEqual(['LIV-RENT', 'LIV-FOOD']);
  });
});
