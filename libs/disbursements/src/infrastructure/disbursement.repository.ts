import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { DisbursementRow } from './disbursement.entity.js';

/** One line of a disbursement's history. */
export interface TransitionRecord {
  readonly id: string;
  readonly disbursementId: string;
  readonly transition: string;
  readonly fromState: string;
  readonly toState: string;
  readonly version: number;
  readonly amountMinor: bigint | null;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  /** What it booked as delivered; null for everything else. */
  readonly transferId: string | null;
}

/** Disbursements. Writers hold the locks of case and need and then lock the row itself. */
@Injectable()
export class DisbursementRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(id: string): Promise<DisbursementRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(DisbursementRow, { id });
  }

  async lock(id: string): Promise<DisbursementRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(DisbursementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(row: DisbursementRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(DisbursementRow, row);
  }

  async change(row: DisbursementRow, change: Partial<DisbursementRow>): Promise<DisbursementRow> {
    const manager = await this.unitOfWork.manager();
    await manager.update(DisbursementRow, { id: row.id }, change as object);
    return { ...row, ...change };
  }

  async addTransition(record: TransitionRecord): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO disbursement_transition (id, organization_id, disbursement_id, transition, from_state, to_state,
         version, amount_minor, reason, made_by, made_at, transfer_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        record.id,
        this.unitOfWork.scope().organizationId,
        record.disbursementId,
        record.transition,
        record.fromState,
        record.toState,
        record.version,
        record.amountMinor?.toString() ?? null,
        record.reason,
        record.madeBy,
        record.madeAt,
        record.transferId,
      ],
    );
  }

  async isResent(id: string): Promise<boolean> {
    const rows = await this.unitOfWork.query('SELECT FROM disbursement WHERE resend_of = $1', [id]);
    return rows.length > 0;
  }

  /** Payouts that look like this one: same code, same family, same need; failed and dropped ones do not count. */
  async lookAlikes(input: {
    readonly needId: string;
    readonly caseId: string;
    readonly code: string;
    readonly exceptId: string | null;
    readonly sameCodeSince: string;
    readonly sameFamilySince: string;
  }): Promise<{ sameCode: number; sameFamily: number; sameNeed: number }> {
    const [row] = await this.unitOfWork.query<{
      sameCode: number;
      sameFamily: number;
      sameNeed: number;
    }>(
      `SELECT (count(*) FILTER (WHERE d.code = $3 AND d.drafted_at >= $5::date AND d.need_id <> $1))::int AS "sameCode",
         (count(*) FILTER (WHERE d.drafted_at >= $6::date AND d.need_id <> $1))::int AS "sameFamily",
         (count(*) FILTER (WHERE d.need_id = $1))::int AS "sameNeed"
       FROM disbursement d JOIN need n ON n.id = d.need_id
       WHERE n.case_id = $2 AND d.id IS DISTINCT FROM $4
         AND d.state NOT IN ('BLOCKED', 'REJECTED', 'CANCELLED', 'FAILED', 'RETURNED', 'LOST_OR_SEIZED')`,
      [
        input.needId,
        input.caseId,
        input.code,
        input.exceptId,
        input.sameCodeSince,
        input.sameFamilySince,
      ],
    );
    return row ?? { sameCode: 0, sameFamily: 0, sameNeed: 0 };
  }

  /** Whether every payout of a need that reached the family has its evidence. */
  async allEvidenced(needId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM disbursement WHERE need_id = $1 AND state NOT IN ('EVIDENCED', 'RECONCILED', 'BLOCKED', 'REJECTED',
         'CANCELLED', 'FAILED', 'RETURNED', 'LOST_OR_SEIZED') LIMIT 1`,
      [needId],
    );
    return rows.length === 0;
  }
}
