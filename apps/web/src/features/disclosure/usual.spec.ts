import { describe, expect, it } from '@jest/globals';
import { usualOf, type Opening } from './usual';

const TODAY = '2026-11-22';
const opening = (day: string, codename: string, id = 'one'): Opening => ({
  codename,
  openedAt: new Date(`${day}T12:00:00`).toISOString(),
  person: { id, displayName: `Person ${id}` },
});
const fiveDays = ['17', '18', '19', '20', '21'].map((day) => opening(`2026-11-${day}`, 'HERON-41'));

describe('usualOf', () => {
  it('finds a day on which somebody opened more than on any day before', () => {
    const today = [opening(TODAY, 'HERON-41'), opening(TODAY, 'STORK-22')];
    const [person] = usualOf([...fiveDays, ...today], TODAY, 30);
    expect(person).toMatchObject({ today: 2, familiesToday: 2, mostBefore: 1, judgement: 'MORE' });
  });

  it('calls a day usual that has no more than a day before', () => {
    const [person] = usualOf([...fiveDays, opening(TODAY, 'HERON-41')], TODAY, 30);
    expect(person?.judgement).toBe('USUAL');
  });

  it('does not judge by fewer than five days', () => {
    const [person] = usualOf(
      [opening('2026-11-21', 'HERON-41'), opening(TODAY, 'STORK-22')],
      TODAY,
      30,
    );
    expect(person?.judgement).toBe('TOO_NEW');
  });

  it('leaves out what is older, and puts the unusual first', () => {
    const other = [opening(TODAY, 'A-1', 'two'), opening('2026-09-01', 'A-1', 'three')];
    const today = [opening(TODAY, 'HERON-41'), opening(TODAY, 'STORK-22')];
    const people = usualOf([...other, ...fiveDays, ...today], TODAY, 30);
    expect(people.map(({ personId }) => personId)).toEqual(['one', 'two']);
  });
});
