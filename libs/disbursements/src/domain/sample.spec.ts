import { describe, expect, it } from '@jest/globals';
import { checkSample } from './sample.js';

const ORDER = { fromDay: '2026-10-01', toDay: '2026-10-31', size: 10 };

describe('a sample of payments', () => {
  it('is over a period that has ended', () => {
    expect(checkSample(ORDER, '2026-11-01')).toEqual({ ok: true });
    expect(checkSample(ORDER, '2026-10-31')).toMatchObject({
      error: { reason: 'PERIOD_NOT_OVER' },
    });
  });

  it.each([
    [{ fromDay: '2026-02-30' }, { field: 'fromDay', reason: 'NOT_A_DAY' }],
    [{ toDay: 'x' }, { field: 'toDay', reason: 'NOT_A_DAY' }],
    [{ toDay: '2026-09-30' }, { field: 'toDay', reason: 'NOT_AFTER_FROM' }],
    [{ size: 0 }, { field: 'size', reason: 'TOO_SMALL' }],
    [{ size: 101 }, { field: 'size', reason: 'TOO_LARGE' }],
  ])('is refused for %j', (more, error) => {
    expect(checkSample({ ...ORDER, ...more }, '2026-11-01')).toMatchObject({ error });
  });
});
