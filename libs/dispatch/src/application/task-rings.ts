import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { LockedSharing } from '@kinward/vault';
import { MOST_SEALED, RING_MINUTES, RING_SIZE } from '../domain/leases.js';
import { CandidateRepository } from '../infrastructure/candidate.repository.js';
import type { TaskRow } from '../infrastructure/task.entity.js';
import { TaskSealing } from './task-sealing.js';

const MINUTE_MS = 60_000;

/** Where a task stands among its rings. */
export interface RingState {
  readonly ring: number;
  readonly nextRingAt: Date | null;
  /** How many may be asked from here on. */
  readonly peopleToAsk: number;
}

/** Asks people in rings; the details of all rings are sealed before the first is asked, since no job can seal. */
@Injectable()
export class TaskRings {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly sharing: LockedSharing,
    private readonly sealing: TaskSealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Seals to further people who fit, and tells where the task stands then. REFUSED and INTEGRITY as the vault says. */
  async widen(actor: Actor, row: TaskRow): Promise<Result<RingState, DomainError>> {
    const keys = await this.sealing.keysOf(actor, row);
    if (!keys.ok) return keys;
    const people = await this.candidates.bestFitting(row.id, this.clock.now(), MOST_SEALED);
    const order = { keys: keys.value, holderIds: people, purpose: 'TASK', isLocked: true } as const;
    const shared = await this.sharing.share(actor, order);
    if (!shared.ok) return shared;
    const added = people.flatMap((personId) => {
      const lockId = shared.value.get(personId);
      return lockId === undefined ? [] : [{ personId, lockId }];
    });
    const { last } = await this.candidates.count(row.id);
    const rings = { after: last, size: RING_SIZE[row.priority] };
    if (added.length > 0) await this.candidates.add(row.id, added, rings);
    const next = await this.advance(row);
    const isFurther = added.length > 0 || last > row.ring || row.state !== 'OPEN';
    return ok(isFurther ? next : { ...next, peopleToAsk: 0 });
  }

  /** The next ring, if there is one, or the present one again. */
  async advance(row: TaskRow): Promise<RingState> {
    const { asked, last } = await this.candidates.count(row.id);
    return this.next(row, last, asked);
  }

  private next(row: TaskRow, last: number, peopleToAsk: number): RingState {
    const ring = Math.min(row.ring + 1, last);
    const later = new Date(this.clock.now().getTime() + RING_MINUTES[row.priority] * MINUTE_MS);
    return { ring, nextRingAt: ring < last ? later : null, peopleToAsk };
  }
}
