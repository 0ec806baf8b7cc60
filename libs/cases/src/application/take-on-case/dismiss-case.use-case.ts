import { Injectable } from '@nestjs/common';
import { err, notFound, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { ScreeningMove } from './screening-move.js';

/** A refused request, and whether somebody else may put it back. */
export interface DismissedCase {
  readonly appealPossible: boolean;
}

/**
 * Ends a case that nobody has taken on: spam, bait, a second copy (ADR 0018). It never had keys, so nothing is
 * destroyed here. Errors: NOT_FOUND; WRONG_STATE; invalid `reasonCode`.
 */
@Injectable()
export class DismissCaseUseCase {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly access: CaseAccess,
    private readonly move: ScreeningMove,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    caseId: string,
    reason: string,
  ): Promise<Result<DismissedCase, DomainError>> {
    const row = await this.cases.lock(caseId);
    if (row === null) return err(notFound());
    if (row.sealedT1 !== null) return err(wrongState(row.state));
    const locked: LockedCase = { row, ...(await this.access.ground()) };
    const step = { transition: 'DISMISS', reason, provocationCheckDone: false } as const;
    const outcome = await this.move.decide(actor, locked, step);
    if (!outcome.ok) return outcome;
    const version = await this.move.apply(actor, locked, step, outcome.value);
    if (!version.ok) return version;
    await this.news.tell('CASE_DISMISS', row.id, reason);
    const { effects } = outcome.value;
    return ok({ appealPossible: effects.some(({ kind }) => kind === 'OFFER_APPEAL') });
  }
}
