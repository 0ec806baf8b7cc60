import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  wrongState,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { CompartmentCreation } from '@kinward/vault';
import { servesNeed } from '../domain/task-kinds.js';
import { checkTask, type CheckedTask, type TaskWish } from '../domain/task-draft.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskRepository } from '../infrastructure/task.repository.js';
import { changedTask, type ChangedTask } from './changed-task.js';
import { DeskSharing } from './desk-sharing.js';
import { TaskGround, type TaskOrigin } from './task-ground.js';
import { tierOf } from './task-sealing.js';

export interface DraftTaskCommand extends TaskWish {
  /** The need it is for. */
  readonly needId?: string | null;
  /** The case it is for, where it is for no single need. */
  readonly caseId?: string | null;
  /** The call-out it was made by; given by that domain, never by a person. */
  readonly callOutId?: string | null;
}

const OVER = ['CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNMET'];

/**
 * Drafts a task: work data in clear, details sealed to its author and to the desk that runs tasks. Errors:
 * INVALID_INPUT naming the field, also `kind` `NOT_FOR_THIS_NEED` and `caseId` `REQUIRED_FOR_THIS_TIER`; NOT_FOUND for
 * a need or case that does not concern the actor; WRONG_STATE of a need that is over; REFUSED as the vault refuses.
 */
@Injectable()
export class DraftTaskUseCase {
  constructor(
    private readonly ground: TaskGround,
    private readonly tasks: TaskRepository,
    private readonly creation: CompartmentCreation,
    private readonly desk: DeskSharing,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: DraftTaskCommand,
  ): Promise<Result<ChangedTask, DomainError>> {
    const checked = checkTask(command, this.clock.now());
    if (!checked.ok) return checked;
    const origin = await this.ground.originOf(actor, command);
    if (!origin.ok) return origin;
    const fault = faultOf(checked.value, origin.value);
    if (fault !== null) return err(fault);
    const row = this.rowOf(actor, checked.value, origin.value);
    await this.tasks.add(row);
    const tier = tierOf(row);
    const order = { kind: 'TASK', subjectId: row.id, tiers: [tier], purpose: 'TASK_DESK' } as const;
    const created = await this.creation.create(actor, order);
    if (!created.ok) return created;
    const keys = created.value.of(row.id, tier);
    if (keys === null) throw new Error('a compartment without its keys');
    const shared = await this.desk.share(actor, keys, checked.value.details);
    if (!shared.ok) return shared;
    return ok(changedTask(row));
  }

  private rowOf(actor: Actor, task: CheckedTask, origin: TaskOrigin): TaskRow {
    const { priority, tier, country, languages, skills, windowFrom, windowTo } = task;
    const { needId, caseId, callOutId } = origin;
    return {
      id: this.ids.next(),
      organizationId: actor.organizationId,
      kind: task.kind.code,
      state: 'DRAFT',
      ...{ priority, tier, country, languages, skills, windowFrom, windowTo },
      carriesPersonalData: task.kind.carriesPersonalData,
      origin: callOutId === null ? (needId === null ? 'FREE' : 'NEED') : 'CALL_OUT',
      ...{ needId, caseId, callOutId },
      dueAt: task.dueAt,
      expectedMinutes: task.expectedMinutes,
      authorId: actor.personId,
      ...{ clearedBy: null, holderId: null, verifiedBy: null, claimedAt: null, leaseUntil: null },
      ...{ remindedAt: null, renewals: 0, ring: 0, nextRingAt: null, openedAt: null },
      ...{ outcome: null, spentMinutes: null, reportedOn: null, reason: null, purgedAt: null },
      version: 1,
    };
  }
}

function faultOf({ kind, tier }: CheckedTask, origin: TaskOrigin): DomainError | null {
  if (origin.needCode !== null && !servesNeed(kind, origin.needCode)) {
    return invalidInput('kind', 'NOT_FOR_THIS_NEED');
  }
  if (tier === 'V3' && origin.caseId === null) {
    return invalidInput('caseId', 'REQUIRED_FOR_THIS_TIER');
  }
  return origin.needState !== null && OVER.includes(origin.needState)
    ? wrongState(origin.needState)
    : null;
}
