import { describe, expect, it } from '@jest/globals';
import { jurisdictionPack } from '@kinward/jurisdictions';
import { clocksOf, RUNNING_CLOCK } from './clocks.js';
import { OPEN_NEED_STATES } from './need-states.js';

const clocks = jurisdictionPack('by').priorityClocks;
const DUE = '2030-03-31';

const due = (
  priority: 'P0' | 'P1' | 'P2' | 'P3' | 'P4',
  startedAt: string,
  zone = 'Europe/Vilnius',
) => {
  const { answerDueAt, actionDueAt } = clocksOf(clocks[priority], new Date(startedAt), DUE, zone);
  return [answerDueAt?.toISOString() ?? null, actionDueAt?.toISOString() ?? null];
};

describe('clocksOf', () => {
  it.each<['P0' | 'P1', string, string, string]>([
    ['P0', '2030-01-10T22:50:00.000Z', '2030-01-10T23:05:00.000Z', '2030-01-11T04:50:00.000Z'],
    // Across the change of clocks of 31 March: an hour of life is an hour.
    ['P1', '2030-03-30T23:00:00.000Z', '2030-03-31T03:00:00.000Z', '2030-04-01T23:00:00.000Z'],
  ])('%s runs on wall time from %s', (priority, startedAt, answer, action) => {
    expect(due(priority, startedAt)).toEqual([answer, action]);
  });

  it.each<['P2' | 'P3', string, string, string]>([
    // Thursday at noon: answer until the end of Friday, action until the end of the seventh day.
    ['P2', '2030-01-10T10:00:00.000Z', '2030-01-11T22:00:00.000Z', '2030-01-17T22:00:00.000Z'],
    // Half an hour before midnight in Greenwich it is the next day in Vilnius already.
    ['P2', '2030-01-10T23:30:00.000Z', '2030-01-12T22:00:00.000Z', '2030-01-18T22:00:00.000Z'],
    // In summer midnight is an hour earlier.
    ['P3', '2030-03-10T10:00:00.000Z', '2030-03-13T22:00:00.000Z', '2030-04-09T21:00:00.000Z'],
  ])('%s counts whole days of the zone from %s', (priority, startedAt, answer, action) => {
    expect(due(priority, startedAt)).toEqual([answer, action]);
  });

  it('P4 has its due day and no answer clock', () => {
    expect(due('P4', '2030-01-10T10:00:00.000Z')).toEqual([null, '2030-03-31T21:00:00.000Z']);
  });

  it('finds the beginning of a day whose midnight does not exist', () => {
    // Beirut goes from 24:00 to 01:00 on the last Sunday of March.
    expect(due('P4', '2030-01-10T10:00:00.000Z', 'Asia/Beirut')[1]).toBe(
      '2030-03-31T21:00:00.000Z',
    );
    expect(due('P4', '2030-01-10T10:00:00.000Z', 'Pacific/Kiritimati')[1]).toBe(
      '2030-03-31T10:00:00.000Z',
    );
  });
});

describe('RUNNING_CLOCK', () => {
  it('runs in every open state but the one after delivery and the suspended one', () => {
    const still = OPEN_NEED_STATES.filter((state) => RUNNING_CLOCK[state] === undefined);

    expect(still).toEqual(['DELIVERED', 'SUSPENDED']);
  });
});
