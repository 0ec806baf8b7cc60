import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { NeedDelivery } from '@kinward/needs';
import { CLOCK } from '@kinward/platform';
import { LockedSharing } from '@kinward/vault';
import { PAPER_KINDS } from '../domain/sealed-contents.js';
import { CandidateRepository } from '../infrastructure/candidate.repository.js';
import { PaperRepository } from '../infrastructure/paper.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskRepository } from '../infrastructure/task.repository.js';

/** What ends with a task, or with somebody's part in it: locks, papers, the need's delivery. */
@Injectable()
export class TaskEnd {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly papers: PaperRepository,
    private readonly tasks: TaskRepository,
    private readonly sharing: LockedSharing,
    private readonly needs: NeedDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The holder gives it up: their lock is destroyed, and they are not asked again. */
  async leave(row: TaskRow, personId: string): Promise<void> {
    const candidate = await this.candidates.find(row.id, personId);
    if (candidate?.lockId != null) await this.sharing.destroy([candidate.lockId]);
    await this.candidates.leave(row.id, personId);
    await this.papers.markGone(row.id, personId, this.clock.now());
  }

  /** Somebody has reported: nobody needs the details any more, and no volunteer's key is left. */
  async purgeDetails(row: TaskRow): Promise<void> {
    await this.papers.purge(row.id, ['DETAILS'], this.clock.now());
    await this.sharing.destroy(await this.candidates.locksOf(row.id));
  }

  /** It is over: nothing that was sealed for it stays, for anybody. */
  async purgeAll(row: TaskRow): Promise<void> {
    await this.papers.purge(row.id, PAPER_KINDS, this.clock.now());
    await this.sharing.end(row.id);
  }

  /** The need it was for waits again, unless somebody else works on it or the help has arrived by money. */
  async needBack(row: TaskRow, madeBy: string | null): Promise<void> {
    if (row.needId === null) return;
    if (await this.tasks.isNeedWorkedOn(row.needId, row.id)) return;
    await this.needs.givenUp(row.needId, madeBy);
  }
}
