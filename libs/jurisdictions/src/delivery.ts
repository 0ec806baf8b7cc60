import type { CodedEntry, RegionClass } from './coded-entry.js';

/** How aid can travel (domain.md C4). The last three are named so that they can be refused. */
export const CHANNEL_CLASSES = [
  'BANK_ABROAD',
  'VENDOR_DIRECT_ABROAD',
  'CARD_VOUCHER_ABROAD',
  'CASH_HAND_ABROAD',
  'INKIND_ABROAD',
  'VIA_RELATIVE_ABROAD',
  'PARTNER_ROUTE',
  'PARCEL_BY_RELATIVE',
  'SERVICE_REMOTE',
  'CRYPTO_SELF_CUSTODY',
  'FOREIGN_BANK_TO_INCOUNTRY',
  'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS',
] as const;
export type ChannelClass = (typeof CHANNEL_CLASSES)[number];

/** Where and how safely a recipient can be reached: the rows of the delivery rules. */
export const DELIVERY_PLACES = [
  'ABROAD_SAFE',
  'ABROAD_RISK',
  'IN_COUNTRY_VERIFIED',
  'IN_COUNTRY_UNVERIFIED',
  'IN_CUSTODY',
  'HALTED',
] as const;
export type DeliveryPlace = (typeof DELIVERY_PLACES)[number];

/** A allowed, S security clearance each time, B blocked, `-` there is no such way. */
export type DeliveryRule = 'A' | 'S' | 'B' | '-';

/** What no clearance and no signature can lift (domain.md C4). */
export const HARD_BLOCKS = [
  'FOREIGN_BANK_TO_INCOUNTRY',
  'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS',
  'MONEY_TO_LISTED_PERSON',
] as const;
export type HardBlock = (typeof HARD_BLOCKS)[number];

/** How dangerous an abroad region is for somebody from this country. */
export type AbroadStanding = 'SAFE' | 'RISK';

export interface ChannelClassEntry<L extends string = string> extends CodedEntry<L> {
  readonly code: ChannelClass;
  /** False where the recipient gets goods or work, never something to spend. */
  readonly carriesMoney: boolean;
  /** Goods or cash travel through hands, so that a release is not yet a delivery. */
  readonly travels: boolean;
}

export interface DeliveryRules {
  readonly table: Readonly<Record<DeliveryPlace, Readonly<Record<ChannelClass, DeliveryRule>>>>;
  /** By region class; a region abroad that is not named counts as a risk. */
  readonly abroad: Readonly<Record<string, AbroadStanding>>;
  /** Classes that are refused wherever the recipient is inside, whatever anybody signs. */
  readonly hardBlocked: readonly ChannelClass[];
}

/** What a delivery is judged by. */
export interface DeliveryFacts {
  readonly region: string;
  /** The most trusted contact channel of the case; null where there is none. */
  readonly channelTrust: 'UNKNOWN' | 'VERIFIED' | 'DEGRADED' | 'COMPROMISED' | null;
  /** The case is paused by the family or in quarantine. */
  readonly caseHalted: boolean;
  /** Aid goes to somebody in custody, not to the family. */
  readonly inCustody: boolean;
  /** The recipient stands on a list of the state that makes money to them a crime there. */
  readonly recipientListed: boolean;
  /** Flags of the need type (domain.md D): `L` check the lists, `L_HARD` never to a listed person. */
  readonly needFlags: readonly string[];
}

export interface DeliveryAnswer {
  readonly place: DeliveryPlace;
  readonly rule: DeliveryRule;
  /** Where it is set, the rule is B and nothing lifts it. */
  readonly hardBlock: HardBlock | null;
}

/** The parts of a pack that decide on a delivery. */
export interface DeliveryTables {
  readonly regionClasses: readonly RegionClass[];
  readonly deliveryRules: DeliveryRules;
  readonly channelClasses: readonly ChannelClassEntry[];
}

/** The row of the table for a recipient. */
export function deliveryPlace(pack: DeliveryTables, facts: DeliveryFacts): DeliveryPlace {
  if (facts.caseHalted || facts.channelTrust === 'COMPROMISED') return 'HALTED';
  if (facts.inCustody) return 'IN_CUSTODY';
  const region = pack.regionClasses.find((entry) => entry.code === facts.region);
  if (region?.inCountry === false) {
    return pack.deliveryRules.abroad[region.code] === 'SAFE' ? 'ABROAD_SAFE' : 'ABROAD_RISK';
  }
  return facts.channelTrust === 'VERIFIED' ? 'IN_COUNTRY_VERIFIED' : 'IN_COUNTRY_UNVERIFIED';
}

/**
 * What the pack says about one way to one recipient (domain.md C4). Hard blocks come first and are kept apart from
 * what security may lift; a need type that asks for clearance each time, or a listed recipient, turns A into S.
 */
export function deliveryAnswer(
  pack: DeliveryTables,
  channelClass: ChannelClass,
  facts: DeliveryFacts,
): DeliveryAnswer {
  const place = deliveryPlace(pack, facts);
  const hardBlock = hardBlockOf(pack, channelClass, facts);
  if (hardBlock !== null) return { place, rule: 'B', hardBlock };
  const rule = pack.deliveryRules.table[place][channelClass];
  const isWatched =
    facts.needFlags.includes('S') || (facts.recipientListed && facts.needFlags.includes('L'));
  return { place, rule: rule === 'A' && isWatched ? 'S' : rule, hardBlock: null };
}

function hardBlockOf(
  pack: DeliveryTables,
  channelClass: ChannelClass,
  facts: DeliveryFacts,
): HardBlock | null {
  const region = pack.regionClasses.find((entry) => entry.code === facts.region);
  const isInside = facts.inCustody || region?.inCountry !== false;
  if (isInside && pack.deliveryRules.hardBlocked.includes(channelClass)) {
    return HARD_BLOCKS.find((block) => block === channelClass) ?? null;
  }
  if (!facts.recipientListed || !isInside) return null;
  const carriesMoney =
    pack.channelClasses.find((entry) => entry.code === channelClass)?.carriesMoney === true;
  const isMoney = facts.needFlags.includes('L_HARD') || carriesMoney;
  return isMoney ? 'MONEY_TO_LISTED_PERSON' : null;
}
