import { err, refused, wrongState, type DomainError, ok, type Result } from '@kinward/kernel';

/** What decides whether a need may have a card at all; what the card says is the gate's to judge. */
export interface CardGround {
  readonly needState: string;
  readonly remainderMinor: bigint;
  readonly hasCard: boolean;
}

/** Only needs that are approved and still want money have a card. */
export const CARD_NEED_STATES: readonly string[] = ['APPROVED', 'WAITING_FUNDS'];

/** Whether a need may have a card (decision 18). Errors: WRONG_STATE; REFUSED `CARD_EXISTS`, `NOTHING_LEFT_TO_FUND`. */
export function mayHaveCard(ground: CardGround): Result<void, DomainError> {
  if (!CARD_NEED_STATES.includes(ground.needState)) return err(wrongState(ground.needState));
  if (ground.hasCard) return err(refused('CARD_EXISTS'));
  return ground.remainderMinor > 0n ? ok() : err(refused('NOTHING_LEFT_TO_FUND'));
}

/** Who lets a text out. */
export interface Publisher {
  readonly personId: string;
  /** Everybody who ever wrote on the text. */
  readonly authorIds: readonly string[];
  /** Works on the case. */
  readonly isHolder: boolean;
  /** Says: I know this family, or have something to gain. */
  readonly hasInterest: boolean;
}

/**
 * Two people publish, whatever roles they hold. Errors: REFUSED `AUTHOR_MAY_NOT_PUBLISH`, `PUBLISHER_IN_CONFLICT`.
 */
export function mayPublish(publisher: Publisher): Result<void, DomainError> {
  if (publisher.authorIds.includes(publisher.personId)) {
    return err(refused('AUTHOR_MAY_NOT_PUBLISH'));
  }
  const isInConflict = publisher.isHolder || publisher.hasInterest;
  return isInConflict ? err(refused('PUBLISHER_IN_CONFLICT')) : ok();
}
