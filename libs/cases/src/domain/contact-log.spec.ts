import { describe, expect, it } from '@jest/globals';
import { trustAfter } from './contact-channel-trust.js';
import {
  channelEventOf,
  checkAttempt,
  checkRhythm,
  CONTACT_OUTCOMES,
  lastConfirmedAfter,
  REPORTABLE_EVENTS,
} from './contact-log.js';

const openedDay = '2026-03-01';

describe('the last confirmed contact', () => {
  it.each([
    ['REACHED', '2026-03-05'],
    ['HANDSHAKE_PASSED', '2026-03-05'],
    ['THEY_CONTACTED_US', '2026-03-05'],
    ['NO_ANSWER', null],
    ['WRONG_PERSON', null],
    ['HANDSHAKE_FAILED', null],
    ['DO_NOT_CONTACT', null],
  ] as const)('after %s is %s', (outcome, expected) => {
    const day = { outcome, madeOn: '2026-03-05', openedDay, lastConfirmed: null };
    expect(lastConfirmedAfter(day)).toBe(expected);
  });

  it('is not moved back by an attempt that is noted late', () => {
    const lastConfirmed = '2026-03-10';
    const late = { outcome: 'REACHED', madeOn: '2026-03-05', openedDay, lastConfirmed } as const;
    expect(lastConfirmedAfter(late)).toBe(lastConfirmed);
  });

  it('does not begin before the case', () => {
    const early = { outcome: 'REACHED', madeOn: '2026-02-01', openedDay } as const;
    expect(lastConfirmedAfter({ ...early, lastConfirmed: null })).toBeNull();
  });
});

describe('what an outcome does to its channel', () => {
  it('lets only a passed handshake raise the trust', () => {
    const raising = CONTACT_OUTCOMES.filter((outcome) => {
      const event = channelEventOf(outcome);
      const next = event === null ? null : trustAfter('UNKNOWN', event);
      return next?.ok === true && next.value === 'VERIFIED';
    });
    expect(raising).toEqual(['HANDSHAKE_PASSED']);
  });

  it.each(['HANDSHAKE_FAILED', 'WRONG_PERSON'] as const)('lets %s raise a doubt', (outcome) => {
    const event = channelEventOf(outcome) ?? 'HANDSHAKE_PASSED';
    expect(trustAfter('VERIFIED', event)).toEqual({ ok: true, value: 'DEGRADED' });
  });

  it('has no reportable event that brings a compromised channel back', () => {
    const after = REPORTABLE_EVENTS.map((event) => trustAfter('COMPROMISED', event));
    for (const next of after) expect(next.ok && next.value !== 'COMPROMISED').toBe(false);
  });
});

describe('checks of the contact log', () => {
  it.each([
    ['CHATTED', '2026-03-05', 'outcome', 'UNKNOWN_CODE'],
    ['REACHED', '2026-02-30', 'madeOn', 'NOT_A_DAY'],
    ['REACHED', '2026-03-07', 'madeOn', 'IN_THE_FUTURE'],
  ])('refuses %s on %s', (outcome, madeOn, field, reason) => {
    const error = { kind: 'INVALID_INPUT', field, reason };
    expect(checkAttempt(outcome, madeOn, '2026-03-06')).toEqual({ ok: false, error });
  });

  it('accepts today', () => {
    expect(checkAttempt('REACHED', '2026-03-06', '2026-03-06').ok).toBe(true);
  });

  it.each([
    [0, false],
    [1, true],
    [180, true],
    [181, false],
    [1.5, false],
  ])('takes a rhythm of %s days: %s', (days, isAllowed) => {
    expect(checkRhythm(days).ok).toBe(isAllowed);
  });
});
