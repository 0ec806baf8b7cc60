import type { ConsentPurpose } from '../pack.js';
import type { RegionClass } from '../coded-entry.js';
import { words } from './label.js';
import type { ByLanguage } from './label.js';

export const regionClasses: readonly RegionClass<ByLanguage>[] = [
  {
    code: 'IN_CAPITAL',
    inCountry: true,
    label: words(
      'Inside, capital',
      'У краіне, сталіца',
      'В стране, столица',
      'W kraju, stolica',
      'Šalyje, sostinė',
    ),
  },
  {
    code: 'IN_WEST',
    inCountry: true,
    label: words(
      'Inside, west',
      'У краіне, захад',
      'В стране, запад',
      'W kraju, zachód',
      'Šalyje, vakarai',
    ),
  },
  {
    code: 'IN_EAST',
    inCountry: true,
    label: words(
      'Inside, east',
      'У краіне, усход',
      'В стране, восток',
      'W kraju, wschód',
      'Šalyje, rytai',
    ),
  },
  {
    code: 'IN_NORTH',
    inCountry: true,
    label: words(
      'Inside, north',
      'У краіне, поўнач',
      'В стране, север',
      'W kraju, północ',
      'Šalyje, šiaurė',
    ),
  },
  {
    code: 'IN_SOUTH',
    inCountry: true,
    label: words(
      'Inside, south',
      'У краіне, поўдзень',
      'В стране, юг',
      'W kraju, południe',
      'Šalyje, pietūs',
    ),
  },
  {
    code: 'ABROAD_PL',
    inCountry: false,
    label: words('Poland', 'Польшча', 'Польша', 'Polska', 'Lenkija'),
  },
  {
    code: 'ABROAD_LT',
    inCountry: false,
    label: words('Lithuania', 'Літва', 'Литва', 'Litwa', 'Lietuva'),
  },
  {
    code: 'ABROAD_GE',
    inCountry: false,
    label: words('Georgia', 'Грузія', 'Грузия', 'Gruzja', 'Sakartvelas'),
  },
  {
    code: 'ABROAD_OTHER',
    inCountry: false,
    label: words('Another country', 'Іншая краіна', 'Другая страна', 'Inny kraj', 'Kita šalis'),
  },
];

export const consentPurposes: readonly ConsentPurpose<ByLanguage>[] = [
  {
    code: 'AID_PROCESSING',
    requiredForAid: true,
    namesPartner: false,
    label: words(
      'Keep our data to help us',
      'Захоўваць нашы звесткі, каб дапамагаць',
      'Хранить наши данные, чтобы помогать',
      'Przechowywać nasze dane, żeby pomagać',
      'Saugoti mūsų duomenis, kad padėtų',
    ),
  },
  {
    code: 'CONTACT',
    requiredForAid: false,
    namesPartner: false,
    label: words(
      'Contact us first',
      'Звяртацца да нас першымі',
      'Обращаться к нам первыми',
      'Zwracać się do nas pierwsi',
      'Kreiptis į mus pirmiems',
    ),
  },
  {
    code: 'HEALTH_DATA',
    requiredForAid: false,
    namesPartner: false,
    label: words(
      'Keep health details',
      'Захоўваць звесткі пра здароўе',
      'Хранить сведения о здоровье',
      'Przechowywać dane o zdrowiu',
      'Saugoti duomenis apie sveikatą',
    ),
  },
  {
    code: 'SHARE_WITH_PARTNER',
    requiredForAid: false,
    namesPartner: true,
    label: words(
      'Pass details to a named partner for one service',
      'Перадаць звесткі названаму партнёру дзеля адной паслугі',
      'Передать данные названному партнёру ради одной услуги',
      'Przekazać dane wskazanemu partnerowi dla jednej usługi',
      'Perduoti duomenis įvardytam partneriui vienai paslaugai',
    ),
  },
  {
    code: 'TRANSFER_CASE',
    requiredForAid: false,
    namesPartner: true,
    label: words(
      'Hand our case over to a named organisation',
      'Перадаць нашу справу названай арганізацыі',
      'Передать наше дело названной организации',
      'Przekazać naszą sprawę wskazanej organizacji',
      'Perduoti mūsų bylą įvardytai organizacijai',
    ),
  },
  {
    code: 'PUBLISH_CARD',
    requiredForAid: false,
    namesPartner: false,
    label: words(
      'Publish a card without names',
      'Апублікаваць картку без імёнаў',
      'Опубликовать карточку без имён',
      'Opublikować kartę bez nazwisk',
      'Paskelbti kortelę be vardų',
    ),
  },
  {
    code: 'DONOR_UPDATE',
    requiredForAid: false,
    namesPartner: false,
    label: words(
      'Tell donors briefly, without names',
      'Коратка паведамляць ахвярадаўцам, без імёнаў',
      'Кратко сообщать донорам, без имён',
      'Krótko informować darczyńców, bez nazwisk',
      'Trumpai pranešti rėmėjams, be vardų',
    ),
  },
];
