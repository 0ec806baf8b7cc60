import { Injectable } from '@nestjs/common';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { aidRefusal } from '../domain/aid-state.js';
import type { NeedState } from '../domain/need-states.js';
import { moneyMove, type BookingEvent, type NeedCounters } from '../domain/need-money-moves.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { NeedAccess } from './need-access.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

/** A need as the domains of money see it. Amounts are minor units of EUR. */
export interface NeedForMoney {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly state: NeedState;
  readonly region: string;
  readonly amountMinor: bigint;
  readonly reservedMinor: bigint;
  readonly releasedMinor: bigint;
  readonly deliveredMinor: bigint;
  readonly fundingReference: string;
  readonly channelClass: string | null;
  readonly requiredEvidence: string | null;
  readonly authorId: string | null;
  readonly approvedBy: string | null;
  readonly version: number;
  readonly caseState: string;
}

type Answer = Promise<Result<NeedForMoney, DomainError>>;

/**
 * What money does to needs, inside the unit of work of whoever books it: counters, state, history and news. Locks in
 * the order case → need; the ledger comes after. Amounts that do not fit are refusals and change nothing.
 */
@Injectable()
export class NeedMoney {
  constructor(
    private readonly access: NeedAccess,
    private readonly needs: NeedRepository,
    private readonly mover: NeedMover,
    private readonly news: NeedNews,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** Locks case and need. NOT_FOUND for an unknown or foreign id; STALE_VERSION unless `version` is null. */
  async lock(needId: string, version: number | null): Answer {
    const locked = await this.access.lock(needId, version);
    if (!locked.ok) return locked;
    return ok(toMoney(locked.value.need, locked.value.file.row.state));
  }

  /** REFUSED `CASE_NOT_LIVE` for an ended, paused or quarantined case, `CASE_NOT_ACTIVE` before it is accepted. */
  requireLiveCase(need: NeedForMoney): Result<void, DomainError> {
    const reason = aidRefusal(need.caseState);
    return reason === null ? ok() : err(refused(reason));
  }

  /** Money of a fund was set aside: FUNDED when it is enough, else WAITING_FUNDS. */
  reserved(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'RESERVED', minor);
  }

  /** A reservation was withdrawn or lapsed. */
  unreserved(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'UNRESERVED', minor);
  }

  /** Reserved money has left. */
  released(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'RELEASED', minor);
  }

  /** Released money has reached the family. */
  delivered(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'DELIVERED', minor);
  }

  /** Released money is back and reserved again. */
  cameBack(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'CAME_BACK', minor);
  }

  /** Released money is gone and nobody was helped: the need waits for money again. */
  lost(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'LOST', minor);
  }

  /** What counted as delivered never arrived, and the money is gone: the need waits for money, unless it has ended. */
  notArrived(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'NOT_ARRIVED', minor);
  }

  /** What counted as delivered is back and reserved again. WRONG_STATE for a need that has ended. */
  backAfterAll(need: NeedForMoney, minor: bigint): Answer {
    return this.book(need, 'BACK_AFTER_ALL', minor);
  }

  /** The evidence that the need asks for is there, or was waived. */
  async confirmed(need: NeedForMoney): Answer {
    const row = await this.needs.lock(need.id);
    if (row?.state !== 'DELIVERED') return err(wrongState(row?.state ?? need.state));
    const move = { transition: 'CONFIRM', to: 'CONFIRMED', madeBy: null } as const;
    const moved = await this.mover.move(row, move);
    await this.news.announce('NEED_CONFIRM', row.id);
    return ok(toMoney(moved, need.caseState));
  }

  private async book(need: NeedForMoney, event: BookingEvent, minor: bigint): Answer {
    // Locked already where the caller kept the order; the row is read again because this unit may have changed it.
    const row = await this.needs.lock(need.id);
    if (row === null) throw new Error('a need vanished under its lock');
    const decided = moneyMove(row, event, minor);
    if (!decided.ok) return decided;
    const { counters, move } = decided.value;
    const change = { ...counters, ...(await this.deliveredOn(event, counters)) };
    const changed =
      move === null
        ? await this.needs.change(row, change)
        : await this.mover.move(row, { ...move, madeBy: null }, change);
    await this.news.announce(`NEED_${event}`, row.id);
    return ok(toMoney(changed, need.caseState));
  }

  /** The day of the last delivery; none where nothing has arrived after all. */
  private async deliveredOn(
    event: BookingEvent,
    { deliveredMinor }: NeedCounters,
  ): Promise<Partial<NeedRow>> {
    if (event === 'DELIVERED') return { deliveredOn: (await this.settings.own()).today };
    return deliveredMinor === 0n ? { deliveredOn: null } : {};
  }
}

function toMoney(row: NeedRow, caseState: string): NeedForMoney {
  const { id, caseId, code, state, region, amountMinor, reservedMinor, releasedMinor } = row;
  const { deliveredMinor, fundingReference, channelClass, requiredEvidence, authorId } = row;
  const { approvedBy, version } = row;
  return {
    ...{ id, caseId, code, state, region, amountMinor, reservedMinor, releasedMinor },
    ...{ deliveredMinor, fundingReference, channelClass, requiredEvidence, authorId },
    ...{ approvedBy, version, caseState },
  };
}
