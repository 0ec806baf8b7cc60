import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { NeedRecurrenceRow } from '../infrastructure/need-recurrence.entity.js';
import { NeedRecurrenceRepository } from '../infrastructure/need-recurrence.repository.js';

/** The templates of one case, for coordinators and for those who work on it. NOT_FOUND for everybody else. */
@Injectable()
export class RecurringNeedsQuery {
  constructor(
    private readonly cases: CaseAccess,
    private readonly recurrences: NeedRecurrenceRepository,
  ) {}

  async ofCase(
    actor: Actor,
    caseId: string,
  ): Promise<Result<readonly NeedRecurrenceRow[], DomainError>> {
    const file = await this.cases.lockFor(actor, caseId, null);
    return file.ok ? ok(await this.recurrences.ofCase(caseId)) : file;
  }
}
