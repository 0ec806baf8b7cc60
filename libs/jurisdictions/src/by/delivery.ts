import type { ChannelClass, ChannelClassEntry, DeliveryRule, DeliveryRules } from '../delivery.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

export const channelClasses: readonly ChannelClassEntry<ByLanguage>[] = [
  {
    code: 'BANK_ABROAD',
    carriesMoney: true,
    travels: false,
    label: words(
      'Bank transfer abroad',
      'Банкаўскі перавод за мяжой',
      'Банковский перевод за границей',
      'Przelew bankowy za granicą',
      'Banko pavedimas užsienyje',
    ),
  },
  {
    code: 'VENDOR_DIRECT_ABROAD',
    carriesMoney: false,
    travels: false,
    label: words(
      'Paid to a vendor abroad',
      'Аплата пастаўшчыку за мяжой',
      'Оплата поставщику за границей',
      'Zapłata dostawcy za granicą',
      'Mokėjimas tiekėjui užsienyje',
    ),
  },
  {
    code: 'CARD_VOUCHER_ABROAD',
    carriesMoney: true,
    travels: false,
    label: words(
      'Card or voucher abroad',
      'Картка або ваўчар за мяжой',
      'Карта или ваучер за границей',
      'Karta lub bon za granicą',
      'Kortelė ar kuponas užsienyje',
    ),
  },
  {
    code: 'CASH_HAND_ABROAD',
    carriesMoney: true,
    travels: true,
    label: words(
      'Cash by hand abroad',
      'Наяўныя з рук за мяжой',
      'Наличные из рук за границей',
      'Gotówka do ręki za granicą',
      'Grynieji į rankas užsienyje',
    ),
  },
  {
    code: 'INKIND_ABROAD',
    carriesMoney: false,
    travels: true,
    label: words(
      'Goods abroad',
      'Рэчы за мяжой',
      'Вещи за границей',
      'Rzeczy za granicą',
      'Daiktai užsienyje',
    ),
  },
  {
    code: 'VIA_RELATIVE_ABROAD',
    carriesMoney: true,
    travels: true,
    label: words(
      'Through a relative abroad',
      'Праз сваяка за мяжой',
      'Через родственника за границей',
      'Przez krewnego za granicą',
      'Per giminaitį užsienyje',
    ),
  },
  {
    code: 'PARTNER_ROUTE',
    carriesMoney: true,
    travels: true,
    label: words(
      'Through a partner inside',
      'Праз партнёра ў краіне',
      'Через партнёра в стране',
      'Przez partnera w kraju',
      'Per partnerį šalyje',
    ),
  },
  {
    code: 'PARCEL_BY_RELATIVE',
    carriesMoney: false,
    travels: true,
    label: words(
      'Parcel by a relative',
      'Перадача праз сваяка',
      'Передача через родственника',
      'Paczka od krewnych',
      'Giminaičių siuntinys',
    ),
  },
  {
    code: 'SERVICE_REMOTE',
    carriesMoney: false,
    travels: false,
    label: words(
      'Service at a distance',
      'Паслуга на адлегласці',
      'Услуга на расстоянии',
      'Usługa zdalna',
      'Paslauga nuotoliu',
    ),
  },
  {
    code: 'CRYPTO_SELF_CUSTODY',
    carriesMoney: true,
    travels: false,
    label: words(
      'Crypto to own wallet (off)',
      'Крыпта ва ўласны кашалёк (выключана)',
      'Крипта в свой кошелёк (выключено)',
      'Kryptowaluta do własnego portfela (wyłączone)',
      'Kriptovaliuta į savo piniginę (išjungta)',
    ),
  },
  {
    code: 'FOREIGN_BANK_TO_INCOUNTRY',
    carriesMoney: true,
    travels: false,
    label: words(
      'Foreign bank into the country',
      'З замежнага банка ў краіну',
      'Из зарубежного банка в страну',
      'Z zagranicznego banku do kraju',
      'Iš užsienio banko į šalį',
    ),
  },
  {
    code: 'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS',
    carriesMoney: false,
    travels: true,
    label: words(
      'Online shop to an address inside',
      'Інтэрнэт-крама на адрас у краіне',
      'Интернет-магазин на адрес в стране',
      'Sklep internetowy na adres w kraju',
      'Internetinė parduotuvė adresu šalyje',
    ),
  },
];

/** Cells in the order of the columns of domain.md C4; cash by hand goes with goods (decision 16). */
function row(
  abroad: DeliveryRule,
  viaRelative: DeliveryRule,
  partner: DeliveryRule,
  parcel: DeliveryRule,
  service: DeliveryRule,
  intoCountry: DeliveryRule,
): Readonly<Record<ChannelClass, DeliveryRule>> {
  return {
    BANK_ABROAD: abroad,
    VENDOR_DIRECT_ABROAD: abroad,
    CARD_VOUCHER_ABROAD: abroad,
    CASH_HAND_ABROAD: abroad,
    INKIND_ABROAD: abroad,
    VIA_RELATIVE_ABROAD: viaRelative,
    PARTNER_ROUTE: partner,
    PARCEL_BY_RELATIVE: parcel,
    SERVICE_REMOTE: service,
    // Off by default (decision 16).
    CRYPTO_SELF_CUSTODY: 'B',
    FOREIGN_BANK_TO_INCOUNTRY: intoCountry,
    ONLINE_SHOP_TO_INCOUNTRY_ADDRESS: intoCountry,
  };
}

export const deliveryRules: DeliveryRules = {
  table: {
    ABROAD_SAFE: row('A', 'A', '-', '-', 'A', '-'),
    ABROAD_RISK: row('S', 'S', 'S', '-', 'A', 'B'),
    IN_COUNTRY_VERIFIED: row('-', 'A', 'A', 'A', 'A', 'B'),
    // The partner waits for a handshake, and a handshake makes the channel VERIFIED.
    IN_COUNTRY_UNVERIFIED: row('-', 'S', 'B', 'S', 'S', 'B'),
    IN_CUSTODY: row('-', '-', '-', 'A', '-', 'B'),
    HALTED: row('B', 'B', 'B', 'B', 'B', 'B'),
  },
  // Georgia is neither EU, UK nor US, and "another country" may be Russia: both are asked about each time.
  abroad: { ABROAD_PL: 'SAFE', ABROAD_LT: 'SAFE', ABROAD_GE: 'RISK', ABROAD_OTHER: 'RISK' },
  hardBlocked: ['FOREIGN_BANK_TO_INCOUNTRY', 'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS'],
};
