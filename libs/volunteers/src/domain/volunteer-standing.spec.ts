import { describe, expect, it } from '@jest/globals';
import { VETTING_STATES } from './vetting-states.js';
import { VolunteerStanding, type VolunteerFacts } from './volunteer-standing.js';

const facts: VolunteerFacts = {
  personId: 'demo',
  state: 'ACTIVE',
  tier: 'V2',
  trustedCaseId: null,
  country: 'LT',
  timeZone: 'Europe/Vilnius',
  languages: ['en'],
  skills: [],
  refuses: [],
  openTaskLimit: 3,
  quiet: { from: 1320, to: 420 },
  awayUntil: null,
  hours: [{ weekday: 3, fromMinute: 600, toMinute: 720 }],
};
/** A Wednesday, 10:30 in Vilnius. */
const NOON = new Date('2026-01-14T08:30:00Z');
const NIGHT = new Date('2026-01-14T22:30:00Z');

describe('a volunteer', () => {
  it('works in PROBATION and ACTIVE, and in no other state', () => {
    const working = VETTING_STATES.filter((state) =>
      new VolunteerStanding({ ...facts, state }).canWork(NOON),
    );

    expect(working).toEqual(['PROBATION', 'ACTIVE']);
  });

  it('is away up to the first day back, in the own zone', () => {
    const standing = new VolunteerStanding({ ...facts, awayUntil: '2026-01-15' });

    expect(standing.canWork(NOON)).toBe(false);
    expect(standing.canWork(NIGHT)).toBe(true);
  });

  it('is free in the weekly hours', () => {
    expect(new VolunteerStanding(facts).isFree(NOON)).toBe(true);
    expect(new VolunteerStanding(facts).isFree(NIGHT)).toBe(false);
  });

  it('is left alone in the quiet hours, while away, and while suspended', () => {
    expect(new VolunteerStanding(facts).isReachable(NOON)).toBe(true);
    expect(new VolunteerStanding(facts).isReachable(NIGHT)).toBe(false);
    expect(new VolunteerStanding({ ...facts, state: 'SUSPENDED' }).isReachable(NOON)).toBe(false);
    expect(new VolunteerStanding({ ...facts, awayUntil: '2026-02-01' }).isReachable(NOON)).toBe(
      false,
    );
  });
});
