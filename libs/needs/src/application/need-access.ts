import { Injectable } from '@nestjs/common';
import { CaseAccess, type LockedCase, type OpenCase } from '@kinward/cases';
import { err, notFound, ok, staleVersion, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isHalted } from '../domain/aid-state.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { NeedMover } from './need-mover.js';

/** A need that the present unit has locked, under the lock of its case. */
export interface LockedNeed<Case extends LockedCase = LockedCase> {
  readonly need: NeedRow;
  readonly file: Case;
}

/**
 * The one door to a need for whoever changes it: case, then need, then keys. A need whose case has come back from a
 * pause is resumed here, so that nobody waits for the job that does the same.
 */
@Injectable()
export class NeedAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly needs: NeedRepository,
    private readonly mover: NeedMover,
  ) {}

  /** NOT_FOUND for an unknown, foreign or malformed id; STALE_VERSION. */
  async lock(needId: string, version: number | null): Promise<Result<LockedNeed, DomainError>> {
    return this.lockUnder(needId, version, (caseId) => this.cases.lock(caseId, null));
  }

  /** Likewise, for coordinators and for caseworkers who are on the case; NOT_FOUND for everybody else. */
  async lockFor(
    actor: Actor,
    needId: string,
    version: number | null,
  ): Promise<Result<LockedNeed, DomainError>> {
    return this.lockUnder(needId, version, (caseId) => this.cases.lockFor(actor, caseId, null));
  }

  /** Likewise, for somebody who holds the key to the story. */
  async open(
    actor: Actor,
    needId: string,
    version: number | null,
  ): Promise<Result<LockedNeed<OpenCase>, DomainError>> {
    return this.lockUnder(needId, version, (caseId) => this.cases.open(actor, caseId, null));
  }

  private async lockUnder<Case extends LockedCase>(
    needId: string,
    version: number | null,
    lockCase: (caseId: string) => Promise<Result<Case, DomainError>>,
  ): Promise<Result<LockedNeed<Case>, DomainError>> {
    const caseId = await this.needs.caseOf(needId);
    if (caseId === null) return err(notFound());
    const file = await lockCase(caseId);
    if (!file.ok) return file;
    const need = await this.needs.lock(needId);
    if (need === null) return err(notFound());
    if (version !== null && version !== need.version) return err(staleVersion(need.version));
    return ok({ need: await this.awake(need, file.value.row.state), file: file.value });
  }

  private async awake(need: NeedRow, caseState: string): Promise<NeedRow> {
    const before = need.stateBeforeSuspension;
    if (need.state !== 'SUSPENDED' || before === null || isHalted(caseState)) return need;
    return this.mover.move(need, { transition: 'RESUME', to: before, madeBy: null });
  }
}
