import { Injectable } from '@nestjs/common';
import { err, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isLive } from '../../domain/case-states.js';
import { checkRhythm } from '../../domain/contact-log.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';

export interface AgreeContactRhythmCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** Longest time between two confirmed contacts. */
  readonly days: number;
}

/**
 * Writes down how often the family and its caseworker want to hear from each other; CONTACT_LOST follows it
 * (decisions.md 21). Errors: INVALID_INPUT `days`; NOT_FOUND, also without a grant; STALE_VERSION; WRONG_STATE for an
 * ended case; INTEGRITY.
 */
@Injectable()
export class AgreeContactRhythmUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: AgreeContactRhythmCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const days = checkRhythm(command.days);
    if (!days.ok) return days;
    const opened = await this.access.open(actor, command.caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row } = opened.value;
    if (!isLive(row.state)) return err(wrongState(row.state));
    const version = await this.cases.change(row, { contactRhythmDays: days.value });
    await this.news.tell('CONTACT_RHYTHM_AGREED', row.id);
    return ok({ caseId: row.id, version });
  }
}
