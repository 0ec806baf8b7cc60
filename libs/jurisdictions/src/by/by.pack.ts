import { STANDARD_CAPS } from '../call-out-protocol.js';
import { STANDARD_CLOCKS } from '../need-type.js';
import type { JurisdictionPack } from '../pack.js';
import { callOutProtocols } from './call-outs.js';
import { channelClasses, deliveryRules } from './delivery.js';
import { custodyStatuses, facilityTypes, regimes } from './detention.js';
import { consentPurposes, regionClasses } from './family.js';
import { BY_LANGUAGES, words } from './label.js';
import type { ByLanguage } from './label.js';
import { legalArticles, recognitionBases, stateLists } from './law.js';
import { needGroups, needTypes } from './needs.js';

/** Belarus. */
export const BY_PACK: JurisdictionPack<ByLanguage> = {
  code: 'by',
  label: words('Belarus', 'Беларусь', 'Беларусь', 'Białoruś', 'Baltarusija'),
  timeZone: 'Europe/Minsk',
  languages: BY_LANGUAGES,
  facilityTypes,
  regimes,
  custodyStatuses,
  legalArticles,
  stateLists,
  recognitionBases,
  regionClasses,
  consentPurposes,
  needGroups,
  needTypes,
  channelClasses,
  deliveryRules,
  priorityClocks: STANDARD_CLOCKS,
  callOutProtocols,
  callOutCaps: STANDARD_CAPS,
  consentLapseMonths: 12,
  contactRhythmDays: 45,
  refusedCardCountries: ['BY', 'RU'],
  retentionDays: { T0: 90, T1: 365 },
};
