import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { TaskOutcome } from '../domain/task-reasons.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskEnd } from './task-end.js';
import { TaskMover } from './task-mover.js';
import { TaskSealing } from './task-sealing.js';

const NO_LEASE = { leaseUntil: null, remindedAt: null };

export interface TaskReport {
  readonly outcome: TaskOutcome;
  readonly reportedOn: string;
  readonly spentMinutes: number | null;
  readonly note: string | null;
}

/** Writes a report, then takes away what nobody needs after it. */
@Injectable()
export class TaskReporting {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly sealing: TaskSealing,
    private readonly end: TaskEnd,
  ) {}

  async report(
    actor: Actor,
    reference: TaskReference,
    { note, ...report }: TaskReport,
  ): Promise<Result<TaskRow, DomainError>> {
    const locked = await this.desk.lockHeld(actor, reference);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const isUnsafe = report.outcome === 'UNSAFE';
    const order = { transition: isUnsafe ? 'ABORT' : 'REPORT', actor } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    // Nobody reads the note of an aborted task in time: the alarm is what counts, and nothing of it stays.
    if (note !== null && !isUnsafe) {
      const keys = await this.sealing.keysOf(actor, row);
      if (!keys.ok) return keys;
      const content = { text: note };
      await this.sealing.write(keys.value, { kind: 'NOTE', writtenBy: actor.personId, content });
    }
    const moved = await this.mover.write(row, order, decided.value, { ...report, ...NO_LEASE });
    if (!isUnsafe) {
      await this.end.purgeDetails(moved);
      return ok(moved);
    }
    await this.end.purgeAll(moved);
    await this.end.needBack(moved, actor.personId);
    return ok(moved);
  }
}
