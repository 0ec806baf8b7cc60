import { STANDARD_CAPS } from '../call-out-protocol.js';
import { callOutProtocols } from './call-outs.js';
import { mmChannelClasses, mmDeliveryRules } from './delivery.js';
import { STANDARD_CLOCKS } from '../need-type.js';
import type { JurisdictionPack } from '../pack.js';
import type { Label } from '../coded-entry.js';
import { needGroups, needTypes } from './needs.js';

const MM_LANGUAGES = ['en', 'my'] as const;
type MmLanguage = (typeof MM_LANGUAGES)[number];

const words = (en: string, my: string): Label<MmLanguage> => ({ en, my });

/** Myanmar: small on purpose, the proof that no rule knows a country. */
export const MM_PACK: JurisdictionPack<MmLanguage> = {
  code: 'mm',
  label: words('Myanmar', 'မြန်မာ'),
  timeZone: 'Asia/Yangon',
  languages: MM_LANGUAGES,
  facilityTypes: [
    { code: 'POLICE_CUSTODY', label: words('Police custody', 'ရဲအချုပ်') },
    { code: 'INTERROGATION_CENTRE', label: words('Interrogation centre', 'စစ်ကြောရေးစခန်း') },
    { code: 'PRISON', label: words('Prison', 'အကျဉ်းထောင်') },
    { code: 'LABOUR_CAMP', label: words('Labour camp', 'အကျဉ်းစခန်း') },
  ],
  regimes: [
    { code: 'SIMPLE', kind: 'REGIME', label: words('Simple imprisonment', 'အလုပ်မဲ့ထောင်ဒဏ်') },
    { code: 'HARD_LABOUR', kind: 'REGIME', label: words('Hard labour', 'အလုပ်ကြမ်းနှင့်ထောင်ဒဏ်') },
    { code: 'SOLITARY', kind: 'PUNISHMENT_PLACE', label: words('Solitary cell', 'တိုက်ပိတ်') },
  ],
  custodyStatuses: [
    { code: 'DETAINED', liberty: 'HELD', label: words('Detained', 'ဖမ်းဆီးခံထားရ') },
    { code: 'REMAND', liberty: 'HELD', label: words('Held on remand', 'ရမန်ဖြင့် ချုပ်နှောင်ခံရ') },
    { code: 'SENTENCED', liberty: 'HELD', label: words('Serving a sentence', 'ပြစ်ဒဏ်ကျခံနေရ') },
    { code: 'IN_TRANSFER', liberty: 'HELD', label: words('Being transferred', 'ထောင်ပြောင်းနေဆဲ') },
    { code: 'INCOMMUNICADO', liberty: 'HELD', label: words('Incommunicado', 'အဆက်အသွယ်ဖြတ် ထိန်းသိမ်းခံရ') },
    { code: 'RELEASED', liberty: 'FREE', label: words('Released', 'လွတ်မြောက်') },
    {
      code: 'AMNESTIED',
      liberty: 'FREE',
      label: words('Released by amnesty', 'လွတ်ငြိမ်းချမ်းသာခွင့်ဖြင့် လွတ်မြောက်'),
    },
    { code: 'DIED', liberty: 'DEAD', label: words('Died', 'ကွယ်လွန်') },
    {
      code: 'UNCONFIRMED',
      liberty: 'UNCONFIRMED',
      label: words('Could not be confirmed', 'အတည်မပြုနိုင်'),
    },
  ],
  legalArticles: [
    {
      code: 'PC_505_A',
      law: 'CRIMINAL',
      number: '505-A',
      label: words('Causing fear, spreading false news', 'ကြောက်ရွံ့စေမှု၊ သတင်းမှားဖြန့်မှု'),
    },
    {
      code: 'PC_124_A',
      law: 'CRIMINAL',
      number: '124-A',
      label: words('Sedition', 'နိုင်ငံတော်ကို အကြည်ညိုပျက်စေမှု'),
    },
    {
      code: 'UAA_17_1',
      law: 'SPECIAL',
      number: '17(1)',
      label: words('Unlawful association', 'မတရားအသင်း'),
    },
    {
      code: 'CTL_50_J',
      law: 'SPECIAL',
      number: '50(j)',
      label: words('Financing of terrorism (so labelled)', '"အကြမ်းဖက်မှု" ငွေကြေးထောက်ပံ့မှု'),
    },
  ],
  stateLists: [
    {
      code: 'TERRORIST',
      label: words(
        'On the state list of "terrorists" (so labelled)',
        'နိုင်ငံတော်က "အကြမ်းဖက်" ဟု စာရင်းသွင်းထား',
      ),
    },
  ],
  recognitionBases: [
    { code: 'AAPP', isListEvidence: true, label: words('AAPP', 'AAPP') },
    {
      code: 'PARTNER_ATTESTED',
      isListEvidence: true,
      label: words('Attested by a partner organisation', 'မိတ်ဖက်အဖွဲ့က အတည်ပြု'),
    },
    {
      code: 'PENDING',
      isListEvidence: false,
      label: words('Recognition pending', 'အသိအမှတ်ပြုမှု စောင့်ဆိုင်းဆဲ'),
    },
    {
      code: 'NONE_POLITICALLY_MOTIVATED',
      isListEvidence: false,
      label: words('Not recognised, politically motivated', 'အသိအမှတ်မပြုရသေး၊ နိုင်ငံရေးကြောင့်'),
    },
  ],
  regionClasses: [
    { code: 'IN_CENTRE', inCountry: true, label: words('Inside, centre', 'ပြည်တွင်း၊ အလယ်ပိုင်း') },
    { code: 'IN_NORTH', inCountry: true, label: words('Inside, north', 'ပြည်တွင်း၊ မြောက်ပိုင်း') },
    { code: 'IN_SOUTH', inCountry: true, label: words('Inside, south', 'ပြည်တွင်း၊ တောင်ပိုင်း') },
    { code: 'ABROAD_TH', inCountry: false, label: words('Thailand', 'ထိုင်း') },
    { code: 'ABROAD_OTHER', inCountry: false, label: words('Another country', 'အခြားနိုင်ငံ') },
  ],
  consentPurposes: [
    {
      code: 'AID_PROCESSING',
      requiredForAid: true,
      namesPartner: false,
      label: words('Keep our data to help us', 'ကူညီရန် အချက်အလက် သိမ်းဆည်းခြင်း'),
    },
    {
      code: 'CONTACT',
      requiredForAid: false,
      namesPartner: false,
      label: words('Contact us first', 'ကျွန်ုပ်တို့ထံ ဆက်သွယ်ခြင်း'),
    },
    {
      code: 'HEALTH_DATA',
      requiredForAid: false,
      namesPartner: false,
      label: words('Keep health details', 'ကျန်းမာရေး အချက်အလက် သိမ်းဆည်းခြင်း'),
    },
    {
      code: 'SHARE_WITH_PARTNER',
      requiredForAid: false,
      namesPartner: true,
      label: words(
        'Pass details to a named partner for one service',
        'အမည်ဖော်ပြထားသော မိတ်ဖက်ထံ မျှဝေခြင်း',
      ),
    },
    {
      code: 'TRANSFER_CASE',
      requiredForAid: false,
      namesPartner: true,
      label: words('Hand our case over to a named organisation', 'အမည်ဖော်ပြထားသော အဖွဲ့ထံ လွှဲပြောင်းခြင်း'),
    },
    {
      code: 'PUBLISH_CARD',
      requiredForAid: false,
      namesPartner: false,
      label: words('Publish a card without names', 'အမည်မပါသော ကတ် ထုတ်ပြန်ခြင်း'),
    },
    {
      code: 'DONOR_UPDATE',
      requiredForAid: false,
      namesPartner: false,
      label: words('Tell donors briefly, without names', 'အလှူရှင်များအား အမည်မပါဘဲ အကျဉ်းပြောပြခြင်း'),
    },
  ],
  needGroups,
  needTypes,
  priorityClocks: STANDARD_CLOCKS,
  callOutProtocols,
  callOutCaps: STANDARD_CAPS,
  channelClasses: mmChannelClasses,
  deliveryRules: mmDeliveryRules,
  consentLapseMonths: 12,
  contactRhythmDays: 60,
  refusedCardCountries: ['MM'],
  retentionDays: { T0: 90, T1: 365 },
};
