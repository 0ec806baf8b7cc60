import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskDesk, type TaskReference } from './task-desk.js';
import { TaskMover } from './task-mover.js';
import { TaskPings } from './task-pings.js';
import { TaskRings } from './task-rings.js';

/** Puts a task on the board of those who fit, with its details sealed to each of them behind a lock (decision 2). */
@Injectable()
export class OpenTaskUseCase {
  constructor(
    private readonly desk: TaskDesk,
    private readonly mover: TaskMover,
    private readonly rings: TaskRings,
    private readonly pings: TaskPings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * NOT_FOUND, also for somebody whom the details are not sealed to; STALE_VERSION; WRONG_STATE; REFUSED `NOBODY_FITS`,
   * `TASK_IS_DUE`, `CASE_NOT_LIVE`, and what the vault refuses.
   */
  open(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    return this.ask(actor, reference, 'OPEN');
  }

  /** Asks further people: new ones who fit, and the next ring. Errors as for {@link open}. */
  widen(actor: Actor, reference: TaskReference): Promise<Result<ChangedTask, DomainError>> {
    return this.ask(actor, reference, 'WIDEN');
  }

  private async ask(
    actor: Actor,
    reference: TaskReference,
    transition: 'OPEN' | 'WIDEN',
  ): Promise<Result<ChangedTask, DomainError>> {
    const locked = await this.desk.lock(actor, reference);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    // Sealing costs; whoever may not do it is told before.
    const asked = { transition, actor, facts: { peopleToAsk: 1 } } as const;
    const mayAsk = await this.mover.decide(locked.value, asked);
    if (!mayAsk.ok) return mayAsk;
    const rings = await this.rings.widen(actor, row);
    if (!rings.ok) return rings;
    const { peopleToAsk, ring, nextRingAt } = rings.value;
    const order = { transition, actor, facts: { peopleToAsk } } as const;
    const openedAt = row.openedAt ?? this.clock.now();
    const moved = await this.mover.move(locked.value, order, { ring, nextRingAt, openedAt });
    if (!moved.ok) return moved;
    await this.pings.askRing(moved.value);
    return ok(changedTask(moved.value));
  }
}
