import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { CARD_MINUTES, CARD_PURPOSES, SCREENING_BUDGET } from '../../domain/screening/decisions.js';
import { CardLogRepository } from '../../infrastructure/card-log.repository.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Writes who opened which card, and keeps count of the identities (decision 9). */
@Injectable()
export class CardLog {
  constructor(
    private readonly log: CardLogRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Adds a line; gives the time at which the card has to be hidden again, UTC. Errors: invalid `identityPurpose`;
   * REFUSED `SCREENING_BUDGET_SPENT` once {@link SCREENING_BUDGET} identities were opened in 24 hours.
   * @param identityPurpose null for the story alone
   */
  async enter(
    actor: Actor,
    { id: requestId, caseId }: IntakeRequestRow,
    identityPurpose: string | null,
  ): Promise<Result<Date, DomainError>> {
    const openedAt = this.clock.now();
    if (identityPurpose !== null) {
      if (!(CARD_PURPOSES as readonly string[]).includes(identityPurpose)) {
        return err(invalidInput('identityPurpose', 'UNKNOWN_CODE'));
      }
      const since = new Date(openedAt.getTime() - DAY_MS);
      const spent = await this.log.identitiesSince(actor.personId, since);
      if (spent >= SCREENING_BUDGET) return err(refused('SCREENING_BUDGET_SPENT'));
    }
    const expiresAt = new Date(openedAt.getTime() + CARD_MINUTES * MINUTE_MS);
    await this.log.add({
      id: this.ids.next(),
      requestId,
      caseId,
      personId: actor.personId,
      purpose: identityPurpose ?? 'SCREEN_REQUEST',
      fieldCount: identityPurpose === null ? 1 : 2,
      openedAt,
      expiresAt,
    });
    return ok(expiresAt);
  }
}
