import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { CLAIM_MINUTES } from '../domain/leases.js';
import { decideTask } from '../domain/task-state.js';
import { HELD_STATES } from '../domain/task-states.js';
import { ClaimRepository, type ClaimGround } from '../infrastructure/claim.repository.js';
import type { ChangedTask } from './changed-task.js';
import { TaskNews } from './task-news.js';

/** Takes a task: one winner, however many try at the same moment (domain.md B 48, C5). */
@Injectable()
export class ClaimTaskUseCase {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly news: TaskNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * NOT_FOUND for an unknown or foreign task and for one that was never shown to the actor; REFUSED `TAKEN` when
   * somebody was quicker, and with the guards of `CLAIM`; WRONG_STATE.
   */
  async execute(
    actor: Actor,
    { taskId }: { readonly taskId: string },
  ): Promise<Result<ChangedTask, DomainError>> {
    if (!isUuid(taskId)) return err(notFound());
    const { personId } = actor;
    if ((await this.claims.lockVolunteer(personId)) === null) return err(notFound());
    const now = this.clock.now();
    const claimed = await this.claims.claim({
      ...{ id: this.ids.next(), taskId, personId, now },
      minutes: { urgent: CLAIM_MINUTES.P0, other: CLAIM_MINUTES.P1 },
    });
    if (claimed === null) return this.explain(actor, taskId, now);
    this.news.record('TASK_CLAIM', taskId);
    return ok({ taskId, state: 'CLAIMED', ...claimed });
  }

  /** Why not, in the words of the state machine. */
  private async explain(
    actor: Actor,
    taskId: string,
    now: Date,
  ): Promise<Result<never, DomainError>> {
    const ground = await this.claims.ground(taskId, actor.personId, now);
    if (ground === null) return err(notFound());
    const isHeld = (HELD_STATES as readonly string[]).includes(ground.state);
    // A task that was never on this volunteer's board is none of their business.
    if (!ground.wasAsked) return err(notFound());
    if (isHeld && ground.holderId !== actor.personId) return err(refused('TAKEN'));
    const decided = decideClaim(actor, ground, now);
    // Open and allowed, and yet not got: it was given back between the two looks. The next try decides.
    return decided.ok ? err(refused('TAKEN')) : decided;
  }
}

function decideClaim(actor: Actor, ground: ClaimGround, now: Date) {
  return decideTask({
    state: ground.state,
    transition: 'CLAIM',
    actingAs: ['VOLUNTEER'],
    facts: {
      ...ground,
      actorId: actor.personId,
      isSecurity: false,
      reason: null,
      isDue: ground.dueAt <= now,
      isLeaseOver: false,
      renewalsLeft: 0,
      caseIsLive: true,
      peopleToAsk: 0,
    },
  });
}
