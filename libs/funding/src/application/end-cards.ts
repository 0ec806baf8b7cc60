import type { Clock, IdGenerator } from '@kinward/kernel';
import { Ledger } from '@kinward/ledger';
import type { StatementRunner } from '@kinward/platform';
import { CardEndStore, type CardEndCause, type DueCard } from '../infrastructure/card-end.store.js';
import { CaseCardStore, type CaseCard, type CardState } from '../infrastructure/case-card.store.js';
import { moveRest, type MoveReason } from './move-rest.js';

/** What ending cards unattended runs with, in one transaction. */
export interface CardWork {
  readonly db: StatementRunner;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** What became of a card, in codes for the audit trail. */
export interface EndedCard {
  readonly action:
    'CASE_CARD_WITHDRAWN' | 'CASE_CARD_CLOSED' | 'CASE_CARD_FULL' | 'CASE_CARD_REST_MOVED';
  readonly cause: CardEndCause;
}

interface Ending {
  readonly state: CardState;
  readonly moveReason: MoveReason;
}

/** Cards of all organisations that are over, or have ended and hold money that became free since. */
export function dueCards({ db, clock }: CardWork): Promise<readonly DueCard[]> {
  return new CardEndStore(db).due(clock.now());
}

/**
 * Ends a card as the operation does, where its ground is gone (domain.md: a consent that is withdrawn or lapses; a need
 * that is met, refused or given up), and sends the rest to the donors' fallbacks. A need that others have covered fills
 * its card. What is reserved stays and moves once it is free. Returns null where there was nothing to do, so that a
 * second run does nothing.
 *
 * Locks: the need, the gifts of the card, the card, the fund's account.
 * @throws DatabaseFailure 40001 for a lost race: run it again. @throws Error where the books refuse
 */
export async function endCard(work: CardWork, due: DueCard): Promise<EndedCard | null> {
  const { db, clock, ids } = work;
  const { id, organizationId, today } = due;
  const cards = new CaseCardStore(db);
  const ends = new CardEndStore(db);
  await ends.holdNeed(organizationId, id);
  const card = await cards.lockWithGifts(organizationId, id);
  const cause = card === null ? null : await ends.endOf(id, today);
  if (card === null || cause === null) return null;
  const { state, moveReason } = endingOf(card, cause);
  const ledger = new Ledger(db, clock, () => ids.next());
  const moved = await moveRest({ db, ledger, ids, organizationId, today }, card, moveReason);
  if (!moved.ok) throw new Error(`the books refuse the rest of a card: ${moved.error.kind}`);
  if (state === card.state && moved.value === 0n) return null;
  if (state !== card.state) await cards.setState(card, state);
  const action =
    state === card.state ? 'CASE_CARD_REST_MOVED' : (`CASE_CARD_${state}` as EndedCard['action']);
  await db.query('INSERT INTO outbox (organization_id, topic, payload) VALUES ($1, $2, $3)', [
    organizationId,
    'funding',
    JSON.stringify({ action, kind: 'CASE_CARD', id }),
  ]);
  return { action, cause };
}

function endingOf(card: CaseCard, cause: CardEndCause): Ending {
  switch (cause) {
    case 'MONEY_FREED':
      return { state: card.state, moveReason: card.state === 'CLOSED' ? 'CLOSED' : 'WITHDRAWN' };
    case 'NEED_COVERED':
      return { state: 'FULL', moveReason: 'OVER_FUNDED' };
    case 'NEED_MET':
      return { state: 'CLOSED', moveReason: 'CLOSED' };
    default:
      return { state: 'WITHDRAWN', moveReason: 'WITHDRAWN' };
  }
}
