import { describe, expect, it } from '@jest/globals';
import {
  consentState,
  giveConsent,
  isConsentLive,
  wasWithdrawnSince,
  withdrawConsent,
} from './consent.js';
import type { Consent } from './consent.js';

const today = '2030-06-30';
const purposes = [
  { code: 'AID', namesPartner: false },
  { code: 'SHARE', namesPartner: true },
];
const consent: Consent = {
  purpose: 'AID',
  partnerId: null,
  givenOn: '2030-01-31',
  withdrawnOn: null,
};

describe('giveConsent', () => {
  it.each([
    ['for a purpose without a partner', 'AID', null, today, null],
    ['for a named partner', 'SHARE', 'partner-1', '2029-12-31', null],
    ['for a partner that is not named', 'SHARE', null, today, 'partnerId REQUIRED'],
    ['with a partner that has no part in it', 'AID', 'partner-1', today, 'partnerId NOT_ALLOWED'],
    ['for an unknown purpose', 'ANYTHING', null, today, 'purpose UNKNOWN_CODE'],
    ['tomorrow', 'AID', null, '2030-07-01', 'givenOn IN_THE_FUTURE'],
    ['on no day', 'AID', null, '2030-06-31', 'givenOn NOT_A_DAY'],
  ])('%s', (_name, purpose, partnerId, givenOn, problem) => {
    const given = giveConsent({ purpose, partnerId, givenOn, purposes, today });

    if (problem === null) {
      expect(given).toEqual({
        ok: true,
        value: { purpose, partnerId, givenOn, withdrawnOn: null },
      });
    } else {
      const [field, reason] = problem.split(' ');
      expect(given).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field, reason } });
    }
  });
});

describe('consentState', () => {
  it.each([
    ['on the day it is given', '2030-01-31', 12, 'GIVEN'],
    ['on the last day', '2031-01-30', 12, 'GIVEN'],
    ['a year later', '2031-01-31', 12, 'LAPSED'],
    ['under a shorter term, the last day', '2030-02-27', 1, 'GIVEN'],
    ['under a shorter term, over', '2030-02-28', 1, 'LAPSED'],
  ])('%s', (_name, day, months, state) => {
    expect(consentState(consent, day, months)).toBe(state);
    expect(isConsentLive(consent, day, months)).toBe(state === 'GIVEN');
  });

  it('lapses after twelve months where nothing else is said', () => {
    expect(isConsentLive(consent, '2031-01-30')).toBe(true);
    expect(isConsentLive(consent, '2031-01-31')).toBe(false);
  });
});

describe('withdrawConsent', () => {
  it('ends the consent on the same day', () => {
    const withdrawn = withdrawConsent(consent, today);

    expect(withdrawn).toEqual({ ok: true, value: { ...consent, withdrawnOn: today } });
    expect(withdrawn.ok && isConsentLive(withdrawn.value, today)).toBe(false);
  });

  it('is heard after the consent has lapsed', () => {
    const withdrawn = withdrawConsent(consent, '2035-01-01');

    expect(withdrawn.ok && consentState(withdrawn.value, '2035-01-01')).toBe('WITHDRAWN');
  });

  it('happens once', () => {
    expect(withdrawConsent({ ...consent, withdrawnOn: today }, today)).toEqual({
      ok: false,
      error: { kind: 'WRONG_STATE', state: 'WITHDRAWN' },
    });
  });
});

describe('wasWithdrawnSince', () => {
  const ended = (withdrawnOn: string | null) => ({ withdrawnOn });

  it.each([
    ['nothing was given before', [], false],
    ['a withdrawal came later', [ended('2030-05-02')], true],
    ['a withdrawal came on the same day', [ended('2030-05-01')], false],
    ['a withdrawal came before', [ended('2030-04-30')], false],
    ['an earlier one was renewed and still stands', [ended('2030-05-02'), ended(null)], false],
  ])('when %s', (_, earlier, expected) => {
    expect(wasWithdrawnSince(earlier, '2030-05-01')).toBe(expected);
  });
});
