import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { err, notFound, ok, staleVersion, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import type { TaskActor } from '../domain/task-transitions.js';
import { ClaimRepository } from '../infrastructure/claim.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskRepository } from '../infrastructure/task.repository.js';

/** A task that the present unit has locked, under the locks of its case and need. */
export interface LockedTask {
  readonly row: TaskRow;
  /** Null for a task that belongs to no case. */
  readonly caseState: string | null;
  /** The volunteer who acts on it may still work; true for the desk. */
  readonly holderWorks: boolean;
}

/** Named by whoever changes a task. */
export interface TaskReference {
  readonly taskId: string;
  /** The version that was read; null takes the present one. */
  readonly version?: number | null;
}

/**
 * The one door to a task for whoever changes it. Locks in one order (ADR 0012, continued in ADR 0015): case, need,
 * volunteer, task.
 */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly needs: NeedMoney,
    private readonly cases: CaseAccess,
    private readonly claims: ClaimRepository,
  ) {}

  /**
   * For the desk. NOT_FOUND for an unknown, foreign or malformed id, and for a caseworker who neither wrote the task
   * nor works on its case; STALE_VERSION.
   */
  async lock(actor: Actor, reference: TaskReference): Promise<Result<LockedTask, DomainError>> {
    const known = await this.tasks.find(reference.taskId);
    if (known === null) return err(notFound());
    const caseState = await this.lockCase(actor, known);
    if (!caseState.ok) return caseState;
    return this.lockRow(reference, caseState.value, true);
  }

  /** For the volunteer who has it; to everybody else it does not exist. Nobody can suspend them meanwhile. */
  async lockHeld(actor: Actor, reference: TaskReference): Promise<Result<LockedTask, DomainError>> {
    const known = await this.tasks.find(reference.taskId);
    if (known?.holderId !== actor.personId) return err(notFound());
    const caseState = await this.lockCase(null, known);
    if (!caseState.ok) return caseState;
    const works = (await this.claims.lockVolunteer(actor.personId)) ?? false;
    const locked = await this.lockRow(reference, caseState.value, works);
    if (locked.ok && locked.value.row.holderId !== actor.personId) return err(notFound());
    return locked;
  }

  /** @param actor null for somebody who is not asked whether the case concerns them */
  private async lockCase(
    actor: Actor | null,
    known: TaskRow,
  ): Promise<Result<string | null, DomainError>> {
    const isOwn = actor?.personId === known.authorId;
    const isWide = actor === null || seesAllTasks(actor) || isOwn;
    if (known.caseId === null) return isWide ? ok(null) : err(notFound());
    const file = isWide
      ? await this.cases.lock(known.caseId, null)
      : await this.cases.lockFor(actor, known.caseId, null);
    if (!file.ok) return file;
    if (known.needId === null) return ok(file.value.row.state);
    const need = await this.needs.lock(known.needId, null);
    return need.ok ? ok(need.value.caseState) : need;
  }

  private async lockRow(
    { taskId, version = null }: TaskReference,
    caseState: string | null,
    holderWorks: boolean,
  ): Promise<Result<LockedTask, DomainError>> {
    const row = await this.tasks.lock(taskId);
    if (row === null) return err(notFound());
    if (version !== null && version !== row.version) return err(staleVersion(row.version));
    return ok({ row, caseState, holderWorks });
  }
}

/** Everybody else at the desk sees what they wrote and what is for the families they work with. */
export function seesAllTasks(actor: Actor): boolean {
  return actor.roles.has('COORDINATOR') || actor.roles.has('SECURITY_OFFICER');
}

const PARTS = ['CASEWORKER', 'COORDINATOR', 'SECURITY_OFFICER', 'VOLUNTEER'] as const;

/** What somebody may act as on a task. */
export function partsOf(actor: Actor, row: Pick<TaskRow, 'holderId'>): readonly TaskActor[] {
  const parts: TaskActor[] = PARTS.filter((role) => actor.roles.has(role));
  return row.holderId === actor.personId ? [...parts, 'HOLDER'] : parts;
}
