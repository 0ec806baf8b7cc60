import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  eur,
  notFound,
  ok,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { available, Ledger } from '@kinward/ledger';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { CaseCardStore, type CaseCard } from '../infrastructure/case-card.store.js';
import { FundStore } from '../infrastructure/fund.store.js';
import type { Fallback } from '../infrastructure/gift.store.js';
import { FundingNews } from './funding-news.js';
import { OwnPack } from './own-pack.js';
import { fallbackFund } from './processing/destination.js';

/** What the public may know of one need; nothing in it leads back to a family. */
export interface OpenCardCommand {
  readonly publicCodename: string;
  readonly needGroup: string;
  readonly amountMinor: bigint;
  /** Coarse facts in codes. */
  readonly facts: Readonly<Record<string, string>>;
  /** The need's random reference: the fund of the card serves this need alone. */
  readonly fundingReference: string;
}

export interface OpenedCard {
  readonly cardId: string;
  readonly fundId: string;
}

/**
 * The money side of case cards (decision 18): the fund for one need, and where gifts go when it takes no more. Works in
 * the caller's unit of work; who may publish a need, and whether its family consented, is the caller's to check.
 */
@Injectable()
export class CaseCards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly ownPack: OwnPack,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Publishes a card with a fund of its own. */
  async open(command: OpenCardCommand): Promise<OpenedCard> {
    const { settings } = await this.ownPack.read();
    const organizationId = settings.id;
    const fundId = this.ids.next();
    await this.ledger.openAccount(organizationId, {
      id: fundId,
      code: `FUND:${fundId}`,
      kind: 'FUND',
      isLimited: true,
    });
    const isNew = await new FundStore(this.unitOfWork).add({
      organizationId,
      id: fundId,
      code: `C-${fundId.slice(0, 8).toUpperCase()}`,
      name: command.publicCodename,
      kind: 'EARMARK',
      accountId: fundId,
      rules: {},
      state: 'OPEN',
      opensOn: settings.today,
      lapsesOn: null,
      floorMinor: 0n,
      isPublic: true,
      isFreeFund: false,
      fundingReference: command.fundingReference,
    });
    if (!isNew) throw new Error('this need has a card already');
    const cardId = this.ids.next();
    await new CaseCardStore(this.unitOfWork).add({
      ...command,
      id: cardId,
      organizationId,
      fundId,
    });
    await this.news.tell('CASE_CARD_PUBLISHED', 'CASE_CARD', cardId);
    return { cardId, fundId };
  }

  /** The family's consent is gone, or the need is: what nobody has promised goes where its donors wanted. */
  withdraw(cardId: string): Promise<Result<void, DomainError>> {
    return this.end(cardId, 'WITHDRAWN');
  }

  /** The need is met; a rest goes where its donors wanted. */
  close(cardId: string): Promise<Result<void, DomainError>> {
    return this.end(cardId, 'CLOSED');
  }

  /** Errors: NOT_FOUND; WRONG_STATE for a card that has ended. */
  private async end(
    cardId: string,
    state: 'WITHDRAWN' | 'CLOSED',
  ): Promise<Result<void, DomainError>> {
    const { settings } = await this.ownPack.read();
    const cards = new CaseCardStore(this.unitOfWork);
    const card = await cards.lock(settings.id, cardId);
    if (card === null) return err(notFound());
    if (card.state !== 'PUBLISHED' && card.state !== 'FULL') return err(wrongState(card.state));
    const moved = await this.moveRest(settings, card, state);
    if (!moved.ok) return moved;
    await cards.setState(card, state);
    await this.news.tell(`CASE_CARD_${state}`, 'CASE_CARD', cardId);
    return ok();
  }

  /** First given, first used: so what is left belongs to the latest gifts. */
  private async moveRest(
    { id: organizationId, today }: { readonly id: string; readonly today: string },
    card: CaseCard,
    reason: 'WITHDRAWN' | 'CLOSED',
  ): Promise<Result<void, DomainError>> {
    const cards = new CaseCardStore(this.unitOfWork);
    const totals = (await this.ledger.totals(organizationId, [card.fundId])).get(card.fundId);
    let rest = totals === undefined ? 0n : available(totals);
    for (const gift of await cards.giftsOf(card.fundId)) {
      const amountMinor = gift.leftMinor < rest ? gift.leftMinor : rest;
      if (amountMinor <= 0n) continue;
      const scope = { db: this.unitOfWork, organization: { id: organizationId } };
      const target = await fallbackFund(scope, card, gift.fallback as Fallback);
      if (target === null) continue;
      const id = this.ids.next();
      const booked = await this.ledger.book(organizationId, [
        {
          id: this.ids.next(),
          phase: 'DIRECT',
          code: 'FUND_TRANSFER',
          idempotencyKey: `FUND_TRANSFER:${id}`,
          debitAccountId: card.fundId,
          creditAccountId: target.accountId,
          amount: eur(amountMinor),
        },
      ]);
      if (!booked.ok) return booked;
      const { giftId } = gift;
      await cards.addMove({
        id,
        organizationId,
        giftId,
        fromFundId: card.fundId,
        toFundId: target.id,
        amountMinor,
        reason,
        movedOn: today,
      });
      rest -= amountMinor;
    }
    return ok();
  }
}
