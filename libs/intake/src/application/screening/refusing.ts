import { Injectable } from '@nestjs/common';
import { DismissCaseUseCase } from '@kinward/cases';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { ScreenedClaims } from '@kinward/needs';
import type { Actor } from '@kinward/platform';

/** Ends what an import opened for a request: a case without keys and its claims. */
@Injectable()
export class Refusing {
  constructor(
    private readonly cases: DismissCaseUseCase,
    private readonly claims: ScreenedClaims,
  ) {}

  /** WRONG_STATE. @param caseId null for a request that could not be read and has none */
  async end(
    actor: Actor,
    caseId: string | null,
    reason: string,
  ): Promise<Result<void, DomainError>> {
    if (caseId === null) return ok();
    const dismissed = await this.cases.execute(actor, caseId, reason);
    if (!dismissed.ok) return dismissed;
    await this.claims.drop(caseId);
    return ok();
  }
}
