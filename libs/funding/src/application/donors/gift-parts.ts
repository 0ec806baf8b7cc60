import { giftThread, joinParts, type FundUse, type GiftPart } from '../../domain/gift-thread.js';
import type { DonorPageStore } from '../../infrastructure/donor-page.store.js';

/** What each gift of a donor that has arrived did so far, by gift. */
export async function giftParts(
  page: DonorPageStore,
  donorId: string,
): Promise<ReadonlyMap<string, readonly GiftPart[]>> {
  const uses = new Map<string, readonly FundUse[]>();
  const parts = new Map<string, readonly GiftPart[]>();
  for (const place of await page.places(donorId)) {
    const used = uses.get(place.fundId) ?? (await page.uses(place.fundId));
    uses.set(place.fundId, used);
    const known = parts.get(place.giftId) ?? [];
    parts.set(place.giftId, joinParts([...known, ...giftThread(place, used)]));
  }
  return parts;
}
