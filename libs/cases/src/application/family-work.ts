import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { CaseFileRepository } from '../infrastructure/case-file.repository.js';
import { CaseAccess, type LockedCase } from './case-access.js';
import { CaseNews } from './case-news.js';
import type { ChangedCase } from './changed-case.js';
import type { CaseKeys } from './family-writer.js';

/** Which case, and which version of it the decision was made on; null decides on whatever is there. */
export interface CaseReference {
  readonly caseId: string;
  readonly version?: number | null;
}

/** A locked case with both keys in hand. */
export interface OpenFamily extends LockedCase {
  readonly keys: CaseKeys;
}

/** Begins and ends every change of a family: lock and keys first, version and news last. */
@Injectable()
export class FamilyWork {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly news: CaseNews,
  ) {}

  /**
   * Locks and opens a case for somebody who may know who the family is. Errors: NOT_FOUND; STALE_VERSION;
   * REFUSED with `STORY_ONLY` for a holder of the story alone; INTEGRITY.
   */
  async begin(
    actor: Actor,
    { caseId, version }: CaseReference,
  ): Promise<Result<OpenFamily, DomainError>> {
    const opened = await this.access.open(actor, caseId, version ?? null);
    if (!opened.ok) return opened;
    const { identity, story, row, settings, pack } = opened.value;
    if (identity === null) return err(refused('STORY_ONLY'));
    const { organizationId } = row;
    return ok({ row, settings, pack, keys: { organizationId, caseId, identity, story } });
  }

  /** Counts the case's version up and tells the news: the act itself first, then what followed from it. */
  async finish(
    { row }: LockedCase,
    actions: readonly string[],
    addedId?: string,
  ): Promise<ChangedCase> {
    const version = await this.cases.change(row, {});
    for (const action of actions) await this.news.tell(action, row.id);
    return addedId === undefined
      ? { caseId: row.id, version }
      : { caseId: row.id, version, addedId };
  }
}
