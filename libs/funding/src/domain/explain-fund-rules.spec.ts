import { describe, expect, it } from '@jest/globals';
import { explainFundRules, type NeedFacts } from './explain-fund-rules.js';
import type { FundRules, FundState } from './fund.js';

const TODAY = '2026-11-22';
const fund = (rules: FundRules, more: object = {}) => ({
  state: 'OPEN' as FundState,
  opensOn: '2026-01-01',
  lapsesOn: null,
  fundingReference: null,
  rules,
  ...more,
});
const need = (more: Partial<NeedFacts> = {}): NeedFacts => ({
  code: 'LEG-DEFENCE',
  group: 'LEG',
  region: 'IN_WEST',
  inCountry: true,
  channelClass: 'PARCEL',
  amountMinor: 10_000n,
  fundingReference: 'one',
  ...more,
});
const codes = (rules: FundRules, more: object = {}, facts: Partial<NeedFacts> = {}) =>
  explainFundRules(fund(rules, more), need(facts), TODAY).reasons.map((reason) => reason.code);

describe('the rules of a fund', () => {
  it('allow everything where there are none', () => {
    expect(explainFundRules(fund({}), need(), TODAY)).toEqual({ allowed: true, reasons: [] });
  });

  it.each<[string, FundRules, object, Partial<NeedFacts>, string[]]>([
    ['a code', { codes: ['LEG-DEFENCE'] }, {}, {}, []],
    ['another code', { codes: ['DET-SHOP'] }, {}, {}, ['CODE_NOT_COVERED']],
    ['a group', { groups: ['LEG'] }, {}, {}, []],
    ['another group', { groups: ['DET'] }, {}, {}, ['CODE_NOT_COVERED']],
    ['a code beside groups', { codes: ['LEG-DEFENCE'], groups: ['DET'] }, {}, {}, []],
    [
      'an exclusion',
      { groups: ['LEG'], excludedCodes: ['LEG-DEFENCE'] },
      {},
      {},
      ['CODE_EXCLUDED'],
    ],
    ['in the country only', { regions: ['IN_COUNTRY'] }, {}, {}, []],
    ['abroad only', { regions: ['ABROAD'] }, {}, {}, ['REGION_NOT_COVERED']],
    ['a channel', { channelClasses: ['PARCEL'] }, {}, {}, []],
    ['another channel', { channelClasses: ['VOUCHER'] }, {}, {}, ['CHANNEL_NOT_COVERED']],
    ['no channel yet', { channelClasses: ['VOUCHER'] }, {}, { channelClass: null }, []],
    ['the ceiling itself', { perNeedCeilingMinor: '10000' }, {}, {}, []],
    ['above the ceiling', { perNeedCeilingMinor: '9999' }, {}, {}, ['ABOVE_FUND_CEILING']],
    ['the day it lapses', {}, { lapsesOn: TODAY }, {}, []],
    ['the day after', {}, { lapsesOn: '2026-11-21' }, {}, ['FUND_LAPSED']],
    ['before it opens', {}, { opensOn: '2026-11-23' }, {}, ['FUND_NOT_YET_OPEN']],
    ['a pause', {}, { state: 'SUSPENDED' }, {}, ['FUND_NOT_OPEN']],
    ['its own need', { codes: ['DET-SHOP'] }, { fundingReference: 'one' }, {}, []],
    ['a foreign need', {}, { fundingReference: 'two' }, {}, ['EARMARKED_FOR_ANOTHER_NEED']],
    [
      'several at once',
      { regions: ['ABROAD'], perNeedCeilingMinor: '1' },
      { state: 'SUSPENDED' },
      {},
      ['FUND_NOT_OPEN', 'REGION_NOT_COVERED', 'ABOVE_FUND_CEILING'],
    ],
  ])('know %s', (_, rules, more, facts, expected) => {
    expect(codes(rules, more, facts)).toEqual(expected);
  });
});
