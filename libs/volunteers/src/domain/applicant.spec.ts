import { describe, expect, it } from '@jest/globals';
import { checkApplicant, checkWishes } from './applicant.js';
import { checkAvailability, type Availability } from './availability.js';

const applicant = { name: 'Demo-Applicant', contact: 'demo@example.org', message: 'Demo-Why' };
const wishes = {
  country: 'LT',
  timeZone: 'Europe/Vilnius',
  languages: ['en'],
  skills: ['DRIVING'],
};
const availability: Availability = {
  languages: ['be', 'en'],
  skills: [],
  refuses: ['WRITE_LETTERS'],
  hours: [{ weekday: 1, fromMinute: 600, toMinute: 720 }],
  quiet: null,
  awayUntil: null,
};

const reason = (result: { ok: boolean; error?: unknown }): unknown =>
  result.ok ? 'OK' : result.error;

describe('an applicant', () => {
  it('is taken trimmed and normalised', () => {
    expect(checkApplicant({ ...applicant, name: '  Demo-Applicant ', message: ' ' })).toEqual({
      ok: true,
      value: { ...applicant, message: null },
    });
  });

  it.each([
    ['name', ' ', 'BLANK'],
    ['name', 'x'.repeat(121), 'TOO_LONG'],
    ['name', 'Demo-\u202Ename', 'FORBIDDEN_CHARACTER'],
    ['contact', 'nobody', 'NOT_AN_ADDRESS'],
    ['message', 'x'.repeat(1_001), 'TOO_LONG'],
  ])('is refused for the %s', (field, text, why) => {
    expect(reason(checkApplicant({ ...applicant, [field]: text }))).toEqual({
      kind: 'INVALID_INPUT',
      field,
      reason: why,
    });
  });

  it.each([
    ['country', { country: 'Lithuania' }, 'UNKNOWN_CODE'],
    ['timeZone', { timeZone: 'Demo/Nowhere' }, 'UNKNOWN_TIME_ZONE'],
    ['languages', { languages: ['Belarusian'] }, 'UNKNOWN_CODE'],
    ['languages', { languages: Array.from('abcdefghijklm', (end) => `a${end}`) }, 'TOO_MANY'],
    ['skills', { skills: ['FLYING'] }, 'UNKNOWN_CODE'],
  ])('is refused for the wish %s', (field, change, why) => {
    expect(reason(checkWishes({ ...wishes, ...change }))).toEqual({
      kind: 'INVALID_INPUT',
      field,
      reason: why,
    });
  });
});

describe('an availability', () => {
  it('is stored sorted, each code once', () => {
    const given = { ...availability, languages: ['en', 'be', 'en'] };

    expect(checkAvailability(given)).toEqual({ ok: true, value: availability });
  });

  it.each([
    ['hours', { hours: [{ weekday: 8, fromMinute: 0, toMinute: 60 }] }, 'NOT_A_TIME'],
    ['hours', { hours: [{ weekday: 1, fromMinute: 60, toMinute: 60 }] }, 'NOT_A_TIME'],
    ['hours', { hours: [{ weekday: 1, fromMinute: 0, toMinute: 1441 }] }, 'NOT_A_TIME'],
    [
      'hours',
      {
        hours: [
          { weekday: 1, fromMinute: 60, toMinute: 180 },
          { weekday: 1, fromMinute: 120, toMinute: 240 },
        ],
      },
      'OVERLAP',
    ],
    ['quiet', { quiet: { from: -1, to: 5 } }, 'NOT_A_TIME'],
    ['refuses', { refuses: ['no thanks'] }, 'UNKNOWN_CODE'],
    ['awayUntil', { awayUntil: '2026-02-30' }, 'NOT_A_DAY'],
  ])('is refused for %s: %j', (field, change, why) => {
    expect(reason(checkAvailability({ ...availability, ...change }))).toEqual({
      kind: 'INVALID_INPUT',
      field,
      reason: why,
    });
  });
});
