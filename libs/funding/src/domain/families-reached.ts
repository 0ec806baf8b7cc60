import { usesWithin, type FundUse, type GiftPlace } from './gift-thread.js';

/** A use with what tells one family from another; neither leaves the server. */
export interface FamilyUse extends FundUse {
  readonly family: string;
  /** Code of the need. */
  readonly code: string;
}

/** A gift's place in a fund, beside what the fund was used for. */
export interface PlacedGift {
  readonly place: GiftPlace;
  readonly uses: readonly FamilyUse[];
}

/**
 * How many families a donor's own gifts have reached, or null where that is not told.
 *
 * Decision 12 hides counts below ten in what is *published*: there a small cell tells strangers of a few people. Here one
 * donor learns of their own gift, whose amounts and groups of needs stand beside the number already, so the number
 * counts the parts of something known, as the page's sample does ("has reached two families"). Three things stay
 * hidden all the same:
 * - of kinds of need that are never published (flag X) nothing is counted, and the whole number is left out;
 * - fewer families than groups of needs would say that one family had both: a donor with many small gifts could put
 *   a family together from that, so the number is left out;
 * - it is told of all gifts at once, never of one gift, year or group, so that no two numbers can be subtracted.
 */
export function familiesReached(
  gifts: readonly PlacedGift[],
  hiddenCodes: ReadonlySet<string>,
): number | null {
  const families = new Set<string>();
  const groups = new Set<string>();
  for (const { place, uses } of gifts) {
    for (const { status, family, group, code } of usesWithin(place, uses)) {
      if (status !== 'DELIVERED' && status !== 'CONFIRMED') continue;
      if (hiddenCodes.has(code)) return null;
      families.add(family);
      groups.add(group);
    }
  }
  return families.size === 0 || families.size < groups.size ? null : families.size;
}
