import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { donorTexts } from '../../domain/donor-texts.js';
import type { GiftPart } from '../../domain/gift-thread.js';
import {
  DonorPageStore,
  type DonorGift,
  type DonorPledge,
  type DonorUpdate,
} from '../../infrastructure/donor-page.store.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { OwnPack } from '../own-pack.js';
import { DonorDoor } from './donor-door.js';
import { giftParts, placedGifts } from './gift-parts.js';
import { groupLabelOf } from './group-label.js';

/** A gift with what it has done so far. */
export interface GiftStory extends DonorGift {
  readonly parts: readonly (GiftPart & { readonly label: string | null })[];
}

export interface DonorPage {
  readonly organizationName: string;
  readonly thanks: string;
  readonly gifts: readonly GiftStory[];
  readonly pledges: readonly DonorPledge[];
  readonly updates: readonly DonorUpdate[];
}

/** The donor's private page: what arrived, where it went, in groups of needs and never nearer. */
@Injectable()
export class MyGiftsQuery {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly ownPack: OwnPack,
  ) {}

  /** NOT_FOUND for a token that opens nothing. @param language of the page; null for the donor's own */
  read(token: string, language: string | null = null): Promise<Result<DonorPage, DomainError>> {
    return this.door.withToken(token, async ({ donorId }) => {
      const { settings, pack } = await this.ownPack.read();
      const page = new DonorPageStore(this.unitOfWork);
      const locale = language ?? (await new DonorStore(this.unitOfWork).locale(donorId));
      const gifts = await page.gifts(donorId, locale);
      const parts = giftParts(await placedGifts(page, donorId));
      return ok({
        organizationName: settings.name,
        thanks: donorTexts(locale).thanks,
        gifts: gifts.map((gift) => ({
          ...gift,
          parts: (parts.get(gift.id) ?? []).map((part) => ({
            ...part,
            label: groupLabelOf(pack, part.group, locale),
          })),
        })),
        pledges: await page.pledges(donorId, locale),
        updates: await page.updates(donorId, settings.today),
      });
    });
  }
}
