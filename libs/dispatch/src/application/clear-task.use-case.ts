import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskMover } from './task-mover.js';

/** Lets a draft pass: security for what carries personal data, never its author (domain.md C5). */
@Injectable()
export class ClearTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
  ) {}

  /** NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `AUTHOR_DOES_NOT_CLEAR`, `SECURITY_CLEARS_PERSONAL_DATA`, `TASK_IS_DUE`. */
  async execute(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const clearedBy = actor.personId;
    const moved = await this.mover.move(
      locked.value,
      { transition: 'CLEAR', actor },
      { clearedBy },
    );
    return moved.ok ? ok(changedTask(moved.value)) : moved;
  }

  /** For the protocol of a call-out, which two people have decided on already. REFUSED `NO_PERSONAL_DATA`. */
  async byProtocol(
    actor: Actor,
    reference: TaskReference,
  ): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const order = { transition: 'CLEAR_BY_PROTOCOL', actor: null } as const;
    const moved = await this.mover.move(locked.value, order);
    return moved.ok ? ok(changedTask(moved.value)) : moved;
  }
}
