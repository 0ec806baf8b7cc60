import { describe, expect, it } from '@jest/globals';
import { nextRises } from './triage-outlook.js';

const SITUATION = {
  priority: 'P2',
  dueDay: '2026-12-20',
  lastHelpedOn: '2026-11-10',
  today: '2026-11-22',
} as const;

describe('what time alone would change', () => {
  it('names the next day on which each factor grows, the earlier first', () => {
    expect(nextRises(SITUATION)).toEqual([
      { factor: 'timeLeft', day: '2026-11-23', points: 2 },
      { factor: 'sinceHelp', day: '2026-12-04', points: 2 },
    ]);
  });

  it('waits until the due day begins to press', () => {
    expect(nextRises({ ...SITUATION, dueDay: '2027-03-01', lastHelpedOn: null })).toEqual([
      { factor: 'timeLeft', day: '2027-02-01', points: 1 },
    ]);
  });

  it('promises nothing where a factor is full or has no day', () => {
    expect(nextRises({ ...SITUATION, dueDay: null, lastHelpedOn: null })).toEqual([]);
    expect(nextRises({ ...SITUATION, dueDay: '2026-11-20', lastHelpedOn: '2026-01-01' })).toEqual(
      [],
    );
  });
});
