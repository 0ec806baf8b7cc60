import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { Ledger } from '@kinward/ledger';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { CaseCardStore } from '../infrastructure/case-card.store.js';
import { FundStore } from '../infrastructure/fund.store.js';
import { FundingNews } from './funding-news.js';
import { moveRest } from './move-rest.js';
import { OwnPack } from './own-pack.js';

/** What the public may know of one need; nothing in it leads back to a family. */
export interface OpenCardCommand {
  readonly publicCodename: string;
  readonly needGroup: string;
  readonly amountMinor: bigint;
  /** Coarse facts in codes. */
  readonly facts: Readonly<Record<string, string>>;
  /** The need's random reference: the fund of the card serves this need alone. */
  readonly fundingReference: string;
  /** The first day on which the public sees it, YYYY-MM-DD. */
  readonly visibleFrom: string;
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
      publicNames: {},
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
    const card = await cards.lockWithGifts(settings.id, cardId);
    if (card === null) return err(notFound());
    if (card.state !== 'PUBLISHED' && card.state !== 'FULL') return err(wrongState(card.state));
    const { unitOfWork: db, ledger, ids } = this;
    const books = { db, ledger, ids, organizationId: settings.id, today: settings.today };
    const moved = await moveRest(books, card, state);
    if (!moved.ok) return moved;
    await cards.setState(card, state);
    await this.news.tell(`CASE_CARD_${state}`, 'CASE_CARD', cardId);
    return ok();
  }
}
