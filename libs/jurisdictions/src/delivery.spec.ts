import { describe, expect, it } from '@jest/globals';
import {
  CHANNEL_CLASSES,
  deliveryAnswer,
  DELIVERY_PLACES,
  type ChannelClass,
  type DeliveryFacts,
  type DeliveryPlace,
} from './delivery.js';
import { jurisdictionPack } from './jurisdiction-pack.js';
import { findPackProblems } from './pack-problems.js';

const pack = jurisdictionPack('by');

const FACTS: Readonly<Record<DeliveryPlace, Partial<DeliveryFacts>>> = {
  ABROAD_SAFE: { region: 'ABROAD_PL' },
  ABROAD_RISK: { region: 'ABROAD_OTHER' },
  IN_COUNTRY_VERIFIED: { region: 'IN_WEST', channelTrust: 'VERIFIED' },
  IN_COUNTRY_UNVERIFIED: { region: 'IN_WEST', channelTrust: 'DEGRADED' },
  IN_CUSTODY: { region: 'IN_WEST', inCustody: true },
  HALTED: { region: 'ABROAD_PL', caseHalted: true },
};

function answer(channelClass: ChannelClass, more: Partial<DeliveryFacts> = {}) {
  return deliveryAnswer(pack, channelClass, {
    region: 'IN_WEST',
    channelTrust: 'VERIFIED',
    caseHalted: false,
    inCustody: false,
    recipientListed: false,
    needFlags: [],
    ...more,
  });
}

/** domain.md C4 once more, by hand: abroad, via a relative, partner, parcel, service, into the country. */
const TABLE: readonly (readonly [DeliveryPlace, string])[] = [
  ['ABROAD_SAFE', 'A A - - A -'],
  ['ABROAD_RISK', 'S S S - A B'],
  ['IN_COUNTRY_VERIFIED', '- A A A A B'],
  ['IN_COUNTRY_UNVERIFIED', '- S B S S B'],
  ['IN_CUSTODY', '- - - A - B'],
  ['HALTED', 'B B B B B B'],
];

describe('delivery rules of Belarus', () => {
  it.each(TABLE)('for %s are %s', (place, cells) => {
    const [abroad, relative, partner, parcel, service, inside] = cells.split(' ');
    const ruleOf = (channelClass: ChannelClass) => answer(channelClass, FACTS[place]).rule;

    for (const channelClass of [
      'BANK_ABROAD',
      'VENDOR_DIRECT_ABROAD',
      'CARD_VOUCHER_ABROAD',
      'CASH_HAND_ABROAD',
      'INKIND_ABROAD',
    ] as const) {
      expect(ruleOf(channelClass)).toBe(abroad);
    }
    expect(ruleOf('VIA_RELATIVE_ABROAD')).toBe(relative);
    expect(ruleOf('PARTNER_ROUTE')).toBe(partner);
    expect(ruleOf('PARCEL_BY_RELATIVE')).toBe(parcel);
    expect(ruleOf('SERVICE_REMOTE')).toBe(service);
    expect(ruleOf('FOREIGN_BANK_TO_INCOUNTRY')).toBe(inside);
    expect(ruleOf('ONLINE_SHOP_TO_INCOUNTRY_ADDRESS')).toBe(inside);
    expect(ruleOf('CRYPTO_SELF_CUSTODY')).toBe('B');
  });

  it('name the row they came from', () => {
    for (const place of DELIVERY_PLACES) {
      expect(answer('SERVICE_REMOTE', FACTS[place]).place).toBe(place);
    }
  });

  it.each([
    ['FOREIGN_BANK_TO_INCOUNTRY', {}],
    ['ONLINE_SHOP_TO_INCOUNTRY_ADDRESS', {}],
    ['FOREIGN_BANK_TO_INCOUNTRY', { inCustody: true, region: 'ABROAD_PL' }],
    ['FOREIGN_BANK_TO_INCOUNTRY', { region: 'SOMEWHERE_NEW' }],
  ] as const)('block %s with %j, whatever anybody signs', (channelClass, facts) => {
    expect(answer(channelClass, facts)).toMatchObject({ rule: 'B', hardBlock: channelClass });
  });

  it.each([
    ['money through a partner', 'PARTNER_ROUTE', {}, 'MONEY_TO_LISTED_PERSON'],
    ['a parcel', 'PARCEL_BY_RELATIVE', {}, null],
    [
      'a parcel that is shop money',
      'PARCEL_BY_RELATIVE',
      { needFlags: ['L_HARD'] },
      'MONEY_TO_LISTED_PERSON',
    ],
    ['money abroad', 'BANK_ABROAD', { region: 'ABROAD_PL' }, null],
  ] as const)('treat %s to somebody on a list', (_, channelClass, facts, hardBlock) => {
    expect(answer(channelClass, { ...facts, recipientListed: true }).hardBlock).toBe(hardBlock);
  });

  it.each([
    [{ needFlags: ['S'] }, 'S'],
    [{ needFlags: ['L'] }, 'A'],
    [{ needFlags: ['L'], recipientListed: true }, 'S'],
  ] as const)('ask security where the kind of need says so: %j', (facts, rule) => {
    expect(answer('PARCEL_BY_RELATIVE', facts).rule).toBe(rule);
  });

  it('trust no channel that nobody verified, and none at all is not verified', () => {
    expect(answer('PARTNER_ROUTE', { channelTrust: null }).place).toBe('IN_COUNTRY_UNVERIFIED');
    expect(answer('PARTNER_ROUTE', { channelTrust: 'COMPROMISED' }).place).toBe('HALTED');
  });
});

describe('delivery rules of every pack', () => {
  it.each([
    [
      'a class without words',
      { channelClasses: pack.channelClasses.slice(1) },
      'channelClasses: BANK_ABROAD is missing',
    ],
    [
      'a hard block that is none',
      {
        deliveryRules: {
          ...pack.deliveryRules,
          table: {
            ...pack.deliveryRules.table,
            IN_CUSTODY: {
              ...pack.deliveryRules.table.IN_CUSTODY,
              FOREIGN_BANK_TO_INCOUNTRY: 'A' as const,
            },
          },
        },
      },
      'deliveryRules.IN_CUSTODY.FOREIGN_BANK_TO_INCOUNTRY: hard blocked and not B',
    ],
    [
      'a paid case in quarantine',
      {
        deliveryRules: {
          ...pack.deliveryRules,
          table: {
            ...pack.deliveryRules.table,
            HALTED: { ...pack.deliveryRules.table.HALTED, SERVICE_REMOTE: 'S' as const },
          },
        },
      },
      'deliveryRules.HALTED.SERVICE_REMOTE: a halted case is paid',
    ],
    [
      'a region that nobody judged',
      { deliveryRules: { ...pack.deliveryRules, abroad: { ABROAD_PL: 'SAFE' as const } } },
      'deliveryRules.abroad: ABROAD_LT is neither safe nor a risk',
    ],
  ])('report %s', (_, change, problem) => {
    expect(findPackProblems({ ...pack, ...change })).toContain(problem);
  });

  it('know every class in both packs', () => {
    for (const code of ['by', 'mm'] as const) {
      const known = jurisdictionPack(code).channelClasses.map((entry) => entry.code);
      expect([...known].sort()).toEqual([...CHANNEL_CLASSES].sort());
    }
  });
});
