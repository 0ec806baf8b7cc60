import {
  CHANNEL_CLASSES,
  type ChannelClass,
  type ChannelClassEntry,
  type DeliveryRule,
  type DeliveryRules,
} from '../delivery.js';

/** Simpler than the first pack: money and goods travel with people, and everything near the border is asked about. */
const CLASSES: readonly (readonly [ChannelClass, boolean, boolean, string, string])[] = [
  ['BANK_ABROAD', true, false, 'Bank transfer abroad', 'ပြည်ပ ဘဏ်လွှဲ'],
  ['VENDOR_DIRECT_ABROAD', false, false, 'Paid to a vendor abroad', 'ပြည်ပ ရောင်းသူထံ တိုက်ရိုက်ပေးချေ'],
  ['CARD_VOUCHER_ABROAD', true, false, 'Card or voucher abroad', 'ပြည်ပ ကတ် သို့မဟုတ် ဘောက်ချာ'],
  ['CASH_HAND_ABROAD', true, true, 'Cash by hand abroad', 'ပြည်ပ လက်ငင်း'],
  ['INKIND_ABROAD', false, true, 'Goods abroad', 'ပြည်ပ ပစ္စည်း'],
  ['VIA_RELATIVE_ABROAD', true, true, 'Through a relative abroad', 'ပြည်ပ ဆွေမျိုးမှတစ်ဆင့်'],
  ['PARTNER_ROUTE', true, true, 'Through a partner inside', 'ပြည်တွင်း မိတ်ဖက်မှတစ်ဆင့်'],
  ['PARCEL_BY_RELATIVE', false, true, 'Parcel by a relative', 'ဆွေမျိုးမှ ပါဆယ်'],
  ['SERVICE_REMOTE', false, false, 'Service at a distance', 'အဝေးမှ ဝန်ဆောင်မှု'],
  ['CRYPTO_SELF_CUSTODY', true, false, 'Crypto to own wallet (off)', 'ကိုယ်ပိုင် ခရစ်ပတို (ပိတ်)'],
  ['FOREIGN_BANK_TO_INCOUNTRY', true, false, 'Foreign bank into the country', 'နိုင်ငံခြားဘဏ်မှ ပြည်တွင်းသို့'],
  [
    'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS',
    false,
    true,
    'Online shop to an address inside',
    'အွန်လိုင်းဆိုင်မှ ပြည်တွင်းလိပ်စာသို့',
  ],
];

export const mmChannelClasses: readonly ChannelClassEntry<'en' | 'my'>[] = CLASSES.map(
  ([code, carriesMoney, travels, en, my]) => ({ code, carriesMoney, travels, label: { en, my } }),
);

/** `rule` for everything but what is named; blocked classes are blocked wherever they lead inside. */
function row(
  rule: DeliveryRule,
  more: Partial<Record<ChannelClass, DeliveryRule>> = {},
): Readonly<Record<ChannelClass, DeliveryRule>> {
  const off = {
    CRYPTO_SELF_CUSTODY: 'B',
    FOREIGN_BANK_TO_INCOUNTRY: 'B',
    ONLINE_SHOP_TO_INCOUNTRY_ADDRESS: 'B',
  };
  const entries = CHANNEL_CLASSES.map((code) => [code, rule]);
  return { ...Object.fromEntries(entries), ...off, ...more } as Record<ChannelClass, DeliveryRule>;
}

export const mmDeliveryRules: DeliveryRules = {
  table: {
    ABROAD_SAFE: row('A', { PARTNER_ROUTE: '-', PARCEL_BY_RELATIVE: '-' }),
    ABROAD_RISK: row('S', { PARCEL_BY_RELATIVE: '-' }),
    IN_COUNTRY_VERIFIED: row('-', {
      PARTNER_ROUTE: 'A',
      PARCEL_BY_RELATIVE: 'A',
      SERVICE_REMOTE: 'A',
      VIA_RELATIVE_ABROAD: 'S',
    }),
    IN_COUNTRY_UNVERIFIED: row('-', {
      PARTNER_ROUTE: 'B',
      PARCEL_BY_RELATIVE: 'S',
      SERVICE_REMOTE: 'S',
    }),
    IN_CUSTODY: row('-', { PARCEL_BY_RELATIVE: 'S' }),
    HALTED: row('B'),
  },
  abroad: { ABROAD_TH: 'RISK', ABROAD_OTHER: 'RISK' },
  hardBlocked: ['FOREIGN_BANK_TO_INCOUNTRY', 'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS'],
};
