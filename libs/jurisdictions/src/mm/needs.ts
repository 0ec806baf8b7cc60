import { needTypesOf, type NeedLine, type NeedType } from '../need-type.js';
import type { CodedEntry, Label } from '../coded-entry.js';

type MmLanguage = 'en' | 'my';
const words = (en: string, my: string): Label<MmLanguage> => ({ en, my });

/** A small set of its own: no rule of needs knows a country. Amounts are proposals. */
export const needGroups: readonly CodedEntry<MmLanguage>[] = [
  { code: 'DET', label: words('In detention', 'ထိန်းသိမ်းခံနေစဉ်') },
  { code: 'LEG', label: words('Defence and courts', 'ရှေ့နေနှင့် တရားရုံး') },
  { code: 'LIV', label: words('Living', 'နေထိုင်စားသောက်မှု') },
  { code: 'MED', label: words('Health', 'ကျန်းမာရေး') },
];
// A table is read by its columns.
// prettier-ignore
const LINES: readonly NeedLine<MmLanguage>[] = [
  ['DET-PARCEL', 'P4', [30, 120], 'MONTHLY', ['PARCEL_BY_RELATIVE'], 'E1', 'R D', 72040, words('Food and medicine parcel', 'အစားအစာနှင့် ဆေးဝါး ပါဆယ်')],
  ['DET-VISIT', 'P3', [40, 100], 'FEW_A_YEAR', ['PARTNER_ROUTE'], 'E1', 'R D', 72010, words('Travel to a visit', 'ထောင်ဝင်စာ ခရီးစရိတ်')],
  ['LEG-LAWYER', 'P1', [300, 900], 'PER_STAGE', ['PARTNER_ROUTE', 'VENDOR_DIRECT_ABROAD'], 'E2', 'S X', 15130, words('Defence lawyer, one stage', 'ရှေ့နေခ')],
  ['LIV-FOOD', 'P1', [40, 90], 'UP_TO_3_IN_A_ROW', ['PARTNER_ROUTE', 'CARD_VOUCHER_ABROAD'], 'E1/E3', 'N', 72040, words('Food basket, two weeks', 'နှစ်ပတ်စာ ရိက္ခာ')],
  ['LIV-SHELTER', 'P0', [150, 400], 'ONCE', ['PARTNER_ROUTE', 'VENDOR_DIRECT_ABROAD'], 'E1/E4', 'S X', 93010, words('Safe shelter', 'ဘေးကင်းသော နေရာ')],
  ['MED-URGENT', 'P0', [300, 1_000], 'EVENT', ['PARTNER_ROUTE', 'VENDOR_DIRECT_ABROAD'], 'E2', 'H', 72011, words('Emergency treatment', 'အရေးပေါ် ကုသမှု')],
];

export const needTypes: readonly NeedType<MmLanguage>[] = needTypesOf(LINES);
