import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type Clock,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import {
  CallOutListRepository,
  type CallOutLine,
} from '../infrastructure/call-out-list.repository.js';
import { seesAllCallOuts } from './call-out-desk.js';

export type { CallOutLine } from '../infrastructure/call-out-list.repository.js';

export interface CallOutListAsked {
  readonly first: number;
  readonly after?: string | null;
  readonly states?: readonly string[] | null;
  /** Raised by me, mine to take over, or for a family that I work with. */
  readonly mine?: boolean | null;
}

/** The sort key of a line: the clock that runs out next, those without one last. */
export function callOutKey(line: CallOutLine): readonly (string | null)[] {
  return [line.clockAt?.toISOString() ?? null, line.id];
}

/** Call-outs of my organisation, whatever runs out next first. */
@Injectable()
export class CallOutListQuery {
  constructor(
    private readonly lines: CallOutListRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: an invalid cursor. */
  async page(
    actor: Actor,
    asked: CallOutListAsked,
  ): Promise<Result<Page<CallOutLine>, DomainError>> {
    const after = cursorOf(asked);
    if (!after.ok) return after;
    const rows = await this.lines.list({
      ...this.viewOf(actor),
      callOutId: null,
      states: asked.states ?? null,
      mineOf: asked.mine === true ? actor.personId : null,
      after: after.value,
      limit: asked.first + 1,
    });
    return ok(toPage(rows, asked.first, callOutKey));
  }

  /** One of them; null for what does not concern the actor. */
  async one(actor: Actor, callOutId: string): Promise<CallOutLine | null> {
    if (!isUuid(callOutId)) return null;
    const [line] = await this.lines.list({
      ...this.viewOf(actor),
      ...{ callOutId, states: null, mineOf: null, after: null, limit: 1 },
    });
    return line ?? null;
  }

  /** Finance sees what may need its signature, caseworkers what concerns them, the others everything. */
  private viewOf(actor: Actor) {
    const now = this.clock.now();
    if (seesAllCallOuts(actor)) return { viewerId: null, withMoneyOnly: false, now };
    return actor.roles.has('FINANCE_OFFICER')
      ? { viewerId: null, withMoneyOnly: true, now }
      : { viewerId: actor.personId, withMoneyOnly: false, now };
  }
}

function cursorOf({
  after,
}: CallOutListAsked): Result<readonly [string | null, string] | null, DomainError> {
  if (after == null) return ok(null);
  const [clockAt, id] = decodeCursor(after, 2) ?? [];
  const isClock =
    clockAt === null || (typeof clockAt === 'string' && !Number.isNaN(Date.parse(clockAt)));
  return isClock && typeof id === 'string' && isUuid(id)
    ? ok([clockAt, id])
    : err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
}
