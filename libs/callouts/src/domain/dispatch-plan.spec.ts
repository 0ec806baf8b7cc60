import { describe, expect, it } from '@jest/globals';
import { JURISDICTION_CODES, jurisdictionPack } from '@kinward/jurisdictions';
import { TASK_KINDS } from '@kinward/dispatch';
import { capOf, findProtocol, planDispatch } from './dispatch-plan.js';

const pack = jurisdictionPack('by');
const order = {
  triggerCode: 'CHILD_ALONE',
  priority: 'P0',
  needs: null,
  hasFamily: true,
} as const;

describe('the plan of a dispatch', () => {
  it('takes the needs of the protocol', () => {
    const plan = planDispatch(pack, order);

    expect(plan).toMatchObject({ ok: true, value: { totalMinor: 24_000n, capMinor: 150_000n } });
  });

  it('takes those of the dispatcher instead, to the cent of the cap', () => {
    const needs = [{ code: 'CHD-CARE', amountMinor: 150_000n }];

    expect(planDispatch(pack, { ...order, needs })).toMatchObject({ ok: true, value: { needs } });
  });

  it.each([
    ['a cent above the cap', { needs: [{ code: 'CHD-CARE', amountMinor: 150_001n }] }],
    ['more than 500 euros below P0', { triggerCode: 'ARREST', priority: 'P1' as const }],
  ])('refuses %s', (_, more) => {
    expect(planDispatch(pack, { ...order, ...more })).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason: 'CALL_OUT_CAP_EXCEEDED' },
    });
  });

  it.each([
    ['triggerCode', 'UNKNOWN_CODE', { triggerCode: 'NOTHING' }],
    ['needs', 'UNKNOWN_CODE', { needs: [{ code: 'NOTHING', amountMinor: 1n }] }],
    [
      'needs',
      'REPEATED',
      {
        needs: [
          { code: 'CHD-CARE', amountMinor: 1n },
          { code: 'CHD-CARE', amountMinor: 1n },
        ],
      },
    ],
    [
      'needs',
      'CASE_REQUIRED',
      { hasFamily: false, needs: [{ code: 'CHD-CARE', amountMinor: 1n }] },
    ],
    [
      'needs',
      'TOO_MANY',
      { needs: Array.from({ length: 9 }, () => ({ code: 'CHD-CARE', amountMinor: 1n })) },
    ],
  ])('names %s: %s', (field, reason, more) => {
    expect(planDispatch(pack, { ...order, ...more })).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field, reason },
    });
  });

  it('sets nothing aside where nobody knows the family', () => {
    const plan = planDispatch(pack, { ...order, hasFamily: false });

    expect(plan).toMatchObject({ ok: true, value: { needs: [], totalMinor: 0n } });
  });

  it.each(JURISDICTION_CODES)('fits every protocol of pack %s under its own cap', (code) => {
    const one = jurisdictionPack(code);
    for (const { code: triggerCode, priority } of one.callOutProtocols) {
      const plan = planDispatch(one, { triggerCode, priority, needs: null, hasFamily: true });
      expect(plan).toMatchObject({ ok: true });
      expect(findProtocol(one, triggerCode)?.code).toBe(triggerCode);
      expect(capOf(one, priority)).toBeGreaterThan(0n);
    }
  });

  it.each(JURISDICTION_CODES)('asks only for kinds of tasks that there are in pack %s', (code) => {
    const kinds = TASK_KINDS.map((kind) => kind.code);
    for (const { tasks } of jurisdictionPack(code).callOutProtocols) {
      for (const task of tasks) expect(kinds).toContain(task.kind);
    }
  });
});
