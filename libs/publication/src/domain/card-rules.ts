import { err, refused, wrongState, type DomainError, ok, type Result } from '@kinward/kernel';

/** What decides whether a need may have a card; gathered under the lock of its case. */
export interface CardGround {
  readonly needState: string;
  /** Flags of the kind of need in the jurisdiction pack. */
  readonly flags: readonly string[];
  /** The family agreed to a card without names, and still does. */
  readonly isConsentLive: boolean;
  readonly remainderMinor: bigint;
  readonly hasCard: boolean;
}

/** Only needs that are approved and still want money have a card. */
export const CARD_NEED_STATES: readonly string[] = ['APPROVED', 'WAITING_FUNDS'];

/**
 * Whether a case card may be published (decision 18). Errors: REFUSED with `NEVER_PUBLISHED` for a kind of need marked X,
 * `NO_PUBLICATION_CONSENT`, `CARD_EXISTS`, `NOTHING_LEFT_TO_FUND`; WRONG_STATE.
 */
export function mayPublishCard(ground: CardGround): Result<void, DomainError> {
  if (ground.flags.includes('X')) return err(refused('NEVER_PUBLISHED'));
  if (!CARD_NEED_STATES.includes(ground.needState)) return err(wrongState(ground.needState));
  if (!ground.isConsentLive) return err(refused('NO_PUBLICATION_CONSENT'));
  if (ground.hasCard) return err(refused('CARD_EXISTS'));
  return ground.remainderMinor > 0n ? ok() : err(refused('NOTHING_LEFT_TO_FUND'));
}
