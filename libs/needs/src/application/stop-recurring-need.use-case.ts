import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  notFound,
  ok,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkNeedReason } from '../domain/need-reasons.js';
import { NeedRecurrenceRepository } from '../infrastructure/need-recurrence.repository.js';
import { NeedNews } from './need-news.js';
import type { ChangedRecurrence } from './start-recurring-need.use-case.js';

export interface StopRecurringNeedCommand {
  readonly recurrenceId: string;
  readonly version?: number | null;
  readonly reason: string;
}

/**
 * Ends a template; needs that it has made stay. Works for every case, since it only stops something. Errors:
 * INVALID_INPUT for an unknown reason; REFUSED `REASON_REQUIRED`; NOT_FOUND; STALE_VERSION; WRONG_STATE `STOPPED`.
 */
@Injectable()
export class StopRecurringNeedUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly recurrences: NeedRecurrenceRepository,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: StopRecurringNeedCommand,
  ): Promise<Result<ChangedRecurrence, DomainError>> {
    const reason = checkNeedReason('STOP_RECURRENCE', command.reason);
    if (!reason.ok) return reason;
    const found = await this.recurrences.find(command.recurrenceId);
    if (found === null) return err(notFound());
    const file = await this.cases.lockFor(actor, found.caseId, null);
    if (!file.ok) return file;
    const row = await this.recurrences.lock(found.id);
    if (row === null) return err(notFound());
    const version = command.version ?? row.version;
    if (version !== row.version) return err(staleVersion(row.version));
    if (row.stoppedOn !== null) return err(wrongState('STOPPED'));
    const next = await this.recurrences.stop(row, file.value.settings.today, reason.value);
    await this.news.tellOfTemplate('NEED_RECURRENCE_STOPPED', row.id, reason.value);
    return ok({ recurrenceId: row.id, version: next });
  }
}
