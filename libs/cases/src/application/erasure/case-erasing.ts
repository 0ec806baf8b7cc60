import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { SubjectErasing } from '@kinward/vault';
import type { TransitionOutcome } from '../../domain/case-state.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ErasureRepository } from '../../infrastructure/erasure.repository.js';
import { CaseNews } from '../case-news.js';
import type { LockedCase } from '../case-access.js';

/**
 * Carries an erasure out: the case's keys and those of every paper made because of it are destroyed, so that its sealed
 * rows are noise from now on; the family's mailbox, which has a key of its own, is closed. What stands in clear by codename stays: the books keep code and sum.
 */
@Injectable()
export class CaseErasing {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly erasures: ErasureRepository,
    private readonly keys: SubjectErasing,
    private readonly news: CaseNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The new version of the case. */
  async erase(
    actor: Actor,
    { row, settings }: LockedCase,
    { nextState }: TransitionOutcome,
  ): Promise<Result<number, DomainError>> {
    await this.keys.erase(await this.erasures.subjectsOf(row.id));
    await this.erasures.forgetRequests(row.id);
    await this.erasures.closeMailboxes(row.id);
    await this.erasures.log({
      id: this.ids.next(),
      caseId: row.id,
      personId: actor.personId,
      at: this.clock.now(),
    });
    await this.cases.addTransition({
      id: this.ids.next(),
      organizationId: row.organizationId,
      caseId: row.id,
      transition: 'ERASE',
      fromState: row.state,
      toState: nextState,
      reason: null,
      madeBy: actor.personId,
      madeOn: settings.today,
    });
    const nobody = { assigneeId: null, deputyId: null };
    const over = { state: nextState, stateSince: settings.today, retentionDueDay: null };
    const version = await this.cases.change(row, { ...nobody, ...over });
    await this.news.tell('CASE_ERASE', row.id);
    return ok(version);
  }
}
