import type { CallOutCaps, CallOutProtocol } from './call-out-protocol.js';
import type { CodedEntry, Label, RegionClass } from './coded-entry.js';
import type { ChannelClassEntry, DeliveryRules } from './delivery.js';
import type { NeedType, PriorityClocks } from './need-type.js';

/** What a status means for the person's liberty, so that rules need no status code of any country. */
export type Liberty = 'HELD' | 'RESTRICTED' | 'FREE' | 'DEAD' | 'UNCONFIRMED';

export interface CustodyStatus<L extends string = string> extends CodedEntry<L> {
  readonly liberty: Liberty;
}

/** A regime is where the sentence puts a person; a punishment place takes parcels and visits away. */
export interface Regime<L extends string = string> extends CodedEntry<L> {
  readonly kind: 'REGIME' | 'PUNISHMENT_PLACE';
}

export interface LegalArticle<L extends string = string> extends CodedEntry<L> {
  readonly law: 'CRIMINAL' | 'ADMINISTRATIVE' | 'SPECIAL';
  /** The number as lawyers write it, the same in every language. */
  readonly number: string;
}

/** Whose word makes a case eligible (domain.md C1); a pending or missing word is not list evidence. */
export interface RecognitionBasis<L extends string = string> extends CodedEntry<L> {
  readonly isListEvidence: boolean;
}

/** What a family may allow. `namesPartner`: worthless unless it says to which organisation. */
export interface ConsentPurpose<L extends string = string> extends CodedEntry<L> {
  readonly requiredForAid: boolean;
  readonly namesPartner: boolean;
}

/**
 * Everything about a country that the rules would otherwise hard-code (domain.md C1,
 * "Generalising"). Numbers are defaults; an organisation's settings may tighten them.
 */
export interface JurisdictionPack<L extends string = string> {
  readonly code: string;
  readonly label: Label<L>;
  /** IANA zone of the country concerned; an organisation abroad has its own for its due days. */
  readonly timeZone: string;
  /** Languages of the labels, the default first. */
  readonly languages: readonly L[];
  readonly facilityTypes: readonly CodedEntry<L>[];
  readonly regimes: readonly Regime<L>[];
  readonly custodyStatuses: readonly CustodyStatus<L>[];
  readonly legalArticles: readonly LegalArticle<L>[];
  readonly stateLists: readonly CodedEntry<L>[];
  readonly recognitionBases: readonly RecognitionBasis<L>[];
  readonly regionClasses: readonly RegionClass<L>[];
  readonly consentPurposes: readonly ConsentPurpose<L>[];
  /** Ways of aid, and which of them may be used for whom (domain.md C4). */
  readonly channelClasses: readonly ChannelClassEntry<L>[];
  readonly deliveryRules: DeliveryRules;
  /** Groups of needs: the level on which reports and the public see them. */
  readonly needGroups: readonly CodedEntry<L>[];
  /** The codified needs with their prices, channels and proofs (domain.md D). */
  readonly needTypes: readonly NeedType<L>[];
  readonly priorityClocks: PriorityClocks;
  /** What is done at once, by trigger (domain.md C5). */
  readonly callOutProtocols: readonly CallOutProtocol<L>[];
  readonly callOutCaps: CallOutCaps;
  /** Months after which a consent lapses unless renewed (domain.md C6). */
  readonly consentLapseMonths: number;
  /** Days between confirmed contacts where nothing else was agreed (decisions.md 21). */
  readonly contactRhythmDays: number;
  /**
   * Countries (ISO 3166-1 alpha-2) from whose cards no gift is taken: their banks tell the state who gave
   * (decision 17).
   */
  readonly refusedCardCountries: readonly string[];
  /** Days after closing until the keys of each tier are destroyed (security.md § 8.7). */
  readonly retentionDays: { readonly T0: number; readonly T1: number };
}

/** The names of the code lists of a pack. */
export const CODE_LISTS = [
  'facilityTypes',
  'regimes',
  'custodyStatuses',
  'legalArticles',
  'stateLists',
  'recognitionBases',
  'regionClasses',
  'consentPurposes',
  'channelClasses',
  'needGroups',
] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/** The entry of `code` in one list of the pack, or `undefined` where the pack has no such code. */
export function findEntry<K extends CodeList>(
  pack: JurisdictionPack,
  list: K,
  code: string,
): JurisdictionPack[K][number] | undefined {
  return pack[list].find((entry) => entry.code === code);
}

/** The words for an entry: in the language asked for, else in the pack's first language. */
export function labelOf(pack: JurisdictionPack, entry: CodedEntry, language: string): string {
  const text = Object.hasOwn(entry.label, language) ? entry.label[language] : undefined;
  return text ?? entry.label[pack.languages[0] ?? ''] ?? entry.code;
}

/** The kind of need of `code`, or `undefined` where the pack has none. */
export function findNeedType(pack: JurisdictionPack, code: string): NeedType | undefined {
  return pack.needTypes.find((type) => type.code === code);
}
