import { describe, expect, it } from '@jest/globals';
import { NEXT_STEP_KINDS, contactOverdue, isNextStepOverdue, planNextStep } from './next-step.js';

const today = '2030-03-10';

describe('planNextStep', () => {
  it.each(NEXT_STEP_KINDS)('accepts %s for today', (kind) => {
    expect(planNextStep({ kind, dueDay: today, today })).toEqual({
      ok: true,
      value: { kind, dueDay: today },
    });
  });

  it.each([
    ['the furthest day', 'CALL_FAMILY', '2031-04-14', null],
    ['one day further', 'CALL_FAMILY', '2031-04-15', 'dueDay TOO_FAR_AHEAD'],
    ['yesterday', 'CALL_FAMILY', '2030-03-09', 'dueDay IN_THE_PAST'],
    ['a day that does not exist', 'CALL_FAMILY', '2030-02-30', 'dueDay NOT_A_DAY'],
    ['a word for a day', 'CALL_FAMILY', 'soon', 'dueDay NOT_A_DAY'],
    ['an unknown kind', 'SEND_MONEY', today, 'kind UNKNOWN_CODE'],
    ['a name every object has', 'toString', today, 'kind UNKNOWN_CODE'],
  ])('%s', (_name, kind, dueDay, problem) => {
    const planned = planNextStep({ kind, dueDay, today });

    const found =
      planned.ok || planned.error.kind !== 'INVALID_INPUT'
        ? null
        : `${planned.error.field} ${planned.error.reason}`;
    expect(planned.ok).toBe(problem === null);
    expect(found).toBe(problem);
  });
});

describe('isNextStepOverdue', () => {
  it.each([
    ['2030-03-09', true],
    ['2030-03-10', false],
    ['2030-03-11', false],
  ])('promised for %s: %s', (dueDay, overdue) => {
    expect(isNextStepOverdue({ kind: 'CALL_FAMILY', dueDay }, today)).toBe(overdue);
  });
});

describe('contactOverdue', () => {
  it.each([
    ['2030-01-24', 45, false],
    ['2030-01-23', 45, true],
    ['2030-03-03', 7, false],
    ['2030-03-02', 7, true],
    ['2030-03-10', 45, false],
    ['2030-03-11', 45, false],
  ])('contact on %s, rhythm %i days: %s', (contact, rhythm, overdue) => {
    expect(contactOverdue(contact, rhythm, today)).toBe(overdue);
  });
});
