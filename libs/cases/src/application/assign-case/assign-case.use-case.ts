import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isLive } from '../../domain/case-states.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { HolderLoadRepository } from '../../infrastructure/holder-load.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';

/** In which capacity somebody is put on a case. */
export type CasePost = 'ASSIGNEE' | 'DEPUTY';

export interface AssignCaseCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly personId: string;
}

/**
 * Puts a person on a case as caseworker or deputy. Assigning gives work; access comes from the next key holder who
 * signs the grant, and until then the case shows "awaiting access" (decision 4). Errors: NOT_FOUND for case or
 * person, STALE_VERSION, WRONG_STATE for an ended case, REFUSED with `ALREADY_ON_CASE`.
 */
@Injectable()
export class AssignCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly loads: HolderLoadRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: AssignCaseCommand,
    post: CasePost,
  ): Promise<Result<{ caseId: string; version: number }, DomainError>> {
    const { caseId, personId } = command;
    const locked = await this.access.lockFor(actor, caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const { row, settings } = locked.value;
    const { today } = settings;
    if (!isLive(row.state)) return err(wrongState(row.state));
    if ((await this.loads.lock(personId, caseId)) === null) return err(notFound());
    if (row.assigneeId === personId || row.deputyId === personId) {
      return err(refused('ALREADY_ON_CASE'));
    }
    const change =
      post === 'ASSIGNEE'
        ? { assigneeId: personId, assignedOn: today }
        : { deputyId: personId, deputyNamedOn: today };
    const version = await this.cases.change(row, change);
    await this.news.tell(post === 'ASSIGNEE' ? 'CASE_ASSIGNED' : 'DEPUTY_NAMED', caseId);
    return ok({ caseId, version });
  }
}
