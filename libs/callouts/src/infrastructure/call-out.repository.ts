import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { ENDED_STATES } from '../domain/call-out-states.js';
import { CallOutRow } from './call-out.entity.js';

/** One line of a call-out's history. */
export interface CallOutTransitionRecord {
  readonly id: string;
  readonly callOutId: string;
  readonly transition: string;
  readonly fromState: string | null;
  readonly toState: string;
  /** The call-out's version after it. */
  readonly version: number;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** Call-outs. Writers lock gate and case before the call-out, and needs and tasks after it (ADR 0019). */
@Injectable()
export class CallOutRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(id: string): Promise<CallOutRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(CallOutRow, { id });
  }

  async lock(id: string): Promise<CallOutRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(CallOutRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(row: CallOutRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(CallOutRow, row);
  }

  /** Whether a family has an open call-out; nobody can raise another while its case is locked. */
  async isOpenFor(caseId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'SELECT FROM call_out WHERE organization_id = $1 AND case_id = $2 AND state <> ALL($3)',
      [this.unitOfWork.scope().organizationId, caseId, ENDED_STATES],
    );
    return rows.length > 0;
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(row: CallOutRow, change: Partial<CallOutRow>): Promise<CallOutRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(CallOutRow, { id: row.id }, changed as object);
    return { ...row, ...changed };
  }

  async addTransition(record: CallOutTransitionRecord): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO call_out_transition (id, organization_id, call_out_id, transition, from_state, to_state, version,
         reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        record.id,
        this.unitOfWork.scope().organizationId,
        record.callOutId,
        record.transition,
        record.fromState,
        record.toState,
        record.version,
        record.reason,
        record.madeBy,
        record.madeAt,
      ],
    );
  }

  /** Whether no draw of the organisation has waited too long for its second signature with money still out. */
  async deskHasCap(now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM call_out c WHERE c.organization_id = $1 AND c.signed_at IS NULL AND c.reserved_minor > 0
         AND c.signature_due_at <= $2 AND EXISTS (SELECT FROM need n WHERE n.organization_id = c.organization_id
           AND n.call_out_id = c.id AND n.reserved_minor + n.released_minor > 0)
       LIMIT 1`,
      [this.unitOfWork.scope().organizationId, now],
    );
    return rows.length === 0;
  }

  /** Tasks that can still be called off. */
  async openTaskIds(callOutId: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM task WHERE organization_id = $1 AND call_out_id = $2 AND state IN ('DRAFT', 'CLEARED', 'OPEN',
         'RETURNED_TO_POOL', 'CLAIMED', 'ACCEPTED', 'IN_PROGRESS') ORDER BY id`,
      [this.unitOfWork.scope().organizationId, callOutId],
    );
    return rows.map(({ id }) => id);
  }

  /** Reservations for its needs that no payout draws on. */
  async looseReservationIds(callOutId: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT r.id FROM need n JOIN fund_reservation r ON r.organization_id = n.organization_id AND r.need_id = n.id
       WHERE n.organization_id = $1 AND n.call_out_id = $2 AND r.state = 'ACTIVE' AND NOT EXISTS (SELECT
         FROM disbursement d WHERE d.reservation_id = r.id AND d.state IN ('DRAFT', 'PENDING_SECURITY',
           'PENDING_APPROVAL', 'APPROVED', 'FROZEN'))
       ORDER BY r.id`,
      [this.unitOfWork.scope().organizationId, callOutId],
    );
    return rows.map(({ id }) => id);
  }
}
