import { Injectable } from '@nestjs/common';
import type { DomainError, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { decideTransition, type TransitionOutcome } from '../../domain/case-state.js';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import type { LockedCase } from '../case-access.js';
import { TransitionEffects } from '../transition-case/transition-effects.js';

/** What a screener does with a case of the inbox; a screener of whichever role does the caseworker's part. */
export interface ScreeningStep {
  readonly transition: 'START_SCREENING' | 'DISMISS';
  readonly reason: string | null;
  readonly provocationCheckDone: boolean;
}

/** Moves a case out of the inbox by the rules of the state machine (domain.md C2, ADR 0018). */
@Injectable()
export class ScreeningMove {
  constructor(
    private readonly facts: CaseFactsRepository,
    private readonly effects: TransitionEffects,
  ) {}

  /** WRONG_STATE, or REFUSED with the name of the guard. Nothing is written yet. */
  async decide(
    actor: Actor,
    { row, settings }: LockedCase,
    { transition, reason, provocationCheckDone }: ScreeningStep,
  ): Promise<Result<TransitionOutcome, DomainError>> {
    const { today, t0CaseLimit } = settings;
    const stated = {
      markedAsSpam: false,
      provocationCheckDone,
      writtenException: false,
      releaseOrRelocationRecorded: false,
    };
    return decideTransition({
      state: row.state,
      transition,
      actor: { personId: actor.personId, roles: ['CASEWORKER'] },
      reasonCode: reason,
      facts: await this.facts.read(row, { today, aidPurposes: [], t0CaseLimit }, stated),
      today,
    });
  }

  /** Writes a decided move with its history; the new version of the case. */
  apply(
    actor: Actor,
    locked: LockedCase,
    { transition, reason }: ScreeningStep,
    outcome: TransitionOutcome,
  ): Promise<Result<number, DomainError>> {
    return this.effects.apply(actor, locked, { transition, outcome, reason, planMonths: null });
  }
}
