import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import {
  donorSpending,
  type DonorSpending,
  type SpendingLine,
} from '../../domain/donor-spending.js';
import { familiesReached } from '../../domain/families-reached.js';
import { spendingCsv } from '../../domain/spending-csv.js';
import { DonorPageStore } from '../../infrastructure/donor-page.store.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { OwnPack } from '../own-pack.js';
import { DonorDoor } from './donor-door.js';
import { giftParts, placedGifts } from './gift-parts.js';
import { groupLabelOf } from './group-label.js';

export interface DonorReport extends DonorSpending {
  readonly lines: readonly (SpendingLine & { readonly label: string | null })[];
  readonly csv: string;
  /** Null where it is not told: see `familiesReached`. */
  readonly families: number | null;
}

/**
 * What one donor's own gifts did, by group of needs: all of them, or those that arrived in one year.
 *
 * Disclosure: suppression of small cells (decision 12) is about numbers of people. The one number here is that of the
 * families whom all gifts together have reached, with the limits of `familiesReached`; no line is finer than the group that the page of gifts names already. Every
 * amount is a part of what this donor gave and knows; the year selects among the donor's own gifts, so subtracting one
 * report from another yields a gift and nothing of anybody else's (security.md F9).
 */
@Injectable()
export class MySpendingQuery {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly ownPack: OwnPack,
  ) {}

  /** @param year in the organisation's zone; null for all time. NOT_FOUND for a token that opens nothing. */
  read(token: string, year: number | null): Promise<Result<DonorReport, DomainError>> {
    return this.door.withToken(token, async ({ donorId }) => {
      const { settings, pack } = await this.ownPack.read();
      const page = new DonorPageStore(this.unitOfWork);
      const locale = await new DonorStore(this.unitOfWork).locale(donorId);
      const placed = await placedGifts(page, donorId);
      const parts = giftParts(placed);
      const gifts = await page.arrived(donorId, year, settings.timeZone);
      const spending = donorSpending(
        gifts.map((gift) => ({ ...gift, parts: parts.get(gift.id) ?? [] })),
      );
      const lines = spending.lines.map((line) => ({
        ...line,
        label: groupLabelOf(pack, line.group, locale),
      }));
      const hidden = pack.needTypes.filter(({ flags }) => flags.includes('X'));
      const families =
        year === null ? familiesReached(placed, new Set(hidden.map(({ code }) => code))) : null;
      return ok({ ...spending, lines, csv: spendingCsv(lines), families });
    });
  }
}
