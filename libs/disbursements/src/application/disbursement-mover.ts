import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import type { DisbursementFacts } from '../domain/disbursement-guards.js';
import { decideDisbursement } from '../domain/disbursement-state.js';
import type {
  DisbursementActor,
  DisbursementTransition,
} from '../domain/disbursement-transitions.js';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { DisbursementRepository } from '../infrastructure/disbursement.repository.js';
import type { LockedDisbursement } from './disbursement-desk.js';
import { DisbursementFactsReader } from './disbursement-facts.reader.js';
import { DisbursementNews } from './disbursement-news.js';

export interface MoveOrder {
  readonly transition: DisbursementTransition;
  readonly actingAs: readonly DisbursementActor[];
  /** Null for the family and for rules that act by themselves. */
  readonly actorId: string | null;
  readonly reason?: string | null;
  readonly amountMinor?: bigint | null;
  /** The transfer that books a delivery, so that a dispute can take it back. */
  readonly transferId?: string | null;
  readonly facts?: Partial<DisbursementFacts>;
}

const KEEPS_STATE_BEFORE: readonly DisbursementTransition[] = ['DISPUTE'];

/** Decides moves of locked disbursements and writes those that pass, with history and news. */
@Injectable()
export class DisbursementMover {
  constructor(
    private readonly reader: DisbursementFactsReader,
    private readonly disbursements: DisbursementRepository,
    private readonly news: DisbursementNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Only decides: for acts that book or sign in between. */
  async decide(
    locked: LockedDisbursement,
    order: MoveOrder,
  ): Promise<Result<DisbursementRow['state'], DomainError>> {
    const { row } = locked;
    const stated = { ...order.facts, reason: order.reason ?? null };
    const facts = await this.reader.read(locked, order.actorId, stated);
    return decideDisbursement({
      state: row.state,
      stateBefore: row.stateBefore,
      transition: order.transition,
      actingAs: order.actingAs,
      facts,
    });
  }

  /** The delivery rule as things stand: what a clearance given now clears. */
  async ruleNow(locked: LockedDisbursement): Promise<'A' | 'S' | 'B'> {
    return (await this.reader.read(locked, null)).rule;
  }

  /** Writes a decided move. */
  async write(
    row: DisbursementRow,
    order: MoveOrder,
    to: DisbursementRow['state'],
    change: Partial<DisbursementRow> = {},
  ): Promise<DisbursementRow> {
    const { transition, reason = null, actorId } = order;
    await this.disbursements.addTransition({
      id: this.ids.next(),
      disbursementId: row.id,
      transition,
      fromState: row.state,
      toState: to,
      version: row.version,
      amountMinor: order.amountMinor ?? null,
      reason,
      madeBy: actorId,
      madeAt: this.clock.now(),
      transferId: order.transferId ?? null,
    });
    await this.news.tell(`DISBURSEMENT_${transition}`, row.id, reason);
    const stateBefore = KEEPS_STATE_BEFORE.includes(transition) ? row.state : null;
    return this.disbursements.change(row, { ...change, state: to, stateBefore });
  }

  /** Decides and writes in one go. */
  async move(
    locked: LockedDisbursement,
    order: MoveOrder,
    change: Partial<DisbursementRow> = {},
  ): Promise<Result<DisbursementRow, DomainError>> {
    const decided = await this.decide(locked, order);
    if (!decided.ok) return decided;
    return ok(await this.write(locked.row, order, decided.value, change));
  }
}

const PARTS = ['CASEWORKER', 'COORDINATOR', 'SECURITY_OFFICER', 'FINANCE_OFFICER'] as const;

/** What somebody at the desk may act as. */
export function partsOf(actor: Actor): readonly DisbursementActor[] {
  return PARTS.filter((role) => actor.roles.has(role));
}
