import { eur, ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { available, type Ledger, type TransferOrder } from '@kinward/ledger';
import { DatabaseFailure, type StatementRunner } from '@kinward/platform';
import { CaseCardStore, type CaseCard } from '../infrastructure/case-card.store.js';
import type { Fallback } from '../infrastructure/gift.store.js';
import { FundStore } from '../infrastructure/fund.store.js';
import { fallbackFund } from './processing/destination.js';

/** SQLSTATE of a lost race: whoever called runs everything again, on what the winner left. */
const SERIALIZATION_FAILURE = '40001';

/** What moving a card's money takes, in one transaction of staff or of the worker. */
export interface CardBooks {
  readonly db: StatementRunner;
  readonly ledger: Ledger;
  readonly ids: IdGenerator;
  readonly organizationId: string;
  /** The organisation's day, YYYY-MM-DD. */
  readonly today: string;
}

/** Why a donor's money left a card, as the donor is told. */
export type MoveReason = 'OVER_FUNDED' | 'CLOSED' | 'WITHDRAWN';

interface Move {
  readonly id: string;
  /** Null for what no gift claims. */
  readonly giftId: string | null;
  readonly toFundId: string;
  readonly accountId: string;
  readonly amountMinor: bigint;
}

/**
 * Sends what nobody has reserved in a card's fund to the fallbacks of its donors, one transfer for each gift
 * (decision 18); what is reserved or spent stays. First given is first used, so what is left belongs to the latest gifts.
 * What no gift claims any more, because a refund of it was paid from elsewhere, goes to the free fund, which paid.
 * The card and its gifts must be locked: {@link CaseCardStore.lockWithGifts}. Returns the minor units that moved.
 * @throws DatabaseFailure 40001 where somebody reserved from the fund in the same moment: run the whole of it again
 */
export async function moveRest(
  books: CardBooks,
  card: CaseCard,
  reason: MoveReason,
): Promise<Result<bigint, DomainError>> {
  const { db, ledger, organizationId, today } = books;
  const moves = await plan(books, card);
  if (moves.length === 0) return ok(0n);
  const booked = await ledger.book(
    organizationId,
    moves.map((move) => toOrder(card, move)),
  );
  if (!booked.ok) {
    const { error } = booked;
    const isLost = error.kind === 'REFUSED' && error.reason === 'INSUFFICIENT_FUNDS';
    if (isLost) throw new DatabaseFailure(SERIALIZATION_FAILURE, null);
    return booked;
  }
  const cards = new CaseCardStore(db);
  for (const { id, giftId, toFundId, amountMinor } of moves) {
    if (giftId === null) continue;
    const places = { fromFundId: card.fundId, toFundId, movedOn: today };
    await cards.addMove({ id, organizationId, giftId, amountMinor, reason, ...places });
  }
  return ok(moves.reduce((sum, move) => sum + move.amountMinor, 0n));
}

async function plan(books: CardBooks, card: CaseCard): Promise<readonly Move[]> {
  const { db, ledger, ids, organizationId } = books;
  const totals = (await ledger.totals(organizationId, [card.fundId])).get(card.fundId);
  let rest = totals === undefined ? 0n : available(totals);
  const moves: Move[] = [];
  for (const { giftId, fallback, leftMinor } of await new CaseCardStore(db).giftsOf(card.fundId)) {
    const amountMinor = leftMinor < rest ? leftMinor : rest;
    if (amountMinor <= 0n) continue;
    const scope = { db, organization: { id: organizationId } };
    const target = await fallbackFund(scope, card, fallback as Fallback);
    if (target === null) continue;
    const { id: toFundId, accountId } = target;
    moves.push({ id: ids.next(), giftId, toFundId, accountId, amountMinor });
    rest -= amountMinor;
  }
  const free = rest > 0n ? await new FundStore(db).free(organizationId) : null;
  if (free !== null) {
    const { id: toFundId, accountId } = free;
    moves.push({ id: ids.next(), giftId: null, toFundId, accountId, amountMinor: rest });
  }
  return moves;
}

/** No reference to the need: from here on the money serves others. */
function toOrder(card: CaseCard, { id, accountId, amountMinor }: Move): TransferOrder {
  return {
    id,
    phase: 'DIRECT',
    code: 'FUND_TRANSFER',
    idempotencyKey: `FUND_TRANSFER:${id}`,
    debitAccountId: card.fundId,
    creditAccountId: accountId,
    amount: eur(amountMinor),
  };
}
