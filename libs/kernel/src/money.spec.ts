import { describe, expect, it } from '@jest/globals';
import { eur, MAX_MINOR_UNITS, readMoney } from './money.js';

describe('money', () => {
  it('reads whole positive minor units exactly, beyond what a float can hold', () => {
    const text = { minorUnits: '900719925475', currency: 'EUR' };
    const read = readMoney('input.amount', text);
    expect(read).toEqual({ ok: true, value: { minorUnits: 900_719_925_475n, currency: 'EUR' } });
  });

  it.each([
    ['12.50', 'EUR', 'minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['1e3', 'EUR', 'minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['NaN', 'EUR', 'minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['', 'EUR', 'minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['٣', 'EUR', 'minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['0', 'EUR', 'minorUnits', 'NOT_POSITIVE'],
    ['-5', 'EUR', 'minorUnits', 'NOT_POSITIVE'],
    [(MAX_MINOR_UNITS + 1n).toString(), 'EUR', 'minorUnits', 'TOO_LARGE'],
    ['9'.repeat(10_000), 'EUR', 'minorUnits', 'TOO_LARGE'],
    ['100', 'BYN', 'currency', 'CURRENCY_NOT_SUPPORTED'],
    ['100', 'eur', 'currency', 'CURRENCY_NOT_SUPPORTED'],
  ])('refuses %s %s and names the field', (minorUnits, currency, field, reason) => {
    expect(readMoney('input.amount', { minorUnits, currency })).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field: `input.amount.${field}`, reason },
    });
  });

  it('takes a negative constant for a bug', () => {
    expect(() => eur(-1)).toThrow('not negative');
    expect(eur(0).minorUnits).toBe(0n);
  });
});
