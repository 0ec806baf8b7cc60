import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { CallOutFacts } from '../domain/call-out-guards.js';
import { decideCallOut } from '../domain/call-out-state.js';
import { ENDED_STATES, type CallOutState } from '../domain/call-out-states.js';
import type { CallOutTransition } from '../domain/call-out-transitions.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import type { LockedCallOut } from './call-out-desk.js';
import { CallOutNews } from './call-out-news.js';

export interface CallOutMoveOrder {
  readonly transition: CallOutTransition;
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly facts?: Partial<CallOutFacts>;
}

/** Decides moves of locked call-outs and writes those that pass, with history and news. */
@Injectable()
export class CallOutMover {
  constructor(
    private readonly callOuts: CallOutRepository,
    private readonly news: CallOutNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Only decides: for acts that do more in between. */
  async decide(
    { row, actingAs }: LockedCallOut,
    order: CallOutMoveOrder,
  ): Promise<Result<CallOutState, DomainError>> {
    const { state, stateBefore } = row;
    const { transition } = order;
    const facts = await this.factsOf(row, order);
    return decideCallOut({ state, stateBefore, transition, actingAs, facts });
  }

  /** Writes a decided move. */
  async write(
    row: CallOutRow,
    { transition, actor, reason = null }: CallOutMoveOrder,
    to: CallOutState,
    change: Partial<CallOutRow> = {},
  ): Promise<CallOutRow> {
    await this.callOuts.addTransition({
      id: this.ids.next(),
      callOutId: row.id,
      transition,
      fromState: row.state,
      toState: to,
      version: row.version + 1,
      reason,
      madeBy: actor.personId,
      madeAt: this.clock.now(),
    });
    await this.news.tell(transition, row.id, reason);
    return this.callOuts.change(row, { ...change, ...stateChange(row, to) });
  }

  /** Decides and writes in one go. */
  async move(
    locked: LockedCallOut,
    order: CallOutMoveOrder,
    change: Partial<CallOutRow> = {},
  ): Promise<Result<CallOutRow, DomainError>> {
    const decided = await this.decide(locked, order);
    if (!decided.ok) return decided;
    return ok(await this.write(locked.row, order, decided.value, change));
  }

  private async factsOf(
    row: CallOutRow,
    { transition, actor, reason = null, facts = {} }: CallOutMoveOrder,
  ): Promise<CallOutFacts> {
    const now = this.clock.now();
    const isSecurity = actor.roles.has('SECURITY_OFFICER');
    return {
      actorId: actor.personId,
      isSecurity,
      runsTheDesk: isSecurity || actor.roles.has('COORDINATOR'),
      isAcknowledged: row.acknowledgedAt !== null,
      isAcknowledgementOverdue: row.acknowledgeDueAt <= now,
      callers: [],
      hasCoordinatorCalled: false,
      mayCallAlone: false,
      isSecondCallMissing: row.secondCallDueAt !== null && row.secondCallBy === null,
      knowsTrigger: row.triggerCode !== null,
      deskHasCap: transition !== 'DISPATCH' || (await this.callOuts.deskHasCap(now)),
      dispatcherId: row.dispatchedBy,
      hasMoney: row.reservedMinor > 0n,
      isSigned: row.signedAt !== null,
      reason,
      outcome: row.outcome,
      ...facts,
    };
  }
}

/** An escalation remembers where it came from; what is over keeps no word. */
function stateChange(row: CallOutRow, to: CallOutState): Partial<CallOutRow> {
  const isOver = ENDED_STATES.some((state) => state === to);
  const stateBefore =
    to !== 'ESCALATED' ? null : row.state === 'ESCALATED' ? row.stateBefore : row.state;
  return { state: to, stateBefore, ...(isOver ? { sealedWords: null } : {}) };
}
