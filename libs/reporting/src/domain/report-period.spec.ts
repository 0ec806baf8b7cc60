import { describe, expect, it } from '@jest/globals';
import { addMonths, readPeriod } from './report-period.js';

const TODAY = '2026-02-03';

describe('the period of a report', () => {
  it('is the last twelve months where nothing is said', () => {
    expect(readPeriod({}, TODAY)).toEqual({ ok: true, value: { from: '2025-03', to: '2026-02' } });
  });

  it('takes whole months', () => {
    const given = { from: '2024-12', to: '2025-01' };
    expect(readPeriod(given, TODAY)).toEqual({ ok: true, value: given });
  });

  it.each([
    [{ to: '2026-13' }, 'input.to', 'NOT_A_MONTH'],
    [{ to: '2026-02-01' }, 'input.to', 'NOT_A_MONTH'],
    [{ to: '2026-03' }, 'input.to', 'IN_THE_FUTURE'],
    [{ from: 'yesterday' }, 'input.from', 'NOT_A_MONTH'],
    [{ from: '2026-02', to: '2026-01' }, 'input.from', 'ENDS_BEFORE_IT_STARTS'],
  ])('refuses %j', (given, field, reason) => {
    expect(readPeriod(given, TODAY)).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field, reason },
    });
  });

  it.each([
    ['2026-01', -1, '2025-12'],
    ['2025-12', 1, '2026-01'],
    ['2026-02', -11, '2025-03'],
  ])('counts months over years: %s %i', (month, months, expected) => {
    expect(addMonths(month, months)).toBe(expected);
  });
});
