import { Inject, Injectable } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR } from '@kinward/platform';
import type { NeedState } from '../domain/need-states.js';
import type { NeedTransition } from '../domain/need-transitions.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';

/** A decided move; the state machine has said yes. */
export interface DecidedMove {
  readonly transition: NeedTransition;
  readonly to: NeedState;
  /** A code, where the move has one. */
  readonly reason?: string | null;
  /** Null for the system. */
  readonly madeBy: string | null;
}

/** Writes decided moves of locked needs, with their history. */
@Injectable()
export class NeedMover {
  constructor(
    private readonly needs: NeedRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Moves the need and writes `change` with it; gives the row as it is now. */
  async move(row: NeedRow, move: DecidedMove, change: Partial<NeedRow> = {}): Promise<NeedRow> {
    await this.needs.addTransition({
      id: this.ids.next(),
      organizationId: row.organizationId,
      needId: row.id,
      transition: move.transition,
      fromState: row.state,
      toState: move.to,
      reason: move.reason ?? null,
      madeBy: move.madeBy,
      madeAt: this.clock.now(),
    });
    return this.needs.change(row, { ...change, ...stateChange(row, move) });
  }
}

/** Money goes on moving while a need is suspended: what it did is found again at the resumption. */
function stateChange(row: NeedRow, { transition, to }: DecidedMove): Partial<NeedRow> {
  if (row.state === 'SUSPENDED' && !['RESUME', 'CANCEL'].includes(transition)) {
    return { stateBeforeSuspension: to };
  }
  return { state: to, stateBeforeSuspension: null };
}
