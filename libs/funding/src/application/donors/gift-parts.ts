import type { FamilyUse, PlacedGift } from '../../domain/families-reached.js';
import { giftThread, joinParts, type GiftPart } from '../../domain/gift-thread.js';
import type { DonorPageStore } from '../../infrastructure/donor-page.store.js';

/** Where the gifts of a donor lie, beside what their funds were used for. */
export async function placedGifts(
  page: DonorPageStore,
  donorId: string,
): Promise<readonly (PlacedGift & { readonly giftId: string })[]> {
  const uses = new Map<string, readonly FamilyUse[]>();
  const placed: (PlacedGift & { readonly giftId: string })[] = [];
  for (const place of await page.places(donorId)) {
    const used = uses.get(place.fundId) ?? (await page.uses(place.fundId));
    uses.set(place.fundId, used);
    placed.push({ giftId: place.giftId, place, uses: used });
  }
  return placed;
}

/** What each gift of a donor that has arrived did so far, by gift. */
export function giftParts(
  gifts: readonly (PlacedGift & { readonly giftId: string })[],
): ReadonlyMap<string, readonly GiftPart[]> {
  const parts = new Map<string, readonly GiftPart[]>();
  for (const { giftId, place, uses } of gifts) {
    const known = parts.get(giftId) ?? [];
    parts.set(giftId, joinParts([...known, ...giftThread(place, uses)]));
  }
  return parts;
}
