import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { CaseCardStore } from '../../infrastructure/case-card.store.js';
import { DonorSeal } from '../../infrastructure/donor-seal.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { GiftStore } from '../../infrastructure/gift.store.js';
import { PledgeStore } from '../../infrastructure/pledge.store.js';
import { FundingNews } from '../funding-news.js';
import type { GiftWish } from './gift-wish.js';

/** What was stored before the provider hears of it. */
export interface OpenedGift {
  readonly kind: 'gift' | 'pledge';
  readonly id: string;
  readonly ref: string;
}

/** Stores a donor and what they want to give. */
@Injectable()
export class GiftOpener {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seal: DonorSeal,
    private readonly organizations: OrganizationSettingsQuery,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async open(
    organizationId: OrganizationId,
    wish: GiftWish,
    token: string,
  ): Promise<Result<OpenedGift, DomainError>> {
    const { today } = await this.organizations.own();
    const fundId = await this.targetOf(organizationId, wish, today);
    if (!fundId.ok) return fundId;
    const donorId = await this.addDonor(organizationId, wish, token);
    const kind = wish.rhythm === 'ONCE' ? 'gift' : 'pledge';
    const id = this.ids.next();
    const ref = this.ids.bytes(16).toString('hex');
    const base = {
      id,
      organizationId,
      donorId,
      ref,
      amountMinor: wish.amount.minorUnits,
      fundId: fundId.value,
      fallback: wish.fallback,
      startedOn: today,
    };
    if (kind === 'pledge') await new PledgeStore(this.unitOfWork).add(base);
    else {
      const rest = { pledgeId: null, invoiceId: null, paymentIntentId: null };
      await new GiftStore(this.unitOfWork).add({ ...base, ...rest });
    }
    await this.news.tellOfDonor(
      kind === 'gift' ? 'GIFT_STARTED' : 'PLEDGE_STARTED',
      kind.toUpperCase(),
      id,
    );
    return ok({ kind, id, ref });
  }

  private async addDonor(organizationId: string, wish: GiftWish, token: string): Promise<string> {
    const id = this.ids.next();
    const { email, locale } = wish;
    await new DonorStore(this.unitOfWork).add({
      id,
      organizationId,
      linkKey: this.seal.linkKey(token),
      email:
        email === null
          ? null
          : { sealed: this.seal.sealEmail(id, email), key: this.seal.emailKey(email) },
      locale,
    });
    return id;
  }

  private async targetOf(
    organizationId: string,
    { fundId, caseCardId }: GiftWish,
    today: string,
  ): Promise<Result<string, DomainError>> {
    if (caseCardId !== null) {
      const cards = new CaseCardStore(this.unitOfWork);
      const card = await cards.lock(organizationId, caseCardId);
      if (card === null || card.state === 'DRAFT') return err(notFound());
      if (await cards.isSilent(card.id, today)) return err(refused('CARD_TAKES_NO_MORE'));
      return card.state === 'PUBLISHED' ? ok(card.fundId) : err(refused('CARD_TAKES_NO_MORE'));
    }
    const fund = await new FundStore(this.unitOfWork).find(organizationId, fundId ?? '');
    const isOffered =
      fund?.isPublic === true &&
      fund.state === 'OPEN' &&
      ['PUBLIC', 'EMERGENCY'].includes(fund.kind);
    return isOffered ? ok(fund.id) : err(notFound());
  }
}
