import { describe, expect, it } from '@jest/globals';
import {
  checkBankReference,
  checkDay,
  checkName,
  checkOrder,
  checkOwnCode,
  checkRules,
  type FundRulesText,
} from './check-funding.js';

const KNOWN = { needCodes: ['LEG-DEFENCE'], needGroups: ['LEG'], channelClasses: ['PARCEL'] };
const reasonOf = (result: { ok: boolean; error?: { field: string; reason: string } }) =>
  result.ok ? 'ok' : `${result.error?.field ?? ''} ${result.error?.reason ?? ''}`;

describe('what is typed in about money', () => {
  it.each([
    ['G-CHILD', 'ok'],
    ['g-child', 'code NOT_A_CODE'],
    ['X', 'code NOT_A_CODE'],
    ['DEMO NAME', 'code NOT_A_CODE'],
  ])('code %s: %s', (text, expected) => {
    expect(reasonOf(checkOwnCode('code', text))).toBe(expected);
  });

  it.each([
    ['SEPA/2026-11', 'ok'],
    ['Demo-Person', 'ref NOT_A_CODE'],
    ['AB', 'ref NOT_A_CODE'],
  ])('bank reference %s: %s', (text, expected) => {
    expect(reasonOf(checkBankReference('ref', text))).toBe(expected);
  });

  it.each([
    ['Demo-Fund', 'ok'],
    ['   ', 'name EMPTY'],
    ['x'.repeat(121), 'name TOO_LONG'],
    ['Demo\u202Efund', 'name FORBIDDEN_CHARACTER'],
    ['Demo\u0000fund', 'name FORBIDDEN_CHARACTER'],
  ])('name %j: %s', (text, expected) => {
    expect(reasonOf(checkName('name', text))).toBe(expected);
  });

  it.each([
    ['2026-02-28', 'ok'],
    ['2026-02-30', 'day NOT_A_DAY'],
    ['26-02-28', 'day NOT_A_DAY'],
  ])('day %s: %s', (text, expected) => {
    expect(reasonOf(checkDay('day', text))).toBe(expected);
  });

  it('names the second of two days in the wrong order', () => {
    const days = [
      ['startsOn', '2026-02-02'],
      ['endsOn', null],
      ['lapsesOn', '2026-02-01'],
    ] as const;

    expect(reasonOf(checkOrder(days))).toBe('lapsesOn BEFORE_ITS_BEGINNING');
  });

  it.each<[FundRulesText, string]>([
    [{}, 'ok'],
    [{ codes: ['LEG-DEFENCE'], groups: ['LEG'], regions: ['ABROAD'] }, 'ok'],
    [{ codes: ['ELSE'] }, 'rules.codes UNKNOWN_CODE'],
    [{ groups: [] }, 'rules.groups EMPTY'],
    [{ regions: ['MOON'] }, 'rules.regions UNKNOWN_CODE'],
    [{ channelClasses: ['PIGEON'] }, 'rules.channelClasses UNKNOWN_CODE'],
    [{ perNeedCeilingMinor: '1.5' }, 'rules.perNeedCeilingMinor NOT_WHOLE_MINOR_UNITS'],
    [{ perPeriodCeilingMinor: '-1' }, 'rules.perPeriodCeilingMinor NOT_WHOLE_MINOR_UNITS'],
    [{ overheadPercent: 101 }, 'rules.overheadPercent NOT_A_PERCENTAGE'],
    [{ codes: Array.from({ length: 101 }, () => 'LEG-DEFENCE') }, 'rules.codes TOO_LONG'],
  ])('rules %j: %s', (rules, expected) => {
    expect(reasonOf(checkRules(rules, KNOWN))).toBe(expected);
  });
});
