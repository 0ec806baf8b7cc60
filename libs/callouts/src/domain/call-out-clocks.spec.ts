import { describe, expect, it } from '@jest/globals';
import { alarmClocks, hoursAfter } from './call-out-clocks.js';

const RAISED = new Date('2026-10-25T00:30:00Z');

describe('the clocks of an alarm', () => {
  it('run on wall time: 15 minutes, the hours of the priority, 72 hours', () => {
    const clock = { kind: 'WALL', answerMinutes: 15, actionMinutes: 360 } as const;

    expect(alarmClocks(RAISED, clock)).toEqual({
      acknowledgeDueAt: new Date('2026-10-25T00:45:00Z'),
      actionDueAt: new Date('2026-10-25T06:30:00Z'),
      stabiliseDueAt: new Date('2026-10-28T00:30:00Z'),
    });
  });

  it('give a priority that counts in days the same 72 hours', () => {
    const clock = { kind: 'DAYS', answerDays: 1, actionDays: 7 } as const;

    expect(alarmClocks(RAISED, clock).actionDueAt).toEqual(hoursAfter(RAISED, 72));
  });
});
