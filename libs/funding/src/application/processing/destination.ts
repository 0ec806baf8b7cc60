import type { Fund } from '../../domain/fund.js';
import { CardEndStore } from '../../infrastructure/card-end.store.js';
import {
  CaseCardStore,
  type CaseCard,
  type CardState,
} from '../../infrastructure/case-card.store.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import type { Fallback, Gift } from '../../infrastructure/gift.store.js';
import { BooksDisagree, type Tools } from './tools.js';

/** Where the money of a gift goes; amounts in minor units. */
export interface Destination {
  readonly fund: Fund;
  /** The card that the gift was meant for, under a lock. */
  readonly card: CaseCard | null;
  /** What the card does not take, and the fund that takes it instead. */
  readonly excess: { readonly fund: Fund; readonly amountMinor: bigint } | null;
  /** The card as it is for this gift: one whose ground is gone is withdrawn already, though nobody has said so. */
  readonly cardState: CardState | null;
  /** Whether the card has all it asked for after this gift. */
  readonly fillsCard: boolean;
}

/**
 * Decides where a gift goes (decision 18). A gift for a card fills the card first; what is too much goes to the
 * donor's fallback. Money for a fund that has closed meanwhile goes to the free fund.
 */
export async function destinationOf(
  tools: Tools,
  gift: Gift,
  netMinor: bigint,
): Promise<Destination> {
  const { db, organization } = tools;
  const funds = new FundStore(db);
  const fund = await funds.find(organization.id, gift.fundId);
  if (fund === null) throw new BooksDisagree('NO_FUND');
  if (fund.kind !== 'EARMARK') {
    const free = fund.state === 'CLOSED' ? await funds.free(organization.id) : null;
    return { fund: free ?? fund, card: null, excess: null, cardState: null, fillsCard: false };
  }
  const cards = new CaseCardStore(db);
  const card = await cards.lockByFund(organization.id, fund.id);
  if (card === null) return { fund, card: null, excess: null, cardState: null, fillsCard: false };
  const cardState = await stateNow(tools, card);
  const open =
    cardState === 'PUBLISHED' ? card.amountMinor - (await cards.givenMinor(fund.id)) : 0n;
  const room = open > 0n ? open : 0n;
  const tooMuch = netMinor > room ? netMinor - room : 0n;
  const other = tooMuch > 0n ? await fallbackFund(tools, card, gift.fallback) : null;
  return {
    fund,
    card,
    excess: other === null ? null : { fund: other, amountMinor: tooMuch },
    cardState,
    fillsCard: cardState === 'PUBLISHED' && netMinor >= room,
  };
}

async function stateNow({ db, today }: Tools, card: CaseCard): Promise<CardState> {
  if (card.state !== 'PUBLISHED') return card.state;
  switch (await new CardEndStore(db).endOf(card.id, today)) {
    case null:
      return 'PUBLISHED';
    case 'NEED_COVERED':
      return 'FULL';
    case 'NEED_MET':
      return 'CLOSED';
    default:
      return 'WITHDRAWN';
  }
}

/** The same kind of need where there is such a fund and the donor wants it, else the free fund. */
export async function fallbackFund(
  {
    db,
    organization,
  }: { readonly db: Tools['db']; readonly organization: { readonly id: string } },
  card: Pick<CaseCard, 'needGroup'>,
  fallback: Fallback,
): Promise<Fund | null> {
  const funds = new FundStore(db);
  const same =
    fallback === 'SAME_KIND' ? await funds.forGroup(organization.id, card.needGroup) : null;
  return same ?? (await funds.free(organization.id));
}
