import { describe, expect, it } from '@jest/globals';
import { jurisdictionPack } from '@kinward/jurisdictions';
import { checkNeedClaim, type NeedClaim } from './need-claim.js';
import { listReached } from './people-reached.js';

const types = jurisdictionPack('by').needTypes;
const money = (minorUnits: string, currency = 'EUR') => ({ minorUnits, currency });
const sound: NeedClaim = {
  code: 'LIV-FOOD',
  amount: money('6000'),
  dueDay: '2030-02-28',
  channelClass: 'PARTNER_ROUTE',
  reach: [{ ageBand: '0_4', sex: 'F', count: 2 }],
};

describe('checkNeedClaim', () => {
  it('takes a sound claim', () => {
    const checked = checkNeedClaim(sound, types);

    expect(checked.ok && checked.value).toMatchObject({
      amountMinor: 6_000n,
      dueDay: '2030-02-28',
      channelClass: 'PARTNER_ROUTE',
      reach: { '0_4': { F: 2 } },
      story: { note: null, vendor: null, facts: null },
    });
  });

  it('takes a claim whose price and day are open, as an intake may bring it', () => {
    const checked = checkNeedClaim({ code: 'LIV-FOOD', reach: [] }, types);

    expect(checked.ok && checked.value).toMatchObject({ amountMinor: 0n, dueDay: null });
  });

  it.each<[string, Partial<NeedClaim>, string, string]>([
    ['an unknown code', { code: 'LIV-CAR' }, 'code', 'UNKNOWN_CODE'],
    ['a negative amount', { amount: money('-1') }, 'amount.minorUnits', 'NOT_POSITIVE'],
    ['an amount of nothing', { amount: money('0') }, 'amount.minorUnits', 'NOT_POSITIVE'],
    ['half a cent', { amount: money('0.5') }, 'amount.minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
    ['a huge amount', { amount: money('9'.repeat(20)) }, 'amount.minorUnits', 'TOO_LARGE'],
    ['foreign money', { amount: money('100', 'USD') }, 'amount.currency', 'CURRENCY_NOT_SUPPORTED'],
    ['a day that does not exist', { dueDay: '2030-02-29' }, 'dueDay', 'NOT_A_DAY'],
    [
      'a channel of other needs',
      { channelClass: 'BANK_ABROAD' },
      'channelClass',
      'DOES_NOT_SUIT_NEED',
    ],
    ['an unknown band', { reach: [{ ageBand: '9', sex: 'F', count: 1 }] }, 'reach', 'UNKNOWN_CODE'],
    [
      'an unknown sex',
      { reach: [{ ageBand: '0_4', sex: '?', count: 1 }] },
      'reach',
      'UNKNOWN_CODE',
    ],
    ['nobody at all', { reach: [{ ageBand: '0_4', sex: 'F', count: 0 }] }, 'reach', 'NOT_A_COUNT'],
    ['half a child', { reach: [{ ageBand: '0_4', sex: 'F', count: 0.5 }] }, 'reach', 'NOT_A_COUNT'],
    ['a long note', { note: 'x'.repeat(2_001) }, 'note', 'TOO_LONG'],
    ['a NUL in the note', { note: 'a\u0000b' }, 'note', 'FORBIDDEN_CHARACTER'],
    ['a turned text', { vendor: 'Demo-\u202Evendor' }, 'vendor', 'FORBIDDEN_CHARACTER'],
    ['half a character', { vendor: 'Demo-\ud800' }, 'vendor', 'FORBIDDEN_CHARACTER'],
  ])('refuses %s and names the field', (_, wrong, field, reason) => {
    expect(checkNeedClaim({ ...sound, ...wrong }, types)).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field, reason },
    });
  });

  it.each([-1, 0.5, 21])('refuses %p children', (minors) => {
    const facts = {
      minors,
      singleCarer: false,
      disability: false,
      seriousIllness: false,
      age60Plus: false,
      pregnancy: false,
      bothParentsHeld: false,
      noOtherSupport: false,
    };

    expect(checkNeedClaim({ ...sound, facts }, types)).toMatchObject({
      error: { field: 'facts.minors', reason: 'NOT_A_COUNT' },
    });
  });

  it('keeps counts coarse: adds up what is said twice and cuts large ones', () => {
    const reach = [
      { ageBand: '5_17', sex: 'M', count: 2 },
      { ageBand: '5_17', sex: 'M', count: 3 },
      { ageBand: '0_4', sex: 'X', count: 40 },
    ];
    const checked = checkNeedClaim({ ...sound, reach }, types);

    expect(checked.ok && listReached(checked.value.reach)).toEqual([
      { ageBand: '0_4', sex: 'X', count: 6 },
      { ageBand: '5_17', sex: 'M', count: 5 },
    ]);
  });
});
