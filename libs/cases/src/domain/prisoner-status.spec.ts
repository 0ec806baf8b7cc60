import { describe, expect, it } from '@jest/globals';
import { channelEventOf, recordStatus, statusAsOf } from './prisoner-status.js';
import type { StatusEntry, StatusMeaning } from './prisoner-status.js';

const meanings: StatusMeaning[] = [
  { code: 'TAKEN', liberty: 'HELD' },
  { code: 'JAILED', liberty: 'HELD' },
  { code: 'CURFEW', liberty: 'RESTRICTED' },
  { code: 'OUT', liberty: 'FREE' },
  { code: 'LOST', liberty: 'DEAD' },
  { code: 'UNSURE', liberty: 'UNCONFIRMED' },
];
const today = '2030-06-30';
const history: StatusEntry[] = [
  { code: 'TAKEN', since: '2030-01-10' },
  { code: 'JAILED', since: '2030-03-01' },
];

function attempt(code: string, since: string, before: readonly StatusEntry[] = history): string {
  const recorded = recordStatus({ history: before, entry: { code, since }, meanings, today });
  if (recorded.ok) return `recorded as ${recorded.value.length}`;
  return 'reason' in recorded.error ? recorded.error.reason : recorded.error.kind;
}

describe('recordStatus', () => {
  it.each([
    ['a later day', 'OUT', '2030-06-01', 'recorded as 3'],
    ['today', 'OUT', today, 'recorded as 3'],
    ['the same code on a later day', 'JAILED', '2030-04-01', 'recorded as 3'],
    ['tomorrow', 'OUT', '2030-07-01', 'IN_THE_FUTURE'],
    ['a day before the last line', 'OUT', '2030-02-28', 'BEFORE_LAST_STATUS'],
    ['the same day and code', 'JAILED', '2030-03-01', 'ALREADY_RECORDED'],
    ['the same day, another code', 'OUT', '2030-03-01', 'CONFLICTS_ON_SAME_DAY'],
    ['an unknown code', 'MOON', '2030-06-01', 'UNKNOWN_CODE'],
    ['no day at all', 'OUT', '2030-06-31', 'NOT_A_DAY'],
  ])('%s', (_name, code, since, outcome) => {
    expect(attempt(code, since)).toBe(outcome);
  });

  it('begins a history', () => {
    expect(attempt('TAKEN', '2030-01-10', [])).toBe('recorded as 1');
  });

  it('takes nothing after a death', () => {
    const ended = [...history, { code: 'LOST', since: '2030-05-05' }];

    expect(attempt('OUT', '2030-06-01', ended)).toBe('STATUS_IS_FINAL');
    expect(attempt('LOST', '2030-05-05', ended)).toBe('STATUS_IS_FINAL');
  });

  it('leaves the lines before as they were', () => {
    const before = structuredClone(history);

    const recorded = recordStatus({
      history,
      entry: { code: 'OUT', since: today },
      meanings,
      today,
    });

    expect(history).toEqual(before);
    expect(recorded.ok && recorded.value.slice(0, 2)).toEqual(before);
  });
});

describe('statusAsOf', () => {
  it.each([
    ['2030-01-09', null],
    ['2030-01-10', 'TAKEN'],
    ['2030-02-28', 'TAKEN'],
    ['2030-03-01', 'JAILED'],
    ['2031-01-01', 'JAILED'],
  ])('on %s: %s', (day, code) => {
    expect(statusAsOf(history, day)?.code ?? null).toBe(code);
  });
});

describe('channelEventOf', () => {
  it.each([
    [null, 'TAKEN', 'ARREST'],
    ['OUT', 'TAKEN', 'ARREST'],
    ['CURFEW', 'JAILED', 'ARREST'],
    ['UNSURE', 'TAKEN', 'ARREST'],
    ['TAKEN', 'JAILED', null],
    ['JAILED', 'OUT', 'RELEASE'],
    ['JAILED', 'CURFEW', 'RELEASE'],
    ['CURFEW', 'OUT', null],
    ['JAILED', 'LOST', null],
    ['JAILED', 'UNSURE', null],
    [null, 'OUT', null],
  ])('%s → %s: %s', (before, after, event) => {
    expect(channelEventOf(before, after, meanings)).toBe(event);
  });
});
