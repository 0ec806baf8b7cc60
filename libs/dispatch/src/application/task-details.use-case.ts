import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { TaskDetails } from '../domain/sealed-contents.js';
import { READABLE_STATES } from '../domain/task-states.js';
import { PaperRepository } from '../infrastructure/paper.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskDesk, type LockedTask } from './task-desk.js';
import { TaskNews } from './task-news.js';
import { TaskSealing } from './task-sealing.js';

const REVEAL_MINUTES = 15;
const DESK = ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'] as const;

export interface OpenedDetails extends TaskDetails {
  readonly expiresAt: Date;
}

/**
 * Shows what a task is about, to its holder between accepting and reporting, and to the desk until the report. Every
 * opening stands in the disclosure log (domain.md B 49, C5).
 */
@Injectable()
export class TaskDetailsUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly sealing: TaskSealing,
    private readonly papers: PaperRepository,
    private readonly news: TaskNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** NOT_FOUND for everybody who may not read them now, and once they are gone; INTEGRITY. */
  async execute(
    actor: Actor,
    { taskId }: { readonly taskId: string },
  ): Promise<Result<OpenedDetails, DomainError>> {
    const locked = await this.lock(actor, taskId);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const keys = await this.sealing.keysOf(actor, row);
    if (!keys.ok) return keys;
    const [paper] = await this.papers.of(row.id, ['DETAILS']);
    if (paper === undefined) return err(notFound());
    const details = this.sealing.open<TaskDetails>(keys.value, paper);
    if (!details.ok) return details;
    const openedAt = this.clock.now();
    const expiresAt = endOfReveal(row, openedAt);
    await this.papers.addDisclosure({
      ...{ id: this.ids.next(), taskId: row.id, caseId: row.caseId },
      ...{ personId: actor.personId, openedAt, expiresAt },
    });
    this.news.record('TASK_DETAILS_OPENED', row.id);
    return ok({ ...details.value, expiresAt });
  }

  private async lock(actor: Actor, taskId: string): Promise<Result<LockedTask, DomainError>> {
    const held = await this.desk.lockHeld(actor, { taskId });
    if (!held.ok) {
      return DESK.some((role) => actor.roles.has(role)) ? this.desk.lock(actor, { taskId }) : held;
    }
    const { state, leaseUntil } = held.value.row;
    const isReadable = (READABLE_STATES as readonly string[]).includes(state);
    const isRunning = leaseUntil !== null && leaseUntil > this.clock.now();
    return isReadable && isRunning && held.value.holderWorks ? held : err(notFound());
  }
}

/** Fifteen minutes, and never beyond the lease. */
function endOfReveal({ leaseUntil }: TaskRow, openedAt: Date): Date {
  const end = openedAt.getTime() + REVEAL_MINUTES * 60_000;
  return new Date(Math.min(end, leaseUntil?.getTime() ?? end));
}
