import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { hoursAfter, SECOND_CALL_HOURS } from '../domain/call-out-clocks.js';
import type { Verdict } from '../domain/call-out-codes.js';
import type { CallOutFacts } from '../domain/call-out-guards.js';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { CallOutNews } from './call-out-news.js';

type CallFacts = Pick<CallOutFacts, 'callers' | 'hasCoordinatorCalled' | 'mayCallAlone'>;

/** What callers said, counted and kept. */
@Injectable()
export class CallOutCalls {
  constructor(
    private readonly people: CallOutPeopleRepository,
    private readonly callOuts: CallOutRepository,
    private readonly news: CallOutNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who says the same, the actor among them. */
  async factsOf(
    actor: Actor,
    row: CallOutRow,
    said: { readonly verdict: Verdict; readonly lifeAtRisk: boolean },
  ): Promise<CallFacts> {
    const calls = await this.people.callsOf(row.id);
    const others = calls.filter(
      (call) => call.verdict === said.verdict && call.personId !== actor.personId,
    );
    return {
      callers: [actor.personId, ...others.map(({ personId }) => personId)],
      hasCoordinatorCalled:
        actor.roles.has('COORDINATOR') || others.some(({ asCoordinator }) => asCoordinator),
      mayCallAlone: said.verdict === 'PROCEED' && said.lifeAtRisk,
    };
  }

  /** Keeps a word that waits for another one, with what was found besides. */
  async keep(
    actor: Actor,
    row: CallOutRow,
    said: { readonly verdict: Verdict; readonly change: Partial<CallOutRow> },
  ): Promise<CallOutRow> {
    await this.store(actor, row, said.verdict);
    await this.news.tell('CALL', row.id, said.verdict);
    return this.callOuts.change(row, { ...said.change, ...this.seen(actor, row) });
  }

  async store(actor: Actor, row: CallOutRow, verdict: Verdict): Promise<void> {
    const call = {
      personId: actor.personId,
      verdict,
      asCoordinator: actor.roles.has('COORDINATOR'),
    };
    await this.people.keepCall(row.id, call, this.clock.now());
  }

  /** What a call that decides writes besides the state. Whoever judges an alarm has seen it. */
  changeOf(
    actor: Actor,
    row: CallOutRow,
    said: {
      readonly verdict: Verdict;
      readonly lifeAtRisk: boolean;
      readonly callers: readonly string[];
    },
  ): Partial<CallOutRow> {
    const seen = this.seen(actor, row);
    if (said.verdict !== 'PROCEED') return seen;
    const now = this.clock.now();
    const isAlone = said.callers.length < 2;
    const second = isAlone
      ? { secondCallDueAt: hoursAfter(now, SECOND_CALL_HOURS) }
      : { secondCallBy: actor.personId };
    const first = row.triagedAt === null ? { triagedAt: now } : {};
    return { ...seen, ...first, ...second, lifeAtRisk: said.lifeAtRisk };
  }

  private seen(actor: Actor, row: CallOutRow): Partial<CallOutRow> {
    return row.acknowledgedAt === null
      ? { acknowledgedBy: actor.personId, acknowledgedAt: this.clock.now() }
      : {};
  }
}
